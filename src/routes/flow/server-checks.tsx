import type { ServerCheck } from '../../recorder/local-aws/server-log.ts'
import { flowWords as words } from '#words/flow'

/** What the server has checked, with its heading. */
export function ServerChecks({ checks }: { checks: readonly ServerCheck[] }) {
  if (checks.length === 0) return null
  return (
    <section>
      <h3>{words.checked}</h3>
      <p className="flow-hint">{words.checkedText}</p>
      <CheckList checks={checks} />
    </section>
  )
}

/** In order; the first that did not pass decided. */
export function CheckList({ checks }: { checks: readonly ServerCheck[] }) {
  return (
    <ol className="flow-checks">
      {checks.map(({ name, isPassed, decision }, index) => (
        <li key={index} className={isPassed ? undefined : 'flow-check-failed'}>
          <code>{name}</code> {isPassed ? words.passed : words.decided}
          {decision && (
            <>
              <p>{words.verdicts[decision.reason](decision.action, decision.resource)}</p>
              {decision.statement && <pre>{JSON.stringify(decision.statement, null, 2)}</pre>}
            </>
          )}
        </li>
      ))}
    </ol>
  )
}
