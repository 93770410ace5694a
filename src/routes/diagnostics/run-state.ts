import type { CheckId, Finding, FindingStatus } from '../../doctor/finding.ts'

/** How far a run has come. */
export interface RunState {
  findings: ReadonlyMap<CheckId, Finding>
  isDone: boolean
}

export const notStarted: RunState = { findings: new Map(), isDone: false }

/** Worst first. */
const statusOrder: readonly FindingStatus[] = [
  'wrong',
  'doubtful',
  'unknown',
  'ok',
  'not-applicable',
]

type Counts = readonly (readonly [status: FindingStatus, count: number])[]

/** How many there are of each status that there are any of, worst first. */
export function countByStatus(findings: readonly Finding[]): Counts {
  return statusOrder
    .map(
      (status) => [status, findings.filter((finding) => finding.status === status).length] as const,
    )
    .filter(([, count]) => count > 0)
}

/** What the findings come to: the worst of those that say what works and what does not. */
export function outcomeOf(findings: readonly Finding[]): Exclude<FindingStatus, 'not-applicable'> {
  const [worst] = countByStatus(findings)[0] ?? []
  return worst === undefined || worst === 'not-applicable' ? 'ok' : worst
}

export function isProblem({ status }: Finding): boolean {
  return status === 'wrong' || status === 'doubtful'
}
