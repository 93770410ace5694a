import { Badge, Card } from '@aws-amplify/ui-react'
import { createContext, use, useId, type ReactNode } from 'react'

/** Whether rows stand below a heading of their section. */
const HasHeading = createContext(false)

interface SectionProps {
  heading?: string
  intro?: string
  children: ReactNode
}

/** What belongs together, as a card; its rows are read at a glance. */
export function Section({ heading, intro, children }: SectionProps) {
  const id = useId()
  return (
    <Card as="section" className="account-card" aria-labelledby={heading ? id : undefined}>
      {heading && (
        <div className="account-card-heading">
          <h2 id={id}>{heading}</h2>
          {intro && <p>{intro}</p>}
        </div>
      )}
      <HasHeading value={heading !== undefined}>{children}</HasHeading>
    </Card>
  )
}

interface RowProps {
  title: string
  /** In a word or two. */
  state?: string | undefined
  isGood?: boolean
  /** A further state, beside the first. */
  mark?: string | undefined
  text: ReactNode
  /** What can be done about it. */
  children?: ReactNode
}

export function Row({ title, state, isGood = false, mark, text, children }: RowProps) {
  const hasHeading = use(HasHeading)
  const heading = (
    <>
      {title}{' '}
      {state && (
        <Badge size="small" {...(isGood && { variation: 'success' as const })}>
          {state}
        </Badge>
      )}{' '}
      {mark && (
        <Badge size="small" variation="info">
          {mark}
        </Badge>
      )}
    </>
  )
  return (
    <div className="account-row">
      <div>
        {hasHeading ? (
          <h3 className="account-row-title">{heading}</h3>
        ) : (
          <h2 className="account-row-title">{heading}</h2>
        )}
        <p>{text}</p>
      </div>
      {children && <div className="account-row-actions">{children}</div>}
    </div>
  )
}
