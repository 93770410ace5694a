import type { Participant } from '../../recorder/exchange.ts'

export type Lane = Participant | 'browser'

/** The lines of a step, for eyes alone: its words are beside it. */
export function Arrow({
  lanes,
  to,
  hasFailed,
  hasAnswer,
  isReturn,
}: {
  lanes: readonly Lane[]
  to: Lane
  hasFailed: boolean
  hasAnswer: boolean
  isReturn: boolean
}) {
  const at = (lane: Lane) => `${((lanes.indexOf(lane) + 0.5) / lanes.length) * 100}%`
  const [from, end] = isReturn ? [at(to), at('browser')] : [at('browser'), at(to)]
  const color = hasFailed ? 'flow-arrow flow-arrow-failed' : 'flow-arrow'
  return (
    <svg className="flow-lines" aria-hidden="true" focusable="false">
      {lanes.map((lane) => (
        <line key={lane} className="flow-lifeline" x1={at(lane)} x2={at(lane)} y1="0" y2="100%" />
      ))}
      <line className={color} x1={from} x2={end} y1="35%" y2="35%" />
      <Head x={end} y="35%" className={color} isLeft={isReturn} />
      {hasAnswer && (
        <>
          <line className={`${color} flow-answer`} x1={end} x2={from} y1="75%" y2="75%" />
          <Head x={from} y="75%" className={color} isLeft />
        </>
      )}
    </svg>
  )
}

function Head(place: { x: string; y: string; className: string; isLeft: boolean }) {
  const { x, y, className, isLeft } = place
  return (
    <svg x={x} y={y} overflow="visible">
      <path className={`${className} flow-head`} d={isLeft ? 'M7-4 0 0 7 4' : 'M-7-4 0 0-7 4'} />
    </svg>
  )
}
