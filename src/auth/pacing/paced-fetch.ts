import type { RetryTiming } from '../../retry/back-off.ts'
import { repeatWhileBusy, valueOf } from '../../retry/repeat.ts'
import { isInDoubt, isLimitReached, isThrottled } from './cognito-answer.ts'
import { findCognitoCall } from './cognito-call.ts'
import type { CognitoCall } from './cognito-call.ts'
import { readSignal } from './reads-of-session.ts'

type Outcome = PromiseSettledResult<Response>

/** Seven seconds at most, half of that on average. */
const backOff = { attempts: 4, firstWaitMs: 1000 }

/** Installed twice, the outer one alone paces. */
const underWay = new WeakSet<RequestInit>()

/**
 * `fetch`, for Amplify to call. It waits where Cognito turns people away, and keeps Amplify from what
 * it would try three times within a second: what Cognito counts against the person, and what may have
 * been carried out. See `docs/decisions/0121-retries.md`.
 */
export function createPacedFetch(fetch: typeof globalThis.fetch, retryTiming?: RetryTiming) {
  /** What a further try of a call is told, without a request. */
  const settled = new Map<string, Outcome>()

  async function send(call: CognitoCall, request: () => Promise<Response>): Promise<Outcome> {
    const known = settled.get(call.invocationId)
    if (known) return known
    const outcome = call.isRepeatable
      ? await repeatWhileBusy(request, isThrottled, backOff, retryTiming)
      : (await Promise.allSettled([request()]))[0]
    if (await isSettled(call, outcome)) settled.set(call.invocationId, outcome)
    return outcome
  }

  return async function pacedFetch(
    input: RequestInfo | URL,
    init?: RequestInit,
  ): Promise<Response> {
    const call = findCognitoCall(init)
    if (!call || !init || underWay.has(init)) return fetch(input, init)
    const outcome = await send(call, () => {
      const sent = call.isRead ? { ...init, signal: readSignal() } : init
      underWay.add(sent)
      return fetch(input, sent)
    })
    if (call.isLastTry) settled.delete(call.invocationId)
    const response = valueOf(outcome)
    return settled.has(call.invocationId) ? response.clone() : response
  }
}

async function isSettled(call: CognitoCall, outcome: Outcome): Promise<boolean> {
  if (await isLimitReached(outcome)) return true
  if (await isThrottled(outcome)) return true
  return !call.isRepeatable && isInDoubt(outcome)
}
