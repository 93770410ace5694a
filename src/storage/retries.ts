import { StorageError } from 'aws-amplify/storage'

/** What passes by itself; Amplify repeats its own calls for the same ones. */
const passing = [
  'ERR_NETWORK',
  'InternalError',
  'RequestTimeout',
  'ServiceUnavailable',
  'SlowDown',
  '500',
  '502',
  '503',
  '504',
]
const attempts = 3
const firstDelayMs = 200

/** Tries three times in all, waiting longer each time and never the same time for everybody. */
export async function withRetries<Result>(operation: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await operation()
    } catch (error) {
      const isPassing = error instanceof StorageError && passing.includes(error.name)
      if (!isPassing || attempt === attempts) throw error
      await delay(firstDelayMs * 2 ** (attempt - 1) * (0.5 + Math.random()))
    }
  }
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
