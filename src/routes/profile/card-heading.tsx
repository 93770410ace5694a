import { Heading } from '@aws-amplify/ui-react'
import type { ReactNode } from 'react'
import { profileWords } from '#words/profile'

interface Props {
  id: string
  /** Where the card's data lives, in two or three words. */
  where: string
  /** What else AWS's words say of it. */
  whereHint: string
  code?: string
  hint?: string
  children: ReactNode
}

/** The person's words; AWS's are for who asks. */
export function CardHeading({ id, where, whereHint, code, hint, children }: Props) {
  return (
    <div className="profile-card-heading">
      <Heading level={2} id={id}>
        {children}
      </Heading>
      {hint && <p className="profile-hint">{hint}</p>}
      <details className="profile-where">
        <summary>{profileWords.where.ask}</summary>
        <p className="profile-hint">
          <strong>{where}</strong> {whereHint}
          {code && <code>{code}</code>}
        </p>
      </details>
    </div>
  )
}
