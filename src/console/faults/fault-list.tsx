import { Button } from '../../ui/button.tsx'
import { nameOf } from '../requests/logged-request.ts'
import { faultsWords as words } from '#console-words/faults'
import type { Fault, FaultChange } from './fault.ts'

interface Props {
  faults: readonly Fault[]
  isBusy: boolean
  submit: (change: FaultChange) => void
}

/** What goes wrong now, in the order in which it is tried: the first that matches a request decides. */
export function FaultList({ faults, isBusy, submit }: Props) {
  return (
    <section className="card console-item" aria-labelledby="current">
      <h2 id="current">{words.current}</h2>
      {faults.length === 0 ? (
        <p className="console-soft">{words.none}</p>
      ) : (
        <>
          <ol className="fault-list">
            {faults.map((fault) => (
              <li key={fault.id} className="console-row">
                <span className="fault-rule">
                  <strong>{words.kinds[fault.kind]}</strong>{' '}
                  <span className="console-soft">{describe(fault)}</span>
                </span>
                <Button
                  variation="link"
                  aria-disabled={isBusy}
                  aria-label={words.removeOf(words.kinds[fault.kind], describe(fault))}
                  onClick={() => submit({ do: 'remove', id: fault.id })}
                >
                  {words.remove}
                </Button>
              </li>
            ))}
          </ol>
          <div className="actions">
            <Button aria-disabled={isBusy} onClick={() => submit({ do: 'clear' })}>
              {words.clear}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

function describe(fault: Fault): string {
  const { service, operation, share = 1, times, error, message, delayMs, skewSeconds, hits } = fault
  return [
    service === undefined ? words.everyService : nameOf(service),
    operation ?? words.everyOperation,
    error,
    message && `“${message}”`,
    delayMs !== undefined && words.delayed(delayMs),
    skewSeconds !== undefined && words.skewed(skewSeconds),
    fault.isAfter === true && words.isAfter,
    share < 1 && words.shareOf(Math.round(share * 100)),
    times !== undefined && words.timesOf(times),
    words.hits(hits),
  ]
    .filter(Boolean)
    .join(' · ')
}
