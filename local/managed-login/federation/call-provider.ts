import { NoAnswerError, type Fetch } from '../../core/ports/fetch.ts'
import { FederationError } from './errors.ts'

/**
 * Calls an identity provider.
 *
 * @param timeoutText what the app is told when no answer comes in time.
 * @throws FederationError
 */
export async function callProvider(
  fetch: Fetch,
  request: Request,
  timeoutText: string,
): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    if (!(error instanceof NoAnswerError)) throw error
    throw new FederationError(error.fault === 'timed-out' ? timeoutText : 'Connection reset')
  }
}
