import { Form, Link, redirect, useNavigation } from 'react-router-dom'
import type { ActionFunctionArgs } from 'react-router-dom'
import { loadAuth } from '../../auth/load-auth.ts'
import { forgetEmail, noteEmail, notePendingCode, readEmail } from '../../auth/pending-code.ts'
import { useSession } from '../../auth/use-session.ts'
import { paths } from '../../navigation/paths.ts'
import { parseReturnTo } from '../../navigation/return-to.ts'
import { useQuery } from '../../navigation/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { EmailField } from '../../ui/email-field.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { SessionSwitch } from '../../ui/session-switch.tsx'
import { words } from '../../ui/wording/words.ts'
import { AlreadySignedIn } from './already-signed-in.tsx'
import { AuthPage } from './auth-page.tsx'
import { checkEmail, checkPassword, textOf } from './check-form.ts'
import { refuse, refuseFor } from './form-problems.ts'
import { SignInNotice } from './sign-in-notice.tsx'
import { useFormPage } from './use-form-page.ts'

export async function action({ request }: ActionFunctionArgs) {
  const { searchParams, origin } = new URL(request.url)
  const returnTo = searchParams.get('returnTo') ?? undefined
  const form = await request.formData()
  const email = textOf(form, 'email').trim()
  const password = textOf(form, 'password')
  const slips = [...checkEmail(email), ...checkPassword(password)]
  if (slips.length > 0) return refuse(...slips)

  try {
    noteEmail(email)
    const auth = await loadAuth()
    switch (await auth.signIn(email, password, form.get('keep') !== null)) {
      case 'done':
        forgetEmail()
        return redirect(parseReturnTo(returnTo, origin))
      case 'confirm-sign-up': {
        const delivery = await auth.resendSignUpCode(email)
        notePendingCode({ purpose: 'sign-up', email, delivery, sentAtMs: Date.now() })
        return redirect(paths.confirm({ returnTo }))
      }
      case 'reset-password':
        return redirect(paths.forgotPassword({ reason: 'required', returnTo }))
    }
  } catch (error) {
    return await refuseFor(error, 'signIn')
  }
}

export function Component() {
  const session = useSession()
  const { state } = useNavigation()
  // On the way out after signing in, the form stays: the page that follows is what has changed.
  const shown = session === 'signed-in' && state !== 'idle' ? 'signed-out' : session
  const { problems } = useFormPage()
  return (
    <AuthPage
      title={words.signIn.title}
      heading={shown === 'signed-in' ? words.signIn.alreadyHeading : words.signIn.title}
      hasProblem={problems.length > 0}
      fact={words.facts.signIn}
    >
      <SessionSwitch session={shown} signedIn={<AlreadySignedIn />} signedOut={<SignInForm />} />
    </AuthPage>
  )
}

function SignInForm() {
  const query = useQuery()
  const returnTo = query.get('returnTo') ?? undefined
  const { problems, messageFor, isBusy } = useFormPage()
  return (
    <Form className="auth-form" method="post" action={`/sign-in${suffix(query)}`} noValidate>
      {problems.length === 0 && <SignInNotice />}
      <ProblemSummary problems={problems} />
      <EmailField autoComplete="username" remembered={readEmail} error={messageFor('email')} />
      <PasswordField autoComplete="current-password" error={messageFor('password')} />
      <Link className="amplify-link auth-aside-link" to={paths.forgotPassword({ returnTo })}>
        {words.signIn.forgot}
      </Link>
      <CheckboxField name="keep" label={words.signIn.keep} hint={words.signIn.keepHint} />
      <Button type="submit" variation="primary" isLarge isBusy={isBusy}>
        {words.signIn.submit}
      </Button>
      <p className="auth-switch">
        {words.signIn.noAccount}{' '}
        <Link className="amplify-link" to={paths.signUp({ returnTo })}>
          {words.signIn.createAccount}
        </Link>
      </p>
    </Form>
  )
}

function suffix(query: URLSearchParams): string {
  return query.size > 0 ? `?${query.toString()}` : ''
}
