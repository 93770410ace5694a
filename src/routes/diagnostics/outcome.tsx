import { Link } from '../../ui/link.tsx'
import type { CheckId, Finding } from '../../doctor/finding.ts'
import { diagnosticsWords as words } from '#doctor-words/diagnostics'
import { doctorWords } from '#doctor-words/common'
import { maskSecrets } from '../../doctor/report/mask.ts'
import { countWords, isProblem, outcomeOf, outcomeWords } from '../../doctor/report/outcome.ts'
import { StatusIcon } from './status-icon.tsx'

interface Props {
  findings: readonly Finding[]
  isDone: boolean
  checking: CheckId | undefined
  total: number
}

/** The one line that matters. */
export function Outcome({ findings, isDone, checking, total }: Props) {
  const title = checking === undefined ? '' : doctorWords.titles[checking]
  return (
    <>
      <h2 className="outcome" id="outcome">
        <StatusIcon status={isDone ? outcomeOf(findings) : 'checking'} />
        {isDone ? outcomeWords(findings) : words.outcome.checking(title)}
      </h2>
      <p className="outcome-counts">
        {isDone ? countWords(findings) : words.outcome.progress(findings.length, total)}
      </p>
    </>
  )
}

/** What is behind it, worst first, with what to do about it. */
export function Problems({ findings }: { findings: readonly Finding[] }) {
  const problems = [
    ...findings.filter(({ status }) => status === 'wrong'),
    ...findings.filter((finding) => isProblem(finding) && finding.status !== 'wrong'),
  ]
  if (problems.length === 0) return null
  return (
    <ul className="outcome-problems" aria-label={words.problems}>
      {problems.map(({ check, status, summary, remedy }) => (
        <li key={check}>
          <StatusIcon status={status} />
          <p>
            <span className="visually-hidden">{words.statuses[status]}: </span>
            <Link className="link" to={{ hash: check }}>
              {doctorWords.titles[check]}
            </Link>{' '}
            {maskSecrets(summary)} {remedy && maskSecrets(remedy.text)}
          </p>
        </li>
      ))}
    </ul>
  )
}
