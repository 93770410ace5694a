import { Form, useNavigation } from 'react-router-dom'
import type { ActionFunctionArgs } from 'react-router-dom'
import { AuthUnavailableError, loadAuth } from '../../../auth/load-auth.ts'
import { noteEmail, readEmail } from '../../../auth/pending-code.ts'
import type { PasswordlessFactor } from '../../../auth/sign-in-outcome.ts'
import { paths } from '../../../navigation/paths.ts'
import { useQuery } from '../../../navigation/use-query.ts'
import { Button } from '../../../ui/button.tsx'
import { useEnvironment } from '../../../ui/environment.tsx'
import { CheckboxField } from '../../../ui/fields/checkbox-field.tsx'
import { EmailField } from '../../../ui/fields/email-field.tsx'
import { PasswordField } from '../../../ui/fields/password-field.tsx'
import { Link } from '../../../ui/link.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { accountWords } from '#words/account'
import { checkEmail, checkPassword, textOf } from '../check-form.ts'
import { refuse, refuseFor } from '../form-problems.ts'
import { SignInNotice } from './sign-in-notice.tsx'
import { SignedOutPage } from '../signed-out-page.tsx'
import { useFormPage } from '../use-form-page.ts'
import { useLeaving, SignInOptions } from '../sign-in-options/sign-in-options.tsx'

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const email = textOf(form, 'email').trim()
  const password = textOf(form, 'password')
  const way = textOf(form, 'way')
  const slips = [...checkEmail(email), ...(way ? [] : checkPassword(password))]
  if (slips.length > 0) return refuse(...slips)

  try {
    noteEmail(email)
    const [auth, { goOn }] = await Promise.all([loadAuth(), loadNextSteps()])
    const keep = form.get('keep') !== null
    if (isOtherWay(way)) {
      const outcome = await auth.signInWithout(email, way, keep)
      return await goOn(request, outcome, { email, keep, way })
    }
    const outcome = await auth.signIn(email, password, keep)
    return await goOn(request, outcome, { email, keep, isByPassword: true })
  } catch (error) {
    return await refuseFor(error, way ? 'withoutPassword' : 'signIn')
  }
}

function isOtherWay(way: string): way is PasswordlessFactor {
  return way in accountWords.signIn.passwordless
}

/** With the client, not with the page: nobody needs it before the form is sent. */
function loadNextSteps() {
  return import('./go-on-signing-in.ts').catch((cause: unknown) => {
    throw new AuthUnavailableError('The steps after the password did not load', { cause })
  })
}

export function Component() {
  const leaving = useLeaving()
  const { problems } = useFormPage(leaving.data)
  return (
    <SignedOutPage
      page="sign-in"
      title={accountWords.signIn.title}
      hasProblem={problems.length > 0}
      fact={accountWords.facts.signIn}
    >
      <SignIn leaving={leaving} />
    </SignedOutPage>
  )
}

const formId = 'sign-in'

function SignIn({ leaving }: { leaving: ReturnType<typeof useLeaving> }) {
  const query = useQuery()
  const returnTo = query.get('returnTo') ?? undefined
  const { problems, messageFor, isBusy } = useFormPage(leaving.data)
  const { passwordless = [] } = useEnvironment()
  const pressed = useNavigation().formData?.get('way')
  return (
    <SignInOptions
      page="sign-in"
      returnTo={returnTo}
      leaving={leaving}
      notice={
        <>{problems.length > 0 ? <ProblemSummary problems={problems} /> : <SignInNotice />}</>
      }
      shared={
        <CheckboxField
          name="keep"
          form={formId}
          label={accountWords.signIn.keep}
          hint={accountWords.signIn.keepHint}
        />
      }
      footer={
        <p className="auth-switch">
          {accountWords.signIn.noAccount}{' '}
          <Link className="link" to={paths.signUp({ returnTo })}>
            {accountWords.signIn.createAccount}
          </Link>
        </p>
      }
    >
      <Form
        id={formId}
        className="auth-form"
        method="post"
        action={`/sign-in${suffix(query)}`}
        noValidate
      >
        <EmailField autoComplete="username" remembered={readEmail} error={messageFor('email')} />
        <div className="password-and-link">
          <PasswordField autoComplete="current-password" error={messageFor('password')} />
          <Link className="link" to={paths.forgotPassword({ returnTo })}>
            {accountWords.signIn.forgot}
          </Link>
        </div>
        <Button type="submit" variation="primary" isLarge isBusy={isBusy && !pressed}>
          {accountWords.signIn.submit}
        </Button>
        {passwordless.length > 0 && (
          <div className="options-quiet">
            {passwordless.map((way) => (
              <Button
                key={way}
                type="submit"
                variation="link"
                name="way"
                value={way}
                isBusy={pressed === way}
              >
                {accountWords.signIn.passwordless[way]}
              </Button>
            ))}
          </div>
        )}
      </Form>
    </SignInOptions>
  )
}

function suffix(query: URLSearchParams): string {
  return query.size > 0 ? `?${query.toString()}` : ''
}
