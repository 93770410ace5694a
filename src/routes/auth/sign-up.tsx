import { Form, redirect } from 'react-router-dom'
import type { ActionFunctionArgs } from 'react-router-dom'
import { loadAuth } from '../../auth/load-auth.ts'
import { noteEmail, notePendingCode, readEmail } from '../../auth/pending-code.ts'
import { paths } from '../../navigation/paths.ts'
import { parseReturnTo } from '../../navigation/return-to.ts'
import { useQuery } from '../../navigation/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { EmailField } from '../../ui/fields/email-field.tsx'
import { Link } from '../../ui/link.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { accountWords } from '#words/account'
import { checkEmail, checkNewPassword, textOf } from './check-form.ts'
import { refuse, refuseFor } from './form-problems.ts'
import { NewPasswordField } from './password/new-password-field.tsx'
import { SignedOutPage } from './signed-out-page.tsx'
import { useFormPage } from './use-form-page.ts'
import { useLeaving, SignInOptions } from './sign-in-options/sign-in-options.tsx'

export async function action({ request }: ActionFunctionArgs) {
  const { searchParams, origin } = new URL(request.url)
  const returnTo = searchParams.get('returnTo') ?? undefined
  const form = await request.formData()
  const email = textOf(form, 'email').trim()
  const password = textOf(form, 'password')
  const slips = [...checkEmail(email), ...checkNewPassword(password)]
  if (slips.length > 0) return refuse(...slips)

  try {
    noteEmail(email)
    const auth = await loadAuth()
    const delivery = await auth.signUp(email, password)
    if (!delivery) {
      return (await auth.autoSignIn())
        ? redirect(parseReturnTo(returnTo, origin))
        : redirect(paths.signIn({ returnTo, notice: 'confirmed' }))
    }
    notePendingCode({ purpose: 'sign-up', email, delivery, sentAtMs: Date.now() })
    return redirect(paths.confirm({ returnTo }))
  } catch (error) {
    return await refuseFor(error, 'signUp')
  }
}

export function Component() {
  const returnTo = useQuery().get('returnTo') ?? undefined
  const leaving = useLeaving()
  const { answer, problems, messageFor, isBusy } = useFormPage(leaving.data)
  const isTaken = answer?.problems.some(({ key }) => key === 'account-exists')
  return (
    <SignedOutPage
      page="sign-up"
      title={accountWords.signUp.title}
      hasProblem={problems.length > 0}
      fact={accountWords.facts.signUp}
    >
      <SignInOptions
        page="sign-up"
        returnTo={returnTo}
        leaving={leaving}
        notice={
          <>
            <ProblemSummary problems={problems}>
              {isTaken && (
                <Link className="link" to={paths.signIn({ returnTo })}>
                  {accountWords.signUp.signIn}
                </Link>
              )}
            </ProblemSummary>
          </>
        }
        footer={
          <p className="auth-switch">
            {accountWords.signUp.haveAccount}{' '}
            <Link className="link" to={paths.signIn({ returnTo })}>
              {accountWords.signUp.signIn}
            </Link>
          </p>
        }
      >
        <Form className="auth-form" method="post" action={paths.signUp({ returnTo })} noValidate>
          <EmailField
            autoComplete="email"
            hint={accountWords.signUp.emailHint}
            remembered={readEmail}
            error={messageFor('email')}
          />
          <NewPasswordField error={messageFor('password')} />
          <Button type="submit" variation="primary" isLarge isBusy={isBusy}>
            {accountWords.signUp.submit}
          </Button>
        </Form>
      </SignInOptions>
    </SignedOutPage>
  )
}
