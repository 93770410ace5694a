import type { Parameters } from '../../authorization-server/parameters.ts'
import { FederationError, printable } from './errors.ts'

/** What the app is told of it, as parameters of its redirect. */
export interface Refusal {
  error: string
  error_description: string | undefined
}

/** What providers say instead of `access_denied` when somebody cancels. */
const cancellations: ReadonlySet<string> = new Set(['access_denied', 'user_cancelled_authorize'])

/**
 * A provider's error, passed through to the app: OAuth's own words, Apple's word for a cancelled
 * sign-in among them. Undefined when there is a code.
 *
 * @throws FederationError when there is neither.
 */
export function readRefusal(answer: Parameters): Refusal | undefined {
  const error = answer.get('error')
  if (error === undefined) {
    if (answer.has('code')) return undefined
    throw new FederationError('The identity provider sent neither a code nor an error')
  }
  const description = answer.get('error_description')
  return {
    error: cancellations.has(error) ? 'access_denied' : printable(error).slice(0, 64),
    error_description: description && printable(description),
  }
}
