import type { ReactNode } from 'react'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'

interface Props {
  title: string
  heading?: string
  intro?: ReactNode
  hasProblem?: boolean
  /** What stands beside the form: one thing worth knowing. */
  fact: { heading: string; text: string }
  children: ReactNode
}

/** The frame that all account forms share. */
export function AuthPage({ title, heading = title, intro, hasProblem, fact, children }: Props) {
  return (
    <div className="split">
      <PageTitle hasProblem={hasProblem ?? false}>{title}</PageTitle>
      <section className="auth-card">
        <PageHeading>{heading}</PageHeading>
        {intro && <p className="auth-intro">{intro}</p>}
        {children}
      </section>
      <aside className="auth-fact" aria-labelledby="fact-heading">
        <h2 id="fact-heading">{fact.heading}</h2>
        <p>{fact.text}</p>
      </aside>
    </div>
  )
}
