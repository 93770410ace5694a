import type { CheckId, Finding } from '../../doctor/finding.ts'
import { diagnosticsWords } from '#doctor-words/diagnostics'
import { doctorWords } from '#doctor-words/common'
import { words } from '#words/words'
import { FindingFacts } from './finding-facts.tsx'
import { maskSecrets } from '../../doctor/report/mask.ts'
import { StatusIcon } from './status-icon.tsx'

interface Props {
  check: CheckId
  finding: Finding | undefined
  isChecking: boolean
  /** Whether the address names it: then it is shown whole. */
  isAsked: boolean
}

/**
 * There from the start in its final shape, so that it can be linked to, and nothing moves when it is
 * found. What it says opens on demand; of what needs mending the outcome says it first.
 */
export function FindingItem({ check, finding, isChecking, isAsked }: Props) {
  const status = finding?.status ?? (isChecking ? 'checking' : 'waiting')
  const title = doctorWords.titles[check]
  const headingId = `${check}-heading`
  return (
    <article
      id={check}
      className="finding"
      data-status={status}
      data-asked={isAsked || undefined}
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
      {finding ? (
        <details open={isAsked}>
          <summary>
            {words.form.details}
            <span className="visually-hidden">: {title}</span>
          </summary>
          <p>{maskSecrets(finding.summary)}</p>
          <FindingFacts finding={finding} />
        </details>
      ) : (
        <div className="finding-room" />
      )}
    </article>
  )
}
