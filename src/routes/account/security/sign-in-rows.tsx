import type { Security } from '../../../auth/account/security.ts'
import { accountPaths } from '../../../navigation/account-paths.ts'
import { buttonClass } from '../../../ui/class-names.ts'
import { Link } from '../../../ui/link.tsx'
import { accountCentreWords } from '#words/account-centre'
import { Row } from '../parts/section.tsx'

const words = accountCentreWords.security

export function PasswordRow({ security: { me, hasPassword } }: { security: Security }) {
  if (me.provider !== undefined) {
    return <Row title={words.password} text={words.passwordProvider(me.provider)} />
  }
  const hasNone = hasPassword === false
  return (
    <Row
      title={words.password}
      state={hasNone ? words.passwordNone : words.passwordSet}
      isGood={!hasNone}
      text={hasNone ? words.passwordNoneText : words.passwordText}
    >
      <Link className={buttonClass()} to={accountPaths.password()}>
        {hasNone ? words.set : words.change}
      </Link>
    </Row>
  )
}

/** Why none can be added. */
export const notAdded = {
  'not-offered': words.passkeysNotOffered,
  'other-host': words.passkeysOtherHost,
} as const

export function PasskeysRow({ security: { me, passkeys, offers } }: { security: Security }) {
  if (me.provider !== undefined) {
    return <Row title={words.passkeys} text={words.passkeysProvider(me.provider)} />
  }
  if (passkeys.kind === 'unavailable') {
    return <Row title={words.passkeys} text={words.passkeysUnavailable} />
  }
  const count = passkeys.passkeys.length
  if (count === 0 && offers.passkeys !== 'yes') {
    return <Row title={words.passkeys} text={notAdded[offers.passkeys]} />
  }
  return (
    <Row
      title={words.passkeys}
      state={words.passkeyCount(count)}
      isGood={count > 0}
      text={words.passkeysText}
    >
      <Link className={buttonClass()} to={accountPaths.passkeys()}>
        {count === 0 ? words.addPasskey : words.managePasskeys}
      </Link>
    </Row>
  )
}
