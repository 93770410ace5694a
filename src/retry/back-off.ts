/** Time and chance, handed in so that tests own them. */
export interface RetryTiming {
  /** From 0 up to, and without, 1. */
  random: () => number
  pause: (ms: number) => Promise<void>
}

export const retryTiming: RetryTiming = {
  random: () => Math.random(),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

export interface BackOff {
  /** All told, the first one included. */
  attempts: number
  /** The longest first wait; each one after it may be twice as long. */
  firstWaitMs: number
}

/**
 * Anywhere between at once and the whole of the wait, so that those who were turned away together do
 * not come back together.
 *
 * @param attempt the one that has failed, counted from 1.
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/, "Full Jitter"
 */
export function fullJitter(attempt: number, firstWaitMs: number, random: () => number): number {
  return random() * firstWaitMs * 2 ** (attempt - 1)
}
