import type { Finding, FindingStatus } from '../finding.ts'
import { diagnosticsWords } from '#doctor-words/diagnostics'

/** Worst first. */
const statusOrder: readonly FindingStatus[] = [
  'wrong',
  'doubtful',
  'unknown',
  'ok',
  'not-applicable',
]

/** How many findings there are of each status. */
export function countsOf(findings: readonly Finding[]): Record<FindingStatus, number> {
  const counts = { ok: 0, wrong: 0, doubtful: 0, unknown: 0, 'not-applicable': 0 }
  for (const { status } of findings) counts[status] += 1
  return counts
}

/** What the findings come to: the worst of those that say what works and what does not. */
export function outcomeOf(findings: readonly Finding[]): Exclude<FindingStatus, 'not-applicable'> {
  const counts = countsOf(findings)
  const worst = statusOrder.find((status) => counts[status] > 0)
  return worst === undefined || worst === 'not-applicable' ? 'ok' : worst
}

export function isProblem({ status }: Finding): boolean {
  return status === 'wrong' || status === 'doubtful'
}

/** What all the findings come to, in one line. */
export function outcomeWords(findings: readonly Finding[]): string {
  const { outcome } = diagnosticsWords
  const kind = outcomeOf(findings)
  const count = countsOf(findings)[kind]
  return kind === 'wrong' || kind === 'doubtful' ? outcome[kind](count) : outcome[kind]
}

/** @param statuses all, or those that are not told otherwise. */
export function countWords(
  findings: readonly Finding[],
  statuses: readonly FindingStatus[] = statusOrder,
): string {
  const counts = countsOf(findings)
  return statusOrder
    .filter((status) => statuses.includes(status) && counts[status] > 0)
    .map((status) => diagnosticsWords.counts[status](counts[status]))
    .join(' · ')
}
