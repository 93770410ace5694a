import type { Clock } from '../../../local/core/ports/clock.ts'

export interface TestClock extends Clock {
  /** From now on time passes by `advance` alone, for tests of a second or less. */
  stop(): void
  /** From now on a millisecond goes by whenever it is read: what has one date has read it once. */
  moveWhenRead(): void
  advance(by: { hours?: number; minutes?: number; seconds?: number; ms?: number }): void
}

/** Starts at the real time, since real clients compare with their own clock, and moves on demand. */
export function createTestClock(startMs = Date.now()): TestClock {
  const startedAt = Date.now()
  let offsetMs = startMs - startedAt
  let stoppedAtMs: number | undefined
  let readingMs = 0
  return {
    now: () => (stoppedAtMs ?? Date.now()) + (offsetMs += readingMs),
    wallNow: () => Date.now(),
    stop() {
      stoppedAtMs = Date.now()
    },
    moveWhenRead() {
      readingMs = 1
    },
    advance({ hours = 0, minutes = 0, seconds = 0, ms = 0 }) {
      offsetMs += ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms
    },
  }
}
