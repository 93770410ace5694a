import { commonProblems } from './problems/common.ts'
import type { Problem, ProblemKey, Problems } from './problems/problem.ts'

export interface FormProblem extends Problem {
  /** The technical name, for the details and for whoever is asked for help. */
  name: string
}

/**
 * What a form shows for `error`: names decide and messages never do, since AWS rewords them.
 *
 * @throws `error` itself where neither Cognito nor Amplify raised it, for the route's boundary.
 */
export function problemFrom(error: unknown, problems: Problems): FormProblem {
  if (!(error instanceof Error)) throw error
  const { name } = error
  const known = problems.get(name) ?? commonProblems.get(name)
  if (known) return { ...whereReached(known), name }
  if (isAmplifyError(error)) return { key: 'unexpected', name }
  throw error
}

/** A problem that the form found itself, before anything was sent. */
export function formProblem(key: ProblemKey, field: string): FormProblem {
  return { key, field, name: 'FormIncomplete' }
}

/** `fetch` fails in one way for everything, so the browser is asked whether there is a network. */
function whereReached(problem: Problem): Problem {
  return problem.key === 'unreachable' && !navigator.onLine ? { key: 'offline' } : problem
}

/** By shape: importing the class would bring Amplify into the first page. */
function isAmplifyError(error: Error): boolean {
  return 'recoverySuggestion' in error
}
