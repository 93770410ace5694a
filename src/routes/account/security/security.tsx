import type { ActionFunctionArgs } from 'react-router-dom'
import { setFactor } from '../../../auth/account/second-factors.ts'
import {
  readFactors,
  readSecurity,
  type Security as SecurityState,
} from '../../../auth/account/security.ts'
import type { Factor } from '../../../auth/sign-in-outcome.ts'
import { accountCentreWords } from '#words/account-centre'
import { ActivityRow } from '../activity/activity-row.tsx'
import { AccountPage } from '../parts/account-page.tsx'
import { Outcome } from '../parts/outcome.tsx'
import { Section } from '../parts/section.tsx'
import { useAccountForm } from '../parts/use-account-form.ts'
import { done, refuseOrLeave, requireFreshProof, type Task } from '../task.ts'
import { AppRow, MessageRow } from './second-step-rows.tsx'
import { DevicesRow, SessionsRow } from './place-rows.tsx'
import { PasskeysRow, PasswordRow } from './sign-in-rows.tsx'

const words = accountCentreWords.security

export const security: Task = {
  load: async () => <Security security={await readSecurity()} />,
  act,
}

const factors: ReadonlyMap<string, Factor> = new Map([
  ['TOTP', 'TOTP'],
  ['SMS', 'SMS'],
  ['EMAIL', 'EMAIL'],
])

async function act({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const factor = factors.get(String(form.get('factor')))
  if (factor === undefined) return null
  await requireFreshProof(request)
  try {
    switch (form.get('intent')) {
      case 'off':
        await setFactor(factor, 'DISABLED')
        return await done('factor-off')
      case 'on': {
        // The first one is asked for; a further one stands beside it.
        const { secondFactors } = await readFactors()
        await setFactor(factor, secondFactors.on.length === 0 ? 'PREFERRED' : 'ENABLED')
        return await done('factor-on')
      }
      default:
        await setFactor(factor, 'PREFERRED')
        return await done('factor-first')
    }
  } catch (error) {
    return refuseOrLeave(error, 'secondStep', request)
  }
}

function Security({ security: state }: { security: SecurityState }) {
  const { outcome, hasProblem } = useAccountForm()
  const { me, offers, secondFactors } = state
  // Of a provider's people none is asked for; and where nothing is told of the pool, those on are shown.
  const messages = (['EMAIL', 'SMS'] as const).filter((factor) =>
    me.provider === undefined && offers.secondFactors !== undefined
      ? true
      : secondFactors.on.includes(factor),
  )
  const hasNone = offers.secondFactors?.length === 0 && secondFactors.on.length === 0
  return (
    <AccountPage
      title={accountCentreWords.nav.security}
      intro={words.intro}
      hasProblem={hasProblem}
    >
      <Outcome {...outcome} />
      <Section heading={words.signIn}>
        <PasswordRow security={state} />
        <PasskeysRow security={state} />
      </Section>
      <Section heading={words.secondStep} intro={words.secondStepIntro}>
        {hasNone && me.provider === undefined ? (
          <p className="account-reason">{words.noSecondStep}</p>
        ) : (
          <>
            <AppRow security={state} />
            {messages.map((factor) => (
              <MessageRow key={factor} security={state} factor={factor} />
            ))}
          </>
        )}
        {offers.isSecondRequired && me.provider === undefined && (
          <p className="account-reason">{words.secondRequired}</p>
        )}
      </Section>
      <Section heading={words.places}>
        <SessionsRow />
        <DevicesRow />
        <ActivityRow />
      </Section>
    </AccountPage>
  )
}
