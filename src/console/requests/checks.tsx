import { requestsWords as words } from '#console-words/requests'
import type { Check } from './logged-request.ts'

/** What the server looked at, in order, up to the check that decided. */
export function Checks({ checks }: { checks: readonly Check[] }) {
  if (checks.length === 0) return <p className="console-soft">{words.noChecks}</p>
  return (
    <ol className="request-checks">
      {checks.map(({ name, isPassed, decision }, index) => (
        <li key={index} className={isPassed ? undefined : 'request-failed'}>
          <span className="request-outcome">{isPassed ? words.passed : words.decided}</span>{' '}
          <code>{name}</code>
          {decision && (
            <div>
              <p>
                {words.reasons[decision.reason]} <code>{decision.action}</code>{' '}
                <code>{decision.resource}</code>
              </p>
              {decision.statement && (
                <pre className="console-pre">{JSON.stringify(decision.statement, null, 2)}</pre>
              )}
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}
