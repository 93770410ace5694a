import '../../ui/css/diagnostics.css'
import type { CheckId } from '../../doctor/finding.ts'
import { Button } from '../../ui/button.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { diagnosticsWords as words } from '#doctor-words/diagnostics'
import { CopyNote } from './copy-note.tsx'
import { FindingItem } from './finding-item.tsx'
import { FurtherHints } from './further-hints.tsx'
import { Outcome, Problems } from './outcome.tsx'
import { outcomeOf } from '../../doctor/report/outcome.ts'
import { useAnnounced } from './use-announced.ts'
import { useCopiedReport } from './use-copied-report.ts'
import { useKeptInView } from './use-kept-in-view.ts'
import { useRun, type Start } from './use-run.ts'

interface Props {
  /** In the order in which they are shown. */
  checks: readonly CheckId[]
  /** Goes first, and is shown whole. */
  asked: CheckId | undefined
  start: Start
  /** Another run has been asked for, and has not begun. */
  isStarting: boolean
  onAgain: () => void
}

export function DiagnosticsPage({ checks, asked, start, isStarting, onAgain }: Props) {
  const { findings, isDone } = useRun(start)
  const isBusy = isStarting || !isDone
  const found = checks.flatMap((id) => findings.get(id) ?? [])
  const waiting = checks.filter((id) => !findings.has(id))
  const checking = asked !== undefined && waiting.includes(asked) ? asked : waiting[0]
  const { note, copy } = useCopiedReport(found, start)
  useAnnounced(found, isDone)
  useKeptInView(asked, found.length)
  return (
    <div className="diagnostics">
      <PageTitle hasProblem={isDone && outcomeOf(found) === 'wrong'}>{words.title}</PageTitle>
      <meta name="robots" content="noindex" />
      <header>
        <PageHeading>{words.title}</PageHeading>
        <p>{words.intro}</p>
      </header>
      <section className="outcome-card" aria-labelledby="outcome">
        <Outcome findings={found} isDone={isDone} checking={checking} total={checks.length} />
        <div className="actions">
          <Button variation="primary" isBusy={isBusy} onClick={onAgain}>
            {words.again}
          </Button>
          <Button aria-disabled={isBusy} onClick={() => void copy()}>
            {words.copy}
          </Button>
        </div>
        {note && <CopyNote {...note} />}
        {isDone && <Problems findings={found} />}
        {isDone && <FurtherHints findings={found} />}
      </section>
      <section aria-labelledby="findings">
        <h2 id="findings">{words.findings}</h2>
        <ol className="findings" aria-busy={isBusy}>
          {checks.map((id) => (
            <li key={id}>
              <FindingItem
                check={id}
                finding={findings.get(id)}
                isChecking={id === checking}
                isAsked={id === asked}
              />
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}
