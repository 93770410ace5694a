import { Form, redirect } from 'react-router-dom'
import type { ActionFunctionArgs } from 'react-router-dom'
import { parseCode } from '../../../auth/code-delivery.ts'
import { loadAuth } from '../../../auth/load-auth.ts'
import { forgetPendingCode, noteEmail } from '../../../auth/pending-code.ts'
import { notePendingCode, readEmail, usePendingCode } from '../../../auth/pending-code.ts'
import { paths } from '../../../navigation/paths.ts'
import { useQuery } from '../../../navigation/use-query.ts'
import { Button } from '../../../ui/button.tsx'
import { EmailField } from '../../../ui/fields/email-field.tsx'
import { Link } from '../../../ui/link.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { codeWords } from '#words/codes'
import { AuthPage } from '../auth-page.tsx'
import { checkCode, checkEmail, checkNewPassword, textOf } from '../check-form.ts'
import { refuse, refuseFor } from '../form-problems.ts'
import { NewPasswordForm } from './new-password-form.tsx'
import { useFormPage } from '../use-form-page.ts'

export async function action({ request }: ActionFunctionArgs) {
  const returnTo = new URL(request.url).searchParams.get('returnTo') ?? undefined
  const form = await request.formData()
  const email = textOf(form, 'email').trim()
  if (form.get('intent') === 'change') return changePassword(email, form, returnTo)
  if (form.get('intent') === 'have') return enterCode(email, returnTo)
  return requestCode(email, { isResend: form.get('intent') === 'resend', returnTo })
}

async function requestCode(
  email: string,
  { isResend, returnTo }: { isResend: boolean; returnTo: string | undefined },
) {
  const slips = checkEmail(email)
  if (slips.length > 0) return refuse(...slips)
  try {
    noteEmail(email)
    const auth = await loadAuth()
    const delivery = await auth.requestPasswordReset(email)
    notePendingCode({ purpose: 'reset-password', email, delivery, sentAtMs: Date.now() })
    return isResend
      ? { problems: [], sent: codeWords.forgot.resent }
      : redirect(paths.forgotPassword({ step: 'code', returnTo }))
  } catch (error) {
    return await refuseFor(error, 'requestReset')
  }
}

/** An administrator who resets a password has a code sent, and another would replace it. */
function enterCode(email: string, returnTo: string | undefined) {
  const slips = checkEmail(email)
  if (slips.length > 0) return refuse(...slips)
  const delivery = { destination: undefined, medium: undefined }
  notePendingCode({ purpose: 'reset-password', email, delivery, sentAtMs: 0 })
  return redirect(paths.forgotPassword({ step: 'code', returnTo }))
}

async function changePassword(email: string, form: FormData, returnTo: string | undefined) {
  const code = parseCode(textOf(form, 'code'))
  const password = textOf(form, 'password')
  const slips = [...checkEmail(email), ...checkCode(code), ...checkNewPassword(password)]
  if (slips.length > 0) return refuse(...slips)
  try {
    const auth = await loadAuth()
    await auth.confirmPasswordReset(email, code, password)
    forgetPendingCode()
    return redirect(paths.signIn({ returnTo, notice: 'password-changed' }))
  } catch (error) {
    return await refuseFor(error, 'confirmReset')
  }
}

export function Component() {
  const pending = usePendingCode('reset-password')
  const isSecondStep = useQuery().get('step') === 'code'
  return pending && isSecondStep ? <NewPasswordForm pending={pending} /> : <RequestForm />
}

function RequestForm() {
  const query = useQuery()
  const returnTo = query.get('returnTo') ?? undefined
  const isRequired = query.get('reason') === 'required'
  const { problems, messageFor, isBusy } = useFormPage()
  return (
    <AuthPage
      title={codeWords.forgot.title}
      intro={isRequired ? codeWords.forgot.required : codeWords.forgot.intro}
      hasProblem={problems.length > 0}
      fact={codeWords.facts.forgot}
    >
      <Form
        className="auth-form"
        method="post"
        action={paths.forgotPassword({ returnTo, ...(isRequired && { reason: 'required' }) })}
        noValidate
      >
        <ProblemSummary problems={problems} />
        <EmailField autoComplete="username" remembered={readEmail} error={messageFor('email')} />
        <Button type="submit" variation="primary" isLarge isBusy={isBusy}>
          {codeWords.forgot.submit}
        </Button>
        {isRequired && (
          <Button type="submit" name="intent" value="have" variation="link">
            {codeWords.forgot.haveCode}
          </Button>
        )}
        <p className="auth-switch">
          <Link className="link" to={paths.signIn({ returnTo })}>
            {codeWords.forgot.back}
          </Link>
        </p>
      </Form>
    </AuthPage>
  )
}
