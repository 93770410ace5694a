import { Form } from 'react-router-dom'
import type { ActionFunctionArgs } from 'react-router-dom'
import { changePassword } from '../../../auth/account/change-password.ts'
import { readSecurity, type Security } from '../../../auth/account/security.ts'
import { accountPaths } from '../../../navigation/account-paths.ts'
import { paths } from '../../../navigation/paths.ts'
import { Button } from '../../../ui/button.tsx'
import { PasswordField } from '../../../ui/fields/password-field.tsx'
import { Link } from '../../../ui/link.tsx'
import { accountCentreWords } from '#words/account-centre'
import { checkNewPassword, textOf } from '../../auth/check-form.ts'
import type { FormProblem } from '../../auth/form-problems.ts'
import { NewPasswordField } from '../../auth/password/new-password-field.tsx'
import { AccountPage } from '../parts/account-page.tsx'
import { Outcome } from '../parts/outcome.tsx'
import { Section } from '../parts/section.tsx'
import { UsernameForManagers } from '../parts/username-for-managers.tsx'
import { useAccountForm } from '../parts/use-account-form.ts'
import { done, refuse, refuseOrLeave, requireFreshProof, type Task } from '../task.ts'
import { PasswordRow } from './sign-in-rows.tsx'

const words = accountCentreWords.password

export const password: Task = {
  load: async () => <Password security={await readSecurity()} />,
  act,
}

async function act({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const isFirst = form.get('intent') === 'set'
  const previous = textOf(form, 'current')
  const next = textOf(form, 'password')
  const slips = [...(isFirst ? [] : checkCurrent(previous)), ...checkNewPassword(next)]
  if (slips.length > 0) return refuse(...slips)
  // Whoever has a password proves themselves by it.
  if (isFirst) await requireFreshProof(request)
  try {
    await changePassword(isFirst ? undefined : previous, next)
    return await done(isFirst ? 'password-set' : 'password-changed')
  } catch (error) {
    return refuseOrLeave(error, 'changePassword', request)
  }
}

function checkCurrent(password: string): FormProblem[] {
  if (password !== '') return []
  return [{ key: 'password-missing', field: 'current', message: words.currentMissing }]
}

function Password({ security }: { security: Security }) {
  const { outcome, hasProblem, messageFor, isBusy } = useAccountForm()
  const { me, hasPassword } = security
  const isFirst = hasPassword === false
  return (
    <AccountPage
      title={isFirst ? words.setTitle : words.changeTitle}
      {...(isFirst && me.provider === undefined && { intro: words.setIntro })}
      hasProblem={hasProblem}
      isTask
    >
      <Outcome {...outcome} />
      {outcome.done === undefined && (
        <Section>
          {me.provider === undefined ? (
            <Form
              className="account-form"
              method="post"
              action={accountPaths.password()}
              noValidate
            >
              <UsernameForManagers email={me.email} />
              {!isFirst && (
                <div className="password-and-link">
                  <PasswordField
                    name="current"
                    label={words.current}
                    autoComplete="current-password"
                    error={messageFor('current')}
                  />
                  <Link className="link" to={paths.forgotPassword()}>
                    {words.forgot}
                  </Link>
                </div>
              )}
              <NewPasswordField label={words.new} error={messageFor('password')} />
              <input type="hidden" name="intent" value={isFirst ? 'set' : 'change'} />
              <div>
                <Button type="submit" variation="primary" isBusy={isBusy}>
                  {isFirst ? words.set : words.change}
                </Button>
              </div>
            </Form>
          ) : (
            <PasswordRow security={security} />
          )}
        </Section>
      )}
    </AccountPage>
  )
}
