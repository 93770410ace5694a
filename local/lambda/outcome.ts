import type { FunctionResult } from '../core/ports/function-process.ts'
import { FunctionError } from '../core/ports/invoke-function.ts'

/** What came of a call: `timed-out` by the function's own limit, `no-answer` in its caller's time. */
export type Outcome = FunctionResult | { kind: 'timed-out' | 'no-answer'; limitMs: number }

/** Whether the process is as good as before. */
export function isHarmless({ kind }: Outcome): boolean {
  return kind === 'returned' || kind === 'threw'
}

/** For the terminal: what went wrong, and in which line. Undefined where nothing did. */
export function failureOf(outcome: Outcome): string | undefined {
  switch (outcome.kind) {
    case 'returned':
      return undefined
    case 'timed-out':
    case 'no-answer':
      return `no answer within ${outcome.limitMs} ms`
    default: {
      const place = outcome.at === undefined ? '' : ` (index.js:${outcome.at})`
      return `${outcome.message}${place}`
    }
  }
}

/**
 * @returns what the function returned, null for nothing.
 * @throws FunctionError in the words that Lambda hands to the caller.
 */
export function readOutcome(
  outcome: Outcome,
  { requestId, nowMs }: { requestId: string; nowMs: number },
): unknown {
  switch (outcome.kind) {
    case 'returned':
      return outcome.json === undefined ? null : JSON.parse(outcome.json)
    case 'threw':
      throw new FunctionError('threw', outcome.message)
    case 'crashed':
      throw new FunctionError('crashed', outcome.message)
    case 'exited':
      throw new FunctionError('crashed', `RequestId: ${requestId} ${outcome.message}`)
    case 'timed-out': {
      const seconds = (outcome.limitMs / 1000).toFixed(2)
      const at = new Date(nowMs).toISOString()
      throw new FunctionError('threw', `${at} ${requestId} Task timed out after ${seconds} seconds`)
    }
    case 'no-answer':
      throw new FunctionError('timed-out', `No answer within ${outcome.limitMs} ms`)
  }
}

export function notPermitted(message: string): FunctionError {
  return new FunctionError('not-permitted', message)
}
