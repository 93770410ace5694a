import { useState } from 'react'
import type { ComponentType, ReactNode } from 'react'
import type { Exchange } from '../../recorder/exchange.ts'
import { durationOf, type Journey } from '../../recorder/journeys.ts'
import { flowWords as words } from '#words/flow'
import { Arrow } from './arrow.tsx'
import { callOf, hasFailed, laneOrder, outcomeOf, stepWords } from './step-words.ts'

/** A journey as a sequence diagram, which is a list to whoever hears it. */
export function JourneyDiagram({
  journey,
  Details,
  sender,
  children,
}: {
  journey: Journey
  /** Who asks, where that is not this browser. */
  sender?: string | undefined
  /** A step, opened. */
  Details: ComponentType<{ exchange: Exchange }>
  children?: ReactNode
}) {
  const { id, kind, exchanges } = journey
  const lanes = laneOrder.filter(
    (lane) => lane === 'browser' || exchanges.some(({ to }) => to === lane),
  )
  return (
    <section className="flow-journey" aria-labelledby={id}>
      <header>
        <h2 id={id}>
          {words.journeys[kind]} <time>{timeOf(journey)}</time>
        </h2>
        <p>{words.journeySummary(exchanges.length, durationOf(journey))}</p>
        {children}
      </header>
      <div className="flow-lanes" aria-hidden="true">
        {lanes.map((lane) => (
          <span key={lane}>
            {lane === 'browser' ? (sender ?? words.participants.browser) : words.participants[lane]}
          </span>
        ))}
      </div>
      <ol>
        {exchanges.map((exchange) => (
          <Step
            key={exchange.id}
            exchange={exchange}
            lanes={lanes}
            browser={sender ?? words.participants.browser}
            Details={Details}
          />
        ))}
      </ol>
    </section>
  )
}

/** To the thousandth: two journeys of one kind may begin within a second. */
const exactTime: Intl.DateTimeFormatOptions = {
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
}

export function timeOf({ exchanges }: Journey): string {
  const at = new Date(exchanges[0]?.startedAtMs ?? 0)
  return at.toLocaleTimeString(document.documentElement.lang, exactTime)
}

function Step({
  exchange,
  lanes,
  browser,
  Details,
}: {
  exchange: Exchange
  lanes: typeof laneOrder
  /** What stands in its lane. */
  browser: string
  Details: ComponentType<{ exchange: Exchange }>
}) {
  const [isOpen, setIsOpen] = useState(false)
  const { id, from = 'browser', to, operation, status } = exchange
  const failed = hasFailed(exchange)
  return (
    <li className={failed ? 'flow-step flow-step-failed' : 'flow-step'}>
      <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <span className="flow-step-text">
          <span className="visually-hidden">
            {words.fromTo(
              from === 'browser' ? browser : words.participants[from],
              words.participants[to],
            )}
          </span>
          <strong>{stepWords(exchange).phase}</strong> <code>{callOf(exchange)}</code>{' '}
          <span className="flow-outcome">{outcomeOf(exchange)}</span>
        </span>
        <Arrow
          lanes={lanes}
          from={from}
          to={to}
          hasFailed={failed}
          hasAnswer={status !== 0}
          isReturn={operation === 'callback'}
        />
      </button>
      {isOpen && (
        <div id={`${id}-details`}>
          <Details exchange={exchange} />
        </div>
      )}
    </li>
  )
}
