import { StorageError } from 'aws-amplify/storage'
import type { RetryTiming } from '../retry/back-off.ts'
import { repeatWhileBusy, valueOf } from '../retry/repeat.ts'

/** What passes by itself; Amplify repeats its own calls for the same ones. */
const passing = [
  'ERR_NETWORK',
  'InternalError',
  'RequestTimeout',
  'ServiceUnavailable',
  'SlowDown',
  '429',
  '500',
  '502',
  '503',
  '504',
]

/** S3 adds capacity while it turns requests away, so the waits are short. */
const backOff = { attempts: 3, firstWaitMs: 500 }

/**
 * For what we send to S3 ourselves, and never around a call of Amplify's, which tries three times
 * already.
 */
export async function withRetries<Result>(
  operation: () => Promise<Result>,
  retryTiming?: RetryTiming,
): Promise<Result> {
  return valueOf(await repeatWhileBusy(operation, isPassing, backOff, retryTiming))
}

function isPassing(outcome: PromiseSettledResult<unknown>): boolean {
  if (outcome.status === 'fulfilled') return false
  return outcome.reason instanceof StorageError && passing.includes(outcome.reason.name)
}
