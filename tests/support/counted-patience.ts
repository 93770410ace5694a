import type { Patience } from '../../src/retry/back-off.ts'

export interface CountedPatience extends Patience {
  /** What was waited for, in milliseconds, oldest first. */
  readonly pauses: readonly number[]
}

/** Waits for nothing, and always the longest that chance allows. */
export function createCountedPatience(): CountedPatience {
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
