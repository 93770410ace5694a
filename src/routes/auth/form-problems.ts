import { data } from 'react-router-dom'
import type { FormProblem } from '../../auth/auth-errors.ts'
import type { ShownProblem } from '../../ui/problem-summary.tsx'
import { words } from '../../ui/wording/words.ts'

/** What an action returns when a person can mend it. 4xx also keeps loaders from running again. */
export interface FormAnswer {
  problems: readonly FormProblem[]
}

export function refuse(...problems: FormProblem[]) {
  return data<FormAnswer>({ problems }, { status: 400 })
}

export function toShownProblem({ key, field, name }: FormProblem): ShownProblem {
  const shown: ShownProblem = { ...words.problems[key], field }
  return name === 'FormIncomplete' ? shown : { ...shown, name }
}

export function messageFor(problems: readonly ShownProblem[], field: string): string | undefined {
  return problems.find((problem) => problem.field === field)?.message
}
