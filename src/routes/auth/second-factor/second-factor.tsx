import '../../../ui/css/second-factor.css'
import { useLoaderData } from 'react-router-dom'
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router-dom'
import { readOffers } from '../../../auth/account/offers.ts'
import { parseCode } from '../../../auth/code-delivery.ts'
import {
  forgetPendingSecondFactor,
  readPendingSecondFactor,
  type PendingSecondFactor,
} from '../../../auth/pending-second-factor.ts'
import type { SecondFactorStep } from '../../../auth/sign-in-outcome.ts'
import { paths } from '../../../navigation/paths.ts'
import { useQuery } from '../../../navigation/use-query.ts'
import { Link } from '../../../ui/link.tsx'
import { secondFactorWords } from '#words/second-factor'
import { AuthPage } from '../auth-page.tsx'
import { checkCode, checkEmail, textOf } from '../check-form.ts'
import { refuse, type FormProblem } from '../form-problems.ts'
import { answerStep } from '../sign-in/answer-step.ts'
import { pathOfStep, pendingStepAt, signInAgain } from '../sign-in/pending-step.ts'
import { useFormPage } from '../use-form-page.ts'
import { ChooseForm } from './choose-form.tsx'
import { CodeForm } from './code-form.tsx'
import { EmailForm } from './email-form.tsx'
import { SetUpApp } from './set-up-app.tsx'

interface Pending extends PendingSecondFactor {
  /** Whether the pool remembers this device for whoever says so. */
  canRemember: boolean
}

/** Whatever a sign-in asks for after the password. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Pending | Response> {
  const pending = pendingStepAt(request)
  if (pending instanceof Response) return pending
  const { devices } = await readOffers()
  return { ...pending, canRemember: devices === 'ask' }
}

export async function action({ request }: ActionFunctionArgs) {
  const pending = readPendingSecondFactor()
  if (!pending) return signInAgain(request)
  const form = await request.formData()
  const { answer, slips } = answerOf(pending.asked, form)
  if (slips.length > 0) return refuse(...slips)
  return answerStep(request, pending, answer, form.get('remember') !== null)
}

function answerOf(
  asked: SecondFactorStep,
  form: FormData,
): { answer: string; slips: readonly FormProblem[] } {
  switch (asked.step) {
    case 'choose':
    case 'choose-set-up':
      return { answer: textOf(form, 'factor'), slips: [] }
    case 'set-up-email': {
      const email = textOf(form, 'email').trim()
      return { answer: email, slips: checkEmail(email) }
    }
    case 'code':
    case 'set-up-app': {
      const code = parseCode(textOf(form, 'code'))
      return { answer: code, slips: checkCode(code) }
    }
  }
}

export function Component() {
  const { email, asked, sentAtMs, isChosen, canRemember } = useLoaderData<Pending>()
  const returnTo = useQuery().get('returnTo') ?? undefined
  const { problems } = useFormPage()
  const { title, intro } = headingOf(asked)
  return (
    <AuthPage
      title={title}
      intro={intro}
      hasProblem={problems.length > 0}
      fact={secondFactorWords.fact}
    >
      <StepForm
        asked={asked}
        email={email}
        sentAtMs={sentAtMs}
        action={pathOfStep({ asked }, returnTo)}
        canRemember={canRemember}
        // A new step is a new form: nothing that was typed for the last one stays.
        key={asked.step}
      />
      <p className="auth-switch">
        <Link className="link" to={paths.signIn({ returnTo })} onClick={forgetPendingSecondFactor}>
          {isChosen ? secondFactorWords.otherWay : secondFactorWords.again}
        </Link>
        {isChosen && <> {secondFactorWords.otherWayText}</>}
      </p>
    </AuthPage>
  )
}

interface StepProps {
  asked: SecondFactorStep
  email: string
  sentAtMs: number
  action: string
  canRemember: boolean
}

function StepForm({ asked, email, sentAtMs, action, canRemember }: StepProps) {
  switch (asked.step) {
    case 'choose':
    case 'choose-set-up':
      return <ChooseForm factors={asked.factors} action={action} />
    case 'set-up-app':
      return (
        <SetUpApp secret={asked.secret} email={email} action={action} canRemember={canRemember} />
      )
    case 'set-up-email':
      return <EmailForm action={action} />
    case 'code':
      return (
        <CodeForm
          action={action}
          submit={secondFactorWords.submit}
          canRemember={canRemember}
          {...(asked.factor === 'EMAIL' && { mailed: { email, sentAtMs } })}
        />
      )
  }
}

function headingOf(asked: SecondFactorStep): { title: string; intro: string } {
  const { title, choose, setUpApp, setUpEmail } = secondFactorWords
  switch (asked.step) {
    case 'choose':
    case 'choose-set-up':
      return choose
    case 'set-up-app':
      return setUpApp
    case 'set-up-email':
      return setUpEmail
    case 'code':
      return { title, intro: introOf(asked) }
  }
}

function introOf({ factor, destination }: Extract<SecondFactorStep, { step: 'code' }>): string {
  const { fromApp, sent, sentTo } = secondFactorWords
  if (factor === 'TOTP') return fromApp
  return destination === undefined ? sent : sentTo(destination)
}
