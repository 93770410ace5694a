import { checkIds, type FindingStatus } from '../../src/doctor/finding.ts'
import { factsOf } from '../../src/doctor/report/facts.ts'
import type { Report, ReportedFinding } from './report.ts'
import type { Colour, Style } from '../terminal/style.ts'
import { terminalWords } from './words.en.ts'
import { wrap } from '../terminal/wrap.ts'

const { statuses, labels } = terminalWords

const colours: Record<FindingStatus, Colour> = {
  ok: 'green',
  wrong: 'red',
  doubtful: 'yellow',
  unknown: 'yellow',
  'not-applicable': 'dim',
}

const gap = '  '
const statusWidth = widest(Object.values(statuses))
const nameWidth = widest([...checkIds, ...Object.values(labels)])
const textFrom = statusWidth + nameWidth + 2 * gap.length

/** A finding in three columns: the status, the check and what it found; how and what to do below. */
export function describeFinding(finding: ReportedFinding, style: Style): string {
  const { check, status, summary, templateLine } = finding
  const lines = row(paddedStatus(status, style), check, summary, style)
  if (status === 'ok' || status === 'not-applicable') return lines
  const details = factsOf(finding, placeOf).map(([label, text]) =>
    row(''.padEnd(statusWidth), style.paint(label.padEnd(nameWidth), 'dim'), text, style),
  )
  return [lines, ...details].join('\n')

  function placeOf(template: string) {
    return `${templateLine ?? 'infra/template.yaml'} (${template})`
  }
}

export function describeOutcome(report: Report, { columns }: Style): string {
  const lines = wrap(terminalWords.end(report), columns)
  return [...lines, ...(report.isSignedIn ? [] : wrap(terminalWords.nobody, columns))].join('\n')
}

function paddedStatus(status: FindingStatus, { paint }: Style): string {
  return paint(statuses[status], colours[status]) + ''.padEnd(statusWidth - statuses[status].length)
}

function row(status: string, name: string, text: string, { columns }: Style): string {
  const [first = '', ...more] = wrap(text, columns && columns - textFrom)
  return [
    [status, name.padEnd(nameWidth), first].join(gap),
    ...more.map((line) => `${''.padEnd(textFrom)}${line}`),
  ].join('\n')
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map(({ length }) => length))
}
