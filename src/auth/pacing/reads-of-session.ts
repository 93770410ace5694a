/** What a read that is under way fails with. */
class SignedOutError extends Error {
  override name = 'SignedOutError'
}

let reads = new AbortController()

/** Aborted when whoever is signed in signs out. */
export function readSignal(): AbortSignal {
  return reads.signal
}

/**
 * Nothing is read for somebody who is signing out: asked with tokens that are revoked on the way, it
 * would be refused, and the page would say so while it leaves.
 *
 * @param task ends the session.
 */
export async function withoutReads<Result>(task: () => Promise<Result>): Promise<Result> {
  reads.abort(new SignedOutError('The person is signing out'))
  try {
    return await task()
  } finally {
    reads = new AbortController()
  }
}

/** Whether reading failed because the person signed out meanwhile. */
export function isEndedBySignOut(error: unknown): boolean {
  return error instanceof SignedOutError
}
