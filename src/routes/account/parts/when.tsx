import { useState } from 'react'
import { words } from '#words/words'

/** How long ago, and on demand when exactly. */
export function When({ atMs }: { atMs: number }) {
  const [isExact, setIsExact] = useState(false)
  const [nowMs] = useState(() => Date.now())
  const at = new Date(atMs)
  return (
    <button type="button" className="account-when" onClick={() => setIsExact(!isExact)}>
      <time dateTime={at.toISOString()} title={exact(at)}>
        {isExact ? exact(at) : ago(atMs, nowMs)}
      </time>
    </button>
  )
}

export function exact(at: Date): string {
  return new Intl.DateTimeFormat(words.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(at)
}

const units = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** In the largest unit that there is one of, as "3 days ago". */
function ago(atMs: number, nowMs: number): string {
  const format = new Intl.RelativeTimeFormat(words.language, { numeric: 'auto' })
  // A clock that is behind AWS's would have it in the future.
  const seconds = Math.max(0, Math.round((nowMs - atMs) / 1000))
  const [unit, size] = units.find(([, length]) => seconds >= length) ?? ['second', 1]
  return unit === 'second'
    ? format.format(0, 'second')
    : format.format(-Math.floor(seconds / size), unit)
}
