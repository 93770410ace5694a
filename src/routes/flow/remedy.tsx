import type { Exchange } from '../../recorder/exchange.ts'

import { paths } from '../../navigation/paths.ts'
import { reading, storageProblem } from '../../storage/storage-errors.ts'
import { Link } from '../../ui/link.tsx'
import type { ShownProblem } from '../../ui/problem-summary.tsx'
import { flowWords as words } from '#words/flow'
import { explainError } from '../auth/explain-error.ts'
import { shownStorageProblem } from '../profile/shown-problem.ts'

/** What the doctor says of a step that has failed. */
export function Remedy({ exchange }: { exchange: Exchange }) {
  const problem = problemOf(exchange)
  return (
    <div className="flow-remedy">
      <h3>{words.remedy}</h3>
      <p>{[problem.message, problem.next, problem.operator].filter(Boolean).join(' ')}</p>
      <Link className="link" to={paths.diagnostics(problem.check)}>
        {words.findOut}
      </Link>
    </div>
  )
}

function problemOf({ to, error = '', operation }: Exchange): ShownProblem {
  // As Amplify names it, by which the app's own pages know what to say.
  const raised = Object.assign(new Error(error), { name: error, recoverySuggestion: '' })
  const isFiles = to === 's3' || to === 'identity-pool'
  if (isFiles && storageProblem(raised, reading, true).trouble !== 'unknown') {
    return shownStorageProblem(raised, reading)
  }
  const isSignUp = /SignUp|ResendConfirmationCode/.test(operation)
  return explainError(raised, isSignUp ? 'signUp' : to === 'domain' ? 'redirect' : 'signIn')
}
