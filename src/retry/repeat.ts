import { fullJitter, retryTiming } from './back-off.ts'
import type { BackOff, RetryTiming } from './back-off.ts'
import { noteWait } from './waiting.ts'

/**
 * Tries again for as long as `isBusy` says that AWS has no time, waiting longer each time, and says
 * so on the page. Only for what does no harm when it is done twice.
 *
 * @returns the last outcome.
 */
export async function repeatWhileBusy<Value>(
  operation: () => Promise<Value>,
  isBusy: (outcome: PromiseSettledResult<Value>) => boolean | Promise<boolean>,
  { attempts, firstWaitMs }: BackOff,
  { random, pause }: RetryTiming = retryTiming,
): Promise<PromiseSettledResult<Value>> {
  let endWait: (() => void) | undefined
  try {
    for (let attempt = 1; ; attempt += 1) {
      const [outcome] = await Promise.allSettled([operation()])
      if (attempt >= attempts || !(await isBusy(outcome))) return outcome
      endWait ??= noteWait()
      await pause(fullJitter(attempt, firstWaitMs, random))
    }
  } finally {
    endWait?.()
  }
}

/** @throws what a rejected outcome was rejected with. */
export function valueOf<Value>(outcome: PromiseSettledResult<Value>): Value {
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}
