import type { ReactNode } from 'react'

/** The heading that focus moves to when a page opens; `-1` lets it take focus and no tab stop. */
export function PageHeading({ children }: { children: ReactNode }) {
  return (
    <h1 className="page-heading" tabIndex={-1}>
      {children}
    </h1>
  )
}
