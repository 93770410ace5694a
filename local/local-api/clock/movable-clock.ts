import type { Clock } from '../../core/ports/clock.ts'
import type { Store } from '../../core/store/store.ts'

/** A clock that can be set ahead or back, for what takes days to see. */
export interface MovableClock extends Clock {
  offsetSeconds(): number
  /** Kept: what was made under an offset would be from the future without it. */
  setOffset(seconds: number): void
  /** How far the clocks of clients seem to be behind: a fault, which is not kept. No time passes. */
  setSkew: (seconds: number) => void
  wallNow(): number
}

/** Twenty years: twice as long as the longest refresh token lives. */
export const maxOffsetSeconds = 20 * 366 * 86_400

const key = 'offset-seconds'

export function createMovableClock(clock: Clock, store: Store): MovableClock {
  const rows = store.table<number>('local-api/clock')
  let offsetSeconds = rows.get(key) ?? 0
  let skewMs = 0
  return {
    now: () => clock.now() + offsetSeconds * 1000,
    wallNow: () => (clock.wallNow?.() ?? clock.now()) + skewMs,
    offsetSeconds: () => offsetSeconds,
    setOffset(seconds) {
      if (seconds === 0) rows.delete(key)
      else rows.set(key, seconds)
      offsetSeconds = seconds
    },
    setSkew(seconds) {
      skewMs = seconds * 1000
    },
  }
}
