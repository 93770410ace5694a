import { Form, redirect, useLoaderData } from 'react-router-dom'
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router-dom'
import { loadAuth } from '../../../auth/load-auth.ts'
import { forgetPendingPassword, readPendingPassword } from '../../../auth/pending-password.ts'
import type { PendingPassword } from '../../../auth/pending-password.ts'
import { paths } from '../../../navigation/paths.ts'
import { useQuery } from '../../../navigation/use-query.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/fields/field.tsx'
import { Link } from '../../../ui/link.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { ownPasswordWords } from '#words/own-password'
import { attributeInput } from './attribute-inputs.ts'
import { AuthPage } from '../auth-page.tsx'
import { checkNewPassword, textOf } from '../check-form.ts'
import { refuse, refuseFor } from '../form-problems.ts'
import type { FormProblem } from '../form-problems.ts'
import { goOn } from '../sign-in/go-on-signing-in.ts'
import { NewPasswordField } from './new-password-field.tsx'
import { useFormPage } from '../use-form-page.ts'

/** Follows a temporary password; without one there is nothing to do here but to sign in. */
export function loader({ request }: LoaderFunctionArgs) {
  return readPendingPassword() ?? signInAgain(request)
}

export async function action({ request }: ActionFunctionArgs) {
  const pending = readPendingPassword()
  if (!pending) return signInAgain(request)
  const form = await request.formData()
  const password = textOf(form, 'password')
  const typed = pending.missing.map((name) => [name, textOf(form, name).trim()] as const)
  const slips = [...typed.flatMap(checkFilledIn), ...checkNewPassword(password)]
  if (slips.length > 0) return refuse(...slips)

  try {
    const auth = await loadAuth()
    const outcome = await auth.answerSignIn(password, pending.keep, Object.fromEntries(typed))
    forgetPendingPassword()
    return await goOn(request, outcome, pending)
  } catch (error) {
    return await refuseFor(error, 'ownPassword')
  }
}

function signInAgain(request: Request) {
  const returnTo = new URL(request.url).searchParams.get('returnTo') ?? undefined
  return redirect(paths.signIn({ returnTo, notice: 'sign-in-again' }))
}

function checkFilledIn([name, value]: readonly [name: string, value: string]): FormProblem[] {
  if (value !== '') return []
  const message = ownPasswordWords.missing(attributeInput(name).label)
  return [{ key: 'attribute-missing', field: name, message }]
}

export function Component() {
  const { email, missing } = useLoaderData<PendingPassword>()
  const returnTo = useQuery().get('returnTo') ?? undefined
  const { problems, messageFor, isBusy } = useFormPage()
  return (
    <AuthPage
      title={ownPasswordWords.title}
      intro={ownPasswordWords.intro(email)}
      hasProblem={problems.length > 0}
      fact={ownPasswordWords.fact}
    >
      <Form className="auth-form" method="post" action={paths.ownPassword({ returnTo })} noValidate>
        <ProblemSummary problems={problems} />
        {/* Not hidden from password managers, which must know whose new password they keep. */}
        <input
          className="visually-hidden"
          type="email"
          name="username"
          autoComplete="username"
          value={email}
          aria-hidden="true"
          tabIndex={-1}
          readOnly
        />
        {missing.map((name) => (
          <Field
            key={name}
            name={name}
            {...attributeInput(name)}
            required
            error={messageFor(name)}
          />
        ))}
        <NewPasswordField label={ownPasswordWords.newPassword} error={messageFor('password')} />
        <Button type="submit" variation="primary" isLarge isBusy={isBusy}>
          {ownPasswordWords.submit}
        </Button>
        <p className="auth-switch">
          <Link className="link" to={paths.signIn({ returnTo })}>
            {ownPasswordWords.again}
          </Link>
        </p>
      </Form>
    </AuthPage>
  )
}
