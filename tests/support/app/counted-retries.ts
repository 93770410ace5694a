import type { RetryTiming } from '../../../src/retry/back-off.ts'

export interface CountedRetries extends RetryTiming {
  /** What was waited for, in milliseconds, oldest first. */
  readonly pauses: readonly number[]
}

/** Waits for nothing, and always the longest that chance allows. */
export function createCountedRetries(): CountedRetries {
  const pauses: number[] = []
  return {
    pauses,
    random: () => 1,
    pause(ms) {
      pauses.push(ms)
      return Promise.resolve()
    },
  }
}
