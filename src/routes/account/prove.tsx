import { Form, data, redirect, useActionData, useLocation } from 'react-router-dom'
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router-dom'
import { answerProof, proveByPassword } from '../../auth/account/prove.ts'
import { readMe, type Me } from '../../auth/account/me.ts'
import { readFactors } from '../../auth/account/security.ts'
import { parseCode } from '../../auth/code-delivery.ts'
import type { Factor, SignInOutcome } from '../../auth/sign-in-outcome.ts'
import { paths } from '../../navigation/paths.ts'
import { parseReturnTo } from '../../navigation/return-to.ts'
import { Button } from '../../ui/button.tsx'
import { CodeField } from '../../ui/fields/code-field.tsx'
import { PasswordField } from '../../ui/fields/password-field.tsx'
import { accountCentreWords } from '#words/account-centre'
import { secondFactorWords } from '#words/second-factor'
import { checkCode, checkPassword, textOf } from '../auth/check-form.ts'
import { explainError } from '../auth/explain-error.ts'
import type { FormProblem } from '../auth/form-problems.ts'
import { AccountPage } from './parts/account-page.tsx'
import { Outcome } from './parts/outcome.tsx'
import { Section } from './parts/section.tsx'
import { UsernameForManagers } from './parts/username-for-managers.tsx'
import { useAccountForm } from './parts/use-account-form.ts'
import type { AccountAnswer, Task } from './task.ts'

const words = accountCentreWords.prove

/** `/account/confirm`: asks for a fresh proof, and leads back to what it is needed for. */
export const prove: Task = { load, act }

async function load({ request }: LoaderFunctionArgs) {
  const me = await readMe()
  if (me.isFresh) throw redirect(returnToOf(request))
  const { hasPassword } = me.provider === undefined ? await readFactors() : { hasPassword: false }
  return <Prove me={me} hasPassword={hasPassword ?? true} returnTo={returnToOf(request)} />
}

/** Which part of the proof is asked for; the password, where there is none. */
type Asked = { step: 'code' } | { step: 'choose'; factors: readonly Factor[] }

interface ProofAnswer extends AccountAnswer {
  asked?: Asked | undefined
}

async function act({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const asked = parseAsked(textOf(form, 'asked'))
  const { answer, slips } = answerOf(form, asked)
  if (slips.length > 0) return refuse(asked, ...slips)
  try {
    const outcome = await (asked ? answerProof(answer) : proveByPassword(answer))
    return outcome.step === 'done' ? redirect(returnToOf(request)) : goOn(outcome)
  } catch (error) {
    const problem = explainError(error, asked ? 'secondFactor' : 'prove')
    if (problem.key === 'session-ended') throw redirect(paths.signIn({ notice: 'session-ended' }))
    return refuse(problem.key === 'second-factor-over' ? undefined : asked, problem)
  }
}

function answerOf(
  form: FormData,
  asked: Asked | undefined,
): { answer: string; slips: readonly FormProblem[] } {
  if (asked?.step === 'choose') return { answer: textOf(form, 'factor'), slips: [] }
  if (asked) {
    const code = parseCode(textOf(form, 'code'))
    return { answer: code, slips: checkCode(code) }
  }
  const password = textOf(form, 'password')
  return { answer: password, slips: checkPassword(password) }
}

function goOn(outcome: SignInOutcome): ProofAnswer {
  if (outcome.step === 'choose') return { problems: [], asked: outcome }
  if (outcome.step === 'code') return { problems: [], asked: { step: 'code' } }
  throw Object.assign(new Error(outcome.step), { name: 'SignInStepNotSupported' })
}

function refuse(asked: Asked | undefined, ...problems: FormProblem[]) {
  return data<ProofAnswer>({ problems, asked }, { status: 400 })
}

function parseAsked(text: string): Asked | undefined {
  return text === '' ? undefined : (JSON.parse(text) as Asked)
}

function returnToOf(request: Request): string {
  const { searchParams, origin } = new URL(request.url)
  return parseReturnTo(searchParams.get('returnTo'), origin)
}

interface Props {
  me: Me
  hasPassword: boolean
  returnTo: string
}

function Prove({ me, hasPassword, returnTo }: Props) {
  const { outcome, hasProblem } = useAccountForm()
  const canProve = me.provider === undefined && hasPassword
  return (
    <AccountPage title={words.title} hasProblem={hasProblem} isTask>
      <Outcome {...outcome} />
      <Section>
        {canProve ? <ProofForm email={me.email} /> : <SignInAgain me={me} returnTo={returnTo} />}
      </Section>
    </AccountPage>
  )
}

function ProofForm({ email }: { email: string }) {
  const { pathname, search } = useLocation()
  const { messageFor, isBusy } = useAccountForm()
  const asked = useActionData<ProofAnswer>()?.asked
  return (
    <Form
      className="account-form"
      method="post"
      action={pathname + search}
      // A new step is a new form.
      key={asked?.step}
      noValidate
    >
      <p>{asked ? words.introCode : words.intro}</p>
      <input type="hidden" name="asked" value={asked ? JSON.stringify(asked) : ''} />
      {asked?.step === 'choose' ? (
        <div className="account-row-actions">
          {asked.factors.map((factor) => (
            <Button key={factor} type="submit" name="factor" value={factor} isBusy={isBusy}>
              {secondFactorWords.factors[factor]}
            </Button>
          ))}
        </div>
      ) : (
        <>
          {asked ? (
            <CodeField error={messageFor('code')} />
          ) : (
            <>
              <UsernameForManagers email={email} />
              <PasswordField autoComplete="current-password" error={messageFor('password')} />
            </>
          )}
          <div>
            <Button type="submit" variation="primary" isBusy={isBusy}>
              {words.submit}
            </Button>
          </div>
        </>
      )}
    </Form>
  )
}

/** Whoever has no password here proves themselves the way they came. */
function SignInAgain({ me, returnTo }: { me: Me; returnTo: string }) {
  return (
    <Form className="account-form" method="post" action={paths.signOut()}>
      <p>{me.provider === undefined ? words.introOther : words.introProvider(me.provider)}</p>
      <input type="hidden" name="next" value="sign-in" />
      <input type="hidden" name="returnTo" value={returnTo} />
      <div>
        <Button type="submit" variation="primary">
          {me.provider === undefined ? words.withOther : words.withProvider(me.provider)}
        </Button>
      </div>
    </Form>
  )
}
