import { useRef } from 'react'
import type { ReactNode } from 'react'
import { Form } from 'react-router-dom'
import { Button } from '../../../ui/button.tsx'
import { CheckboxField } from '../../../ui/fields/checkbox-field.tsx'
import { CodeField } from '../../../ui/fields/code-field.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { secondFactorWords } from '#words/second-factor'
import type { FormAnswer } from '../form-problems.ts'
import { InboxCode } from '../inbox-code.tsx'
import { useFormPage } from '../use-form-page.ts'

interface Props {
  action: string
  /** Words of the button. */
  submit: string
  /** Where a code was mailed to, for the local inbox. */
  mailed?: { email: string; sentAtMs: number }
  /** The answer to another form on the page. */
  aside?: FormAnswer | undefined
  /** Whether this device may be remembered. */
  canRemember?: boolean
  /** Stands before the field. */
  children?: ReactNode
}

export function CodeForm({ action, submit, mailed, aside, canRemember, children }: Props) {
  const { problems, messageFor, isBusy } = useFormPage(aside)
  const code = useRef<HTMLInputElement>(null)
  return (
    <Form className="auth-form" method="post" action={action} noValidate>
      <ProblemSummary problems={problems} />
      {children}
      {mailed && <InboxCode pending={{ purpose: 'sign-in', ...mailed }} fieldRef={code} />}
      <CodeField inputRef={code} error={messageFor('code')} />
      {canRemember && <CheckboxField name="remember" {...secondFactorWords.remember} />}
      <Button type="submit" variation="primary" isLarge isBusy={isBusy}>
        {submit}
      </Button>
    </Form>
  )
}
