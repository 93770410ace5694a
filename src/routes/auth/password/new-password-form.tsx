import { useRef } from 'react'
import { Form } from 'react-router-dom'
import { resetCodeHours } from '../../../auth/code-delivery.ts'
import type { PendingCode } from '../../../auth/pending-code.ts'
import { paths } from '../../../navigation/paths.ts'
import { useQuery } from '../../../navigation/use-query.ts'
import { Button } from '../../../ui/button.tsx'
import { CodeField } from '../../../ui/fields/code-field.tsx'
import { Link } from '../../../ui/link.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { codeWords } from '#words/codes'
import { AuthPage } from '../auth-page.tsx'
import { NewPasswordField } from './new-password-field.tsx'
import { ResendCode, useResend } from '../resend-code.tsx'
import { InboxCode } from '../inbox-code.tsx'
import { useFormPage } from '../use-form-page.ts'

/** The second step of a reset. It says the same whether or not there is such an account. */
export function NewPasswordForm({ pending }: { pending: PendingCode }) {
  const returnTo = useQuery().get('returnTo') ?? undefined
  const action = paths.forgotPassword({ step: 'code', returnTo })
  const resending = useResend()
  const { problems, messageFor, isBusy } = useFormPage(resending.data)
  const code = useRef<HTMLInputElement>(null)
  return (
    <AuthPage
      title={codeWords.forgot.checkTitle}
      intro={`${codeWords.forgot.sent(pending.email)} ${codeWords.confirm.lifetime(resetCodeHours)}`}
      hasProblem={problems.length > 0}
      fact={codeWords.facts.forgot}
    >
      <Form className="auth-form" method="post" action={action} noValidate>
        <ProblemSummary problems={problems} />
        {/* Not hidden from password managers, which must know whose new password they keep. */}
        <input
          className="visually-hidden"
          type="email"
          name="email"
          autoComplete="username"
          value={pending.email}
          aria-hidden="true"
          tabIndex={-1}
          readOnly
        />
        <input type="hidden" name="intent" value="change" />
        <InboxCode pending={pending} fieldRef={code} />
        <CodeField inputRef={code} error={messageFor('code')} />
        <NewPasswordField label={codeWords.forgot.newPassword} error={messageFor('password')} />
        <Button type="submit" variation="primary" isLarge isBusy={isBusy}>
          {codeWords.forgot.submitNew}
        </Button>
      </Form>
      <div className="auth-more">
        <ResendCode
          fetcher={resending}
          action={action}
          pending={pending}
          emailFrom={() => pending.email}
        />
        <Link className="link" to={paths.forgotPassword({ returnTo })}>
          {codeWords.forgot.otherAddress}
        </Link>
      </div>
    </AuthPage>
  )
}
