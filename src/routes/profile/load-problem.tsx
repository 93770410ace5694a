import { useMemo } from 'react'
import { useRevalidator } from 'react-router-dom'
import { endSession } from '../../auth/session/end-session.ts'
import { paths } from '../../navigation/paths.ts'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/class-names.ts'
import { Link } from '../../ui/link.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { profileWords } from '#words/profile'
import type { ProfileProblem } from './shown-problem.ts'

/** What could not be read, and the way to read it after all. */
export function LoadProblem({ problem }: { problem: ProfileProblem }) {
  const { revalidate, state } = useRevalidator()
  const problems = useMemo(() => [problem], [problem])
  return (
    <ProblemSummary problems={problems}>
      <div className="profile-actions">
        <Button isBusy={state !== 'idle'} onClick={() => void revalidate()}>
          {profileWords.again}
        </Button>
        <SignInAgain problem={problem} />
      </div>
    </ProblemSummary>
  )
}

/** Only where a new sign-in helps. It leads back here, to what was typed. */
export function SignInAgain({ problem }: { problem: ProfileProblem }) {
  if (problem.trouble !== 'signedOut' && problem.trouble !== 'expired') return null
  return (
    <Link
      className={buttonClass()}
      to={paths.signIn({ returnTo: paths.profile(), notice: 'session-ended' })}
      onClick={endSession}
    >
      {profileWords.signIn}
    </Link>
  )
}
