import type { CheckId, Finding } from '../../doctor/finding.ts'
import { diagnosticsWords } from '#doctor-words/diagnostics'
import { doctorWords } from '#doctor-words/common'
import { words } from '#words/words'
import { FindingFacts } from './finding-facts.tsx'
import { maskSecrets } from '../../doctor/report/mask.ts'
import { isProblem } from '../../doctor/report/outcome.ts'
import { StatusIcon } from './status-icon.tsx'

interface Props {
  check: CheckId
  finding: Finding | undefined
  isChecking: boolean
  /** Whether the address names it: then it is shown whole. */
  isAsked: boolean
}

/** There from the start, so that it can be linked to, and nothing moves much when it is found. */
export function FindingItem({ check, finding, isChecking, isAsked }: Props) {
  const status = finding?.status ?? (isChecking ? 'checking' : 'waiting')
  const title = doctorWords.titles[check]
  const headingId = `${check}-heading`
  return (
    <article
      id={check}
      className="finding"
      data-status={status}
      tabIndex={-1}
      aria-labelledby={headingId}
    >
      <header>
        <h3 id={headingId}>{title}</h3>
        <p className="finding-status">
          <StatusIcon status={status} />
          {diagnosticsWords.statuses[status]}
        </p>
      </header>
      {finding && (
        <>
          <p>{maskSecrets(finding.summary)}</p>
          <details open={isProblem(finding) || isAsked}>
            <summary>
              {words.form.details}
              <span className="visually-hidden">: {title}</span>
            </summary>
            <FindingFacts finding={finding} />
          </details>
        </>
      )}
    </article>
  )
}
