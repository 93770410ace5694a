import { useLoaderData } from 'react-router-dom'
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router-dom'
import { parseCode } from '../../../auth/code-delivery.ts'
import { loadAuth } from '../../../auth/load-auth.ts'
import {
  forgetPendingSecondFactor,
  notePendingSecondFactor,
  readPendingSecondFactor,
  type PendingSecondFactor,
} from '../../../auth/pending-second-factor.ts'
import type { PasswordlessFactor } from '../../../auth/sign-in-outcome.ts'
import { paths } from '../../../navigation/paths.ts'
import { useQuery } from '../../../navigation/use-query.ts'
import { Link } from '../../../ui/link.tsx'
import { codeWords } from '#words/codes'
import { secondFactorWords } from '#words/second-factor'
import { answerStep } from './answer-step.ts'
import { AuthPage } from '../auth-page.tsx'
import { checkCode, textOf } from '../check-form.ts'
import { refuse, refuseFor } from '../form-problems.ts'
import { goOn } from './go-on-signing-in.ts'
import { pendingStepAt, signInAgain } from './pending-step.ts'
import { ResendCode, useResend } from '../resend-code.tsx'
import { CodeForm } from '../second-factor/code-form.tsx'
import { useFormPage } from '../use-form-page.ts'

/** The code that stands for a password. */
export function loader({ request }: LoaderFunctionArgs) {
  return pendingStepAt(request)
}

export async function action({ request }: ActionFunctionArgs) {
  const pending = readPendingSecondFactor()
  if (!pending?.way) return signInAgain(request)
  const form = await request.formData()
  if (form.get('intent') === 'resend') return sendAgain(request, pending, pending.way)
  const code = parseCode(textOf(form, 'code'))
  const slips = checkCode(code)
  return slips.length > 0 ? refuse(...slips) : answerStep(request, pending, code)
}

/** Begins anew: a code is good for the sign-in that it was sent for, and for none after it. */
async function sendAgain(
  request: Request,
  { email, keep }: PendingSecondFactor,
  way: PasswordlessFactor,
) {
  try {
    const auth = await loadAuth()
    const asked = await auth.signInWithout(email, way, keep)
    if (asked.step !== 'code') return await goOn(request, asked, { email, keep, way })
    notePendingSecondFactor({ email, keep, way, asked, sentAtMs: Date.now() })
    return { problems: [], sent: codeWords.confirm.resentUnnamed }
  } catch (error) {
    return await refuseFor(error, 'withoutPassword')
  }
}

export function Component() {
  const { email, asked, sentAtMs } = useLoaderData<PendingSecondFactor>()
  const returnTo = useQuery().get('returnTo') ?? undefined
  const resending = useResend()
  const { problems } = useFormPage(resending.data)
  const { title, sent, submit, otherWay, fact } = secondFactorWords.inPlaceOfPassword
  const action = paths.signInCode({ returnTo })
  const { factor, destination } = asked.step === 'code' ? asked : {}
  return (
    <AuthPage
      title={title}
      intro={sent(email, destination)}
      hasProblem={problems.length > 0}
      fact={fact}
    >
      <CodeForm
        action={action}
        submit={submit}
        aside={resending.data}
        {...(factor === 'EMAIL' && { mailed: { email, sentAtMs } })}
      />
      <div className="auth-more">
        <ResendCode
          fetcher={resending}
          action={action}
          pending={{ sentAtMs }}
          emailFrom={() => email}
        />
        <Link className="link" to={paths.signIn({ returnTo })} onClick={forgetPendingSecondFactor}>
          {otherWay}
        </Link>
      </div>
    </AuthPage>
  )
}
