import type { ReactNode } from 'react'

/** Something good or neutral to know on arriving at a page; announced politely. */
export function Notice({
  children,
  tone = 'success',
}: {
  children: ReactNode
  tone?: 'success' | 'info'
}) {
  return (
    <div className={`alert alert-${tone} notice`} role="status">
      {children}
    </div>
  )
}
