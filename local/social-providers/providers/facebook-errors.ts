import type { OAuthError, OAuthErrorCode } from '../../authorization-server/errors.ts'
import { oauthJson } from '../../authorization-server/json-endpoint.ts'

/** @see https://developers.facebook.com/docs/graph-api/guides/error-handling */
const graphErrors: Partial<Record<OAuthErrorCode, { message: string; code: number }>> = {
  invalid_client: { message: 'Error validating client secret.', code: 1 },
  invalid_grant: { message: 'This authorization code is not valid, or has been used.', code: 100 },
  invalid_token: { message: 'Invalid OAuth access token.', code: 190 },
}

/** Errors as the Graph API writes them, with status 400. */
export function refuseAsGraph(error: OAuthError): Response {
  const { message, code } = graphErrors[error.code] ?? { message: error.message, code: 100 }
  return oauthJson({ error: { message, type: 'OAuthException', code } }, 400)
}
