import type { Lane } from './step-words.ts'

/** The lines of a step, for eyes alone: its words are beside it. */
export function Arrow({
  lanes,
  from = 'browser',
  to,
  hasFailed,
  hasAnswer,
  isReturn,
}: {
  lanes: readonly Lane[]
  from?: Lane | undefined
  to: Lane
  hasFailed: boolean
  hasAnswer: boolean
  isReturn: boolean
}) {
  const at = (lane: Lane) => `${((lanes.indexOf(lane) + 0.5) / lanes.length) * 100}%`
  const [start, end] = isReturn ? [at(to), at(from)] : [at(from), at(to)]
  const isLeft = isReturn || lanes.indexOf(to) < lanes.indexOf(from)
  const color = hasFailed ? 'flow-arrow flow-arrow-failed' : 'flow-arrow'
  return (
    <svg className="flow-lines" aria-hidden="true" focusable="false">
      {lanes.map((lane) => (
        <line key={lane} className="flow-lifeline" x1={at(lane)} x2={at(lane)} y1="0" y2="100%" />
      ))}
      <line className={color} x1={start} x2={end} y1="35%" y2="35%" />
      <Head x={end} y="35%" className={color} isLeft={isLeft} />
      {hasAnswer && (
        <>
          <line className={`${color} flow-answer`} x1={end} x2={start} y1="75%" y2="75%" />
          <Head x={start} y="75%" className={color} isLeft={!isLeft} />
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
