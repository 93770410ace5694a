export interface BackOff {
  /** Of the next wait. */
  nextMs(): number
  /** Something happened: look again soon. */
  reset(): void
}

/**
 * Waits that grow, each a random part shorter: many who watch at once do not ask at once.
 *
 * @param jitter from 0 to 1.
 * @see https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/
 */
export function createBackOff(
  jitter: () => number,
  { firstMs, mostMs }: { firstMs: number; mostMs: number },
): BackOff {
  let baseMs = firstMs
  return {
    nextMs() {
      const waitMs = Math.round(baseMs * (1 - jitter() / 2))
      baseMs = Math.min(mostMs, baseMs * 1.5)
      return waitMs
    },
    reset() {
      baseMs = firstMs
    },
  }
}
