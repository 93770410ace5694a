import { data } from 'react-router-dom'
import type { AuthOperation } from '../../auth/auth-errors.ts'
import type { ShownProblem } from '../../ui/problem-summary.tsx'
import { accountWords } from '#words/account'

export interface FormProblem extends ShownProblem {
  key: string
}

/** What an action returns when a person can mend it. 4xx also keeps loaders from running again. */
export interface FormAnswer {
  problems: readonly FormProblem[]
}

export function refuse(...problems: FormProblem[]) {
  return data<FormAnswer>({ problems }, { status: 400 })
}

/**
 * The catalogue of errors comes when one happens; if it cannot, the network is what is wrong.
 *
 * @throws `error` itself where it is nothing that a person can act on.
 */
export async function refuseFor(error: unknown, operation: AuthOperation) {
  const catalogue = await import('./explain-error.ts').catch(() => undefined)
  return refuse(catalogue ? catalogue.explainError(error, operation) : unreachable)
}

const unreachable: FormProblem = { key: 'unreachable', ...accountWords.slips.unreachable }

export function messageFor(problems: readonly ShownProblem[], field: string): string | undefined {
  return problems.find((problem) => problem.field === field)?.message
}
