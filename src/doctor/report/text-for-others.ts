import type { Finding } from '../finding.ts'
import { diagnosticsWords as words } from '#doctor-words/diagnostics'
import { doctorWords } from '#doctor-words/common'
import { words as appWords } from '#words/words'
import { factsOf } from './facts.ts'
import { maskPersonal } from './mask.ts'
import { outcomeWords } from './outcome.ts'
import { placeInTemplate } from './place-in-template.ts'

interface Circumstances {
  at: Date
  origin: string
  browser: string
}

/** All that was found, as plain text for a colleague or for whoever gets the bug report. */
export function reportOf(
  findings: readonly Finding[],
  { at, origin, browser }: Circumstances,
): string {
  const head = [
    words.reportHeading(appWords.product),
    `${at.toISOString()}, ${origin}`,
    browser,
    outcomeWords(findings),
  ]
  return maskPersonal([head.join('\n'), ...findings.map(describe), ''].join('\n\n')).trimEnd()
}

function describe(finding: Finding): string {
  const { check, status, summary } = finding
  return [
    `[${words.statuses[status]}] ${doctorWords.titles[check]} (${check})`,
    `  ${summary}`,
    ...factsOf(finding, placeInTemplate).map(([label, text]) => `  ${label}: ${text}`),
  ].join('\n')
}
