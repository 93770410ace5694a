import type { ReactNode } from 'react'
import { Form } from 'react-router-dom'
import { Button } from '../../../ui/button.tsx'
import { CodeField } from '../../../ui/fields/code-field.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { useFormPage } from '../use-form-page.ts'

interface Props {
  action: string
  /** Words of the button. */
  submit: string
  /** Stands before the field. */
  children?: ReactNode
}

export function CodeForm({ action, submit, children }: Props) {
  const { problems, messageFor, isBusy } = useFormPage()
  return (
    <Form className="auth-form" method="post" action={action} noValidate>
      <ProblemSummary problems={problems} />
      {children}
      <CodeField error={messageFor('code')} />
      <Button type="submit" variation="primary" isLarge isBusy={isBusy}>
        {submit}
      </Button>
    </Form>
  )
}
