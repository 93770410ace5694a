import { OAuthError } from '../../authorization-server/errors.ts'
import type { Parameters } from '../../authorization-server/parameters.ts'
import type { AppClientConfig } from '../../user-pools/config.ts'

const needOpenid = ['email', 'phone', 'profile']

/**
 * The scopes that a request asks for, each once; left out, all that the client may have.
 *
 * @throws OAuthError invalid_request, with the words that Cognito really sends, where its guide
 *   says `error=invalid_scope`.
 */
export function parseScope(client: AppClientConfig, parameters: Parameters): string {
  const text = parameters.get('scope')
  if (text === undefined) return client.allowedOAuthScopes.join(' ')
  const scopes = [...new Set(text.split(' ').filter(Boolean))]
  const isAllowed = scopes.every((scope) => client.allowedOAuthScopes.includes(scope))
  const lacksOpenid =
    !scopes.includes('openid') && scopes.some((scope) => needOpenid.includes(scope))
  if (scopes.length === 0 || !isAllowed || lacksOpenid) {
    throw new OAuthError('invalid_request', 'invalid_scope')
  }
  return scopes.join(' ')
}
