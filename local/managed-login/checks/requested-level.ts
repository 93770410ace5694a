import { OAuthError } from '../../authorization-server/errors.ts'
import type { Parameters } from '../../authorization-server/parameters.ts'
import type { Level } from '../../user-pools/sign-in/proof.ts'
import { parseTargets } from '../../user-pools/step-up/levels.ts'
import type { ClientOfDomain } from '../context.ts'

/** How surely, and how lately, it has to be known who somebody is. */
export interface RequestedLevel {
  /** Of `acr_values`, the best liked first; undefined where none is asked for. */
  acrTargets: readonly Level[] | undefined
  maxAgeSeconds: number | undefined
}

/**
 * `acr_values` and `max_age`, which mean what TARGET_ACR_VALUES and MAX_AGE do. A pool of the tier
 * Lite does not look at the first.
 *
 * @throws OAuthError invalid_request: no value that the pool knows, no number of seconds.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html#authorization-endpoint-step-up
 */
export function parseRequestedLevel(
  { pool }: ClientOfDomain,
  parameters: Parameters,
): RequestedLevel {
  const acrValues = pool.tier === 'LITE' ? undefined : parameters.get('acr_values')
  const acrTargets = acrValues === undefined ? undefined : parseTargets(pool, acrValues)
  if (acrTargets?.length === 0) {
    throw new OAuthError('invalid_request', 'acr_values has none of the user pool')
  }
  const maxAge = parameters.get('max_age')
  if (maxAge !== undefined && !/^\d{1,10}$/.test(maxAge)) {
    throw new OAuthError('invalid_request', 'max_age has to be a number of seconds')
  }
  return { acrTargets, maxAgeSeconds: maxAge === undefined ? undefined : Number(maxAge) }
}
