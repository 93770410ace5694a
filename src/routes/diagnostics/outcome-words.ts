import type { Finding } from '../../doctor/finding.ts'
import { diagnosticsWords } from '../../ui/wording/diagnostics.en.ts'
import { countByStatus, outcomeOf } from './run-state.ts'

/** What all the findings come to, in one line. */
export function outcomeWords(findings: readonly Finding[]): string {
  const { outcome } = diagnosticsWords
  const kind = outcomeOf(findings)
  const count = findings.filter(({ status }) => status === kind).length
  return kind === 'wrong' || kind === 'doubtful' ? outcome[kind](count) : outcome[kind]
}

export function countWords(findings: readonly Finding[]): string {
  return countByStatus(findings)
    .map(([status, count]) => diagnosticsWords.counts[status](count))
    .join(' · ')
}
