import type { OAuthError, OAuthErrorCode } from '../../authorization-server/errors.ts'
import { oauthJson } from '../../authorization-server/json-endpoint.ts'

/**
 * Errors as RFC 6749, section 5.2, has them.
 *
 * @param statuses where they are other than Cognito's own.
 */
export function oauthRefusal(
  statuses: Partial<Record<OAuthErrorCode, number>>,
): (error: OAuthError) => Response {
  return (error) => oauthJson(error.toParameters(), statuses[error.code] ?? error.status)
}
