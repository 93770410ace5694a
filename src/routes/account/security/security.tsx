import type { ActionFunctionArgs } from 'react-router-dom'
import { setFactor } from '../../../auth/account/second-factors.ts'
import { readSecurity, type Security as SecurityState } from '../../../auth/account/security.ts'
import type { Factor } from '../../../auth/sign-in-outcome.ts'
import { accountCentreWords } from '#words/account-centre'
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
  const isOff = form.get('intent') === 'off'
  if (factor === undefined) return null
  await requireFreshProof(request)
  try {
    await setFactor(factor, isOff ? 'DISABLED' : 'PREFERRED')
    return await done(isOff ? 'factor-off' : 'factor-first')
  } catch (error) {
    return refuseOrLeave(error, 'secondStep', request)
  }
}

function Security({ security: state }: { security: SecurityState }) {
  const { outcome, hasProblem } = useAccountForm()
  const messages = (['EMAIL', 'SMS'] as const).filter((factor) =>
    state.secondFactors.on.includes(factor),
  )
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
        <AppRow security={state} />
        {messages.map((factor) => (
          <MessageRow key={factor} security={state} factor={factor} />
        ))}
      </Section>
      <Section heading={words.places}>
        <SessionsRow />
        <DevicesRow />
      </Section>
    </AccountPage>
  )
}
