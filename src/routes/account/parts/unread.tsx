import { useMemo } from 'react'
import { useRevalidator } from 'react-router-dom'
import { Button } from '../../../ui/button.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { accountCentreWords as words } from '#words/account-centre'
import type { FormProblem } from '../../auth/form-problems.ts'
import { AccountPage } from './account-page.tsx'

/** A page whose content could not be read, and the way to read it after all. */
export function Unread({ problem }: { problem: FormProblem }) {
  const { revalidate, state } = useRevalidator()
  const problems = useMemo(() => [problem], [problem])
  return (
    <AccountPage title={words.title} hasProblem>
      <ProblemSummary problems={problems}>
        <Button isBusy={state !== 'idle'} onClick={() => void revalidate()}>
          {words.again}
        </Button>
      </ProblemSummary>
    </AccountPage>
  )
}
