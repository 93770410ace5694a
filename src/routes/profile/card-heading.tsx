import { Badge, Heading } from '@aws-amplify/ui-react'
import type { ReactNode } from 'react'

interface Props {
  id: string
  /** Where the card's data lives, in two or three words. */
  where: string
  hint: string
  code?: string
  children: ReactNode
}

export function CardHeading({ id, where, hint, code, children }: Props) {
  return (
    <div className="profile-card-heading">
      <div>
        <Heading level={2} id={id}>
          {children}
        </Heading>
        <Badge className="profile-where">{where}</Badge>
      </div>
      <p className="profile-hint">
        {hint}
        {code && <code>{code}</code>}
      </p>
    </div>
  )
}
