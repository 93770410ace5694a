import { Form } from 'react-router-dom'
import type { Security } from '../../../auth/account/security.ts'
import type { Factor } from '../../../auth/sign-in-outcome.ts'
import { accountPaths } from '../../../navigation/account-paths.ts'
import { Button } from '../../../ui/button.tsx'
import { buttonClass } from '../../../ui/class-names.ts'
import { Link } from '../../../ui/link.tsx'
import { accountCentreWords } from '#words/account-centre'
import { Row } from '../parts/section.tsx'

const { security: words, ...common } = accountCentreWords

export function AppRow({ security }: { security: Security }) {
  const { me, secondFactors, offers } = security
  if (me.provider !== undefined) {
    return <Row title={words.app} text={words.providerStep(me.provider)} />
  }
  const isOn = secondFactors.on.includes('TOTP')
  if (!isOn && offers.secondFactors?.includes('TOTP') === false) {
    return <Row title={words.app} text={words.appNotOffered} />
  }
  return (
    <Row
      title={words.app}
      state={isOn ? common.on : common.off}
      isGood={isOn}
      mark={markOf(security, 'TOTP')}
      text={words.appText}
    >
      {isOn ? (
        <>
          <PreferButton security={security} factor="TOTP" label={words.app} />
          <Link className={buttonClass()} to={accountPaths.authenticatorApp()}>
            {words.manageApp}
          </Link>
        </>
      ) : (
        <Form method="post" action={accountPaths.authenticatorApp()}>
          <Button type="submit" name="intent" value="begin">
            {words.setUpApp}
          </Button>
        </Form>
      )}
    </Row>
  )
}

/** A code by message, and the way to have it. */
export function MessageRow({ security, factor }: { security: Security; factor: 'SMS' | 'EMAIL' }) {
  const label = words.message[factor]
  const { secondFactors, offers, reachable } = security
  const isOn = secondFactors.on.includes(factor)
  if (!isOn && offers.secondFactors?.includes(factor) !== true) {
    return <Row title={label} text={words.messageNotOffered[factor]} />
  }
  return (
    <Row
      title={label}
      state={isOn ? common.on : common.off}
      isGood={isOn}
      mark={markOf(security, factor)}
      text={
        isOn || reachable.includes(factor) ? words.messageText[factor] : words.messageNeeds[factor]
      }
    >
      {isOn && <PreferButton security={security} factor={factor} label={label} />}
      {isOn && !offers.isSecondRequired && (
        <Change factor={factor} intent="off" label={words.turnOffLabel(label)}>
          {words.turnOff}
        </Change>
      )}
      {!isOn &&
        (reachable.includes(factor) ? (
          <Change factor={factor} intent="on" label={words.turnOnLabel(label)}>
            {words.turnOn}
          </Change>
        ) : (
          <Link className={buttonClass()} to={addressPaths[factor]()}>
            {words.messageAdd[factor]}
          </Link>
        ))}
    </Row>
  )
}

const addressPaths = { SMS: accountPaths.phone, EMAIL: accountPaths.email } as const

interface ChangeProps {
  factor: Factor
  intent: 'on' | 'off'
  label: string
  children: string
}

function Change({ factor, intent, label, children }: ChangeProps) {
  return (
    <Form method="post" action={accountPaths.security()}>
      <input type="hidden" name="factor" value={factor} />
      <Button type="submit" name="intent" value={intent} aria-label={label}>
        {children}
      </Button>
    </Form>
  )
}

/** Which is asked for first matters where there are several. */
function markOf({ secondFactors: { on, preferred } }: Security, factor: Factor) {
  return on.length > 1 && preferred === factor ? common.first : undefined
}

interface PreferProps {
  security: Security
  factor: Factor
  label: string
}

function PreferButton({ security: { secondFactors }, factor, label }: PreferProps) {
  if (secondFactors.on.length < 2 || secondFactors.preferred === factor) return null
  return (
    <Form method="post" action={accountPaths.security()}>
      <input type="hidden" name="factor" value={factor} />
      <Button type="submit" name="intent" value="prefer" aria-label={words.preferLabel(label)}>
        {words.preferThis}
      </Button>
    </Form>
  )
}
