import { Form } from 'react-router-dom'
import type { Factor } from '../../../auth/sign-in-outcome.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { secondFactorWords } from '#words/second-factor'
import { useFormPage } from '../use-form-page.ts'

export function ChooseForm({ factors, action }: { factors: readonly Factor[]; action: string }) {
  const { problems, isBusy } = useFormPage()
  return (
    <Form className="auth-form" method="post" action={action} noValidate>
      <ProblemSummary problems={problems} />
      {factors.map((factor) => (
        <Button key={factor} type="submit" name="factor" value={factor} isLarge isBusy={isBusy}>
          {secondFactorWords.factors[factor]}
        </Button>
      ))}
    </Form>
  )
}
