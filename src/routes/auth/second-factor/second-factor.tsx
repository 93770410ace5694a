import '../../../ui/css/second-factor.css'
import { redirect, useLoaderData } from 'react-router-dom'
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router-dom'
import { Link } from '../../../ui/link.tsx'
import { parseCode } from '../../../auth/code-delivery.ts'
import { loadAuth } from '../../../auth/load-auth.ts'
import {
  forgetPendingSecondFactor,
  readPendingSecondFactor,
  type PendingSecondFactor,
} from '../../../auth/pending-second-factor.ts'
import type { SecondFactorStep } from '../../../auth/sign-in-outcome.ts'
import { paths } from '../../../navigation/paths.ts'
import { useQuery } from '../../../navigation/use-query.ts'
import { secondFactorWords } from '#words/second-factor'
import { AuthPage } from '../auth-page.tsx'
import { checkCode, checkEmail, textOf } from '../check-form.ts'
import { refuse, refuseFor, type FormProblem } from '../form-problems.ts'
import { goOn } from '../go-on-signing-in.ts'
import { useFormPage } from '../use-form-page.ts'
import { ChooseForm } from './choose-form.tsx'
import { CodeForm } from './code-form.tsx'
import { EmailForm } from './email-form.tsx'
import { SetUpApp } from './set-up-app.tsx'

/**
 * Whatever a sign-in asks for after the password, at one address: its steps cannot be gone back to,
 * since each of them uses its session up.
 */
export function loader({ request }: LoaderFunctionArgs) {
  return readPendingSecondFactor() ?? signInAgain(request)
}

export async function action({ request }: ActionFunctionArgs) {
  const pending = readPendingSecondFactor()
  if (!pending) return signInAgain(request)
  const { answer, slips } = answerOf(pending.asked, await request.formData())
  if (slips.length > 0) return refuse(...slips)
  try {
    const auth = await loadAuth()
    return await goOn(request, await auth.answerSignIn(answer, pending.keep), pending)
  } catch (error) {
    const refusal = await refuseFor(error, 'secondFactor')
    const isOver = refusal.data.problems.some(({ key }) => key === 'second-factor-over')
    if (isOver) forgetPendingSecondFactor()
    return refusal
  }
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

function signInAgain(request: Request) {
  const returnTo = new URL(request.url).searchParams.get('returnTo') ?? undefined
  return redirect(paths.signIn({ returnTo, notice: 'sign-in-again' }))
}

export function Component() {
  const { email, asked } = useLoaderData<PendingSecondFactor>()
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
        action={paths.secondFactor({ returnTo })}
        // A new step is a new form: nothing that was typed for the last one stays.
        key={asked.step}
      />
      <p className="auth-switch">
        <Link className="link" to={paths.signIn({ returnTo })} onClick={forgetPendingSecondFactor}>
          {secondFactorWords.again}
        </Link>
      </p>
    </AuthPage>
  )
}

interface StepProps {
  asked: SecondFactorStep
  email: string
  action: string
}

function StepForm({ asked, email, action }: StepProps) {
  switch (asked.step) {
    case 'choose':
    case 'choose-set-up':
      return <ChooseForm factors={asked.factors} action={action} />
    case 'set-up-app':
      return <SetUpApp secret={asked.secret} email={email} action={action} />
    case 'set-up-email':
      return <EmailForm action={action} />
    case 'code':
      return <CodeForm action={action} submit={secondFactorWords.submit} />
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
