import type { FunctionCall } from '../core/ports/function-process.ts'
import type { Timer } from '../core/ports/timer.ts'
import type { Environment } from './environments.ts'
import type { Outcome } from './outcome.ts'
import { within } from './time-limit.ts'

/** Reading the source is not counted to the call: Lambda gives it a time of its own. */
const loadLimitMs = 10_000
/** Nobody but user pools invokes functions here, and they wait no longer. */
const callerLimitMs = 5000

/**
 * Calls a function, which is loaded for its first call.
 *
 * @param ownLimitMs the function's own, where it has one.
 */
export async function runFunction(
  timer: Timer,
  environment: Pick<Environment, 'process' | 'isLoaded'>,
  call: Omit<FunctionCall, 'limitMs'>,
  ownLimitMs = Infinity,
): Promise<Outcome> {
  const { process } = environment
  if (!environment.isLoaded) {
    const loaded = await within(timer, loadLimitMs, process.load())
    if (loaded?.kind !== 'returned') return loaded ?? tooLate(loadLimitMs)
    environment.isLoaded = true
  }
  const limitMs = Math.min(ownLimitMs, callerLimitMs)
  return (await within(timer, limitMs, process.call({ ...call, limitMs }))) ?? tooLate(limitMs)
}

/** Where the function's own limit is the shorter one, Lambda says so; else its caller gives up. */
function tooLate(limitMs: number): Outcome {
  return { kind: limitMs < callerLimitMs ? 'timed-out' : 'no-answer', limitMs }
}
