import { Form } from 'react-router-dom'
import { Button } from '../../../ui/button.tsx'
import { EmailField } from '../../../ui/fields/email-field.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { secondFactorWords } from '#words/second-factor'
import { useFormPage } from '../use-form-page.ts'

export function EmailForm({ action }: { action: string }) {
  const { problems, messageFor, isBusy } = useFormPage()
  return (
    <Form className="auth-form" method="post" action={action} noValidate>
      <ProblemSummary problems={problems} />
      <EmailField autoComplete="email" error={messageFor('email')} />
      <Button type="submit" variation="primary" isLarge isBusy={isBusy}>
        {secondFactorWords.setUpEmail.submit}
      </Button>
    </Form>
  )
}
