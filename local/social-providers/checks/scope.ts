import { OAuthError } from '../../authorization-server/errors.ts'
import type { Parameters } from '../../authorization-server/parameters.ts'
import type { Provider } from '../provider.ts'

export function splitScopes(provider: Provider, parameters: Parameters): string[] {
  const text = parameters.get('scope') ?? provider.defaultScope ?? ''
  return [...new Set(text.split(provider.scopeSeparator ?? ' ').filter(Boolean))]
}

/**
 * The scopes that a request asks for, each once.
 *
 * @throws OAuthError invalid_scope: none, or one that the provider does not have
 */
export function parseScopes(provider: Provider, parameters: Parameters): readonly string[] {
  const scopes = splitScopes(provider, parameters)
  const unknown = scopes.find((scope) => !Object.hasOwn(provider.scopes, scope))
  if (unknown !== undefined || (scopes.length === 0 && provider.openId?.isImplied !== true)) {
    throw new OAuthError('invalid_scope', 'Some requested scopes are missing or not known')
  }
  return scopes
}
