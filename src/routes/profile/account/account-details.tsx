import { Badge, Card } from '@aws-amplify/ui-react'
import { Fragment, type ReactNode } from 'react'
import type { Attributes } from '../../../auth/attributes/attributes.ts'
import { profileWords } from '#words/profile'
import { AttributesForm } from './attributes-form.tsx'
import { CardHeading } from '../card-heading.tsx'
import type { AttributesState } from './use-attributes.ts'

const words = profileWords.account

export function AccountFrame({ children }: { children: ReactNode }) {
  return (
    <Card as="section" className="profile-card profile-account" aria-labelledby="account-heading">
      <CardHeading
        id="account-heading"
        where={profileWords.where.pool}
        whereHint={profileWords.where.poolHint}
      >
        {words.heading}
      </CardHeading>
      {children}
    </Card>
  )
}

interface Props {
  attributes: Attributes
  state: AttributesState
  /** Whether saving it is what the page is for. */
  isMain?: boolean
  /** Whether another form of the page saves it, too. */
  isSavedBeside?: boolean
}

/** What Cognito keeps of the person, and what of it is theirs to change. */
export function AccountDetails({
  attributes,
  state,
  isMain = false,
  isSavedBeside = false,
}: Props) {
  const { email, isEmailVerified, sub } = attributes
  const kept = state.leftOut.filter((name) => state.editing.stored[name])
  return (
    <AccountFrame>
      <dl className="profile-attributes">
        <dt>{words.email}</dt>
        {email === '' ? (
          <dd>{words.noEmail}</dd>
        ) : (
          <dd>
            <Email address={email} />{' '}
            <Badge size="small" variation={isEmailVerified ? 'success' : 'warning'}>
              {isEmailVerified ? words.verified : words.unverified}
            </Badge>
          </dd>
        )}
        {kept.map((name) => (
          <Fragment key={name}>
            <dt>{words.fields[name].label}</dt>
            <dd dir="auto">{state.editing.stored[name]}</dd>
          </Fragment>
        ))}
        <dt>{words.sub}</dt>
        <dd>
          <code>{sub}</code>
        </dd>
      </dl>
      <AttributesForm state={state} isMain={isMain} isSavedBeside={isSavedBeside} />
    </AccountFrame>
  )
}

/** Breaks before the @, where it has to. */
function Email({ address }: { address: string }) {
  const at = address.lastIndexOf('@')
  return (
    <>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </>
  )
}
