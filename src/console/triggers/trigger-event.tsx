import { When } from '../parts/when.tsx'
import { triggersWords as words } from '#console-words/triggers'
import { textOf } from '../requests/to-exchange.ts'
import { functionNameOf, type TriggerEvent } from './read-triggers.ts'

/** One run of a function: what it was given, and what it made of it. */
export function TriggerEventItem({ event: run }: { event: TriggerEvent }) {
  const { at, arn, triggerSource, event, error, durationMs } = run
  return (
    <li className={error === undefined ? 'card console-item' : 'card console-item trigger-failed'}>
      <h3>{triggerSource}</h3>
      <p className="console-soft">
        <When at={at} /> · <code>{functionNameOf(arn)}</code>
        {durationMs !== undefined && ` · ${words.duration(durationMs)}`}
      </p>
      <p>
        <span className="trigger-outcome">{outcomeOf(run)}</span>
      </p>
      <details>
        <summary>{words.open}</summary>
        <div className="trigger-messages">
          <section>
            <h4>{words.event}</h4>
            <pre className="console-pre">{JSON.stringify(event, null, 2)}</pre>
          </section>
          <section>
            <h4>{words.answer}</h4>
            <pre className="console-pre">
              {error ?? textOf(responseOf(run.answer)) ?? words.nothing}
            </pre>
          </section>
        </div>
      </details>
    </li>
  )
}

function outcomeOf({ error, answer, durationMs }: TriggerEvent): string {
  if (error !== undefined) return words.failed(error)
  if (durationMs === undefined) return words.running
  return answer === undefined ? words.nothing : words.answered
}

/** A function returns the event, and what it has to say is `response` in it. */
function responseOf(answer: unknown): unknown {
  const isEvent = typeof answer === 'object' && answer !== null && 'response' in answer
  return isEvent ? answer.response : answer
}
