import { tellClient, type ReturnAddress } from '../authorization-server/authorization-error.ts'
import { OAuthError } from '../authorization-server/errors.ts'
import { parseParameters, type Parameters } from '../authorization-server/parameters.ts'
import { parseCodeChallenge } from '../authorization-server/pkce.ts'
import type { Prompt } from '../authorization-server/prompt.ts'
import { checkClientId, checkRedirectUri } from './checks/client.ts'
import { parsePromptOrAuthType } from './checks/prompt.ts'
import { parseResponseMode } from './checks/response-mode.ts'
import { parseScopes } from './checks/scope.ts'
import type { ProviderContext } from './provider.ts'
import { PageError } from './errors.ts'

/** An app's request to know who somebody is, every check passed. Each page carries it along. */
export interface AuthorizationRequest extends ReturnAddress {
  scopes: readonly string[]
  nonce: string | undefined
  codeChallenge: string | undefined
  prompt: ReadonlySet<Prompt>
  /** How long ago the person may have signed in. */
  maxAgeSeconds: number | undefined
  loginHint: string | undefined
  /** As it came, with its `?`. */
  search: string
}

/**
 * Reads the query of `/authorize`. Until client and redirect URI are proved nobody is told but the
 * person in front of the screen.
 *
 * @throws PageError, AuthorizationError
 */
export function parseAuthorizationRequest(ctx: ProviderContext, url: URL): AuthorizationRequest {
  const parameters = parseParameters(
    url.searchParams,
    (parameter) => new PageError('invalid_request', { parameter }),
  )
  checkClientId(ctx, parameters)
  checkRedirectUri(ctx, parameters)
  const to: ReturnAddress = {
    redirectUri: ctx.client.redirectUri,
    responseMode: parseResponseMode(ctx, parameters),
    state: parameters.get('state'),
  }
  const rest = tellClient(to, () => parseRest(ctx, parameters))
  return { ...to, ...rest, search: url.search }
}

function parseRest({ provider }: ProviderContext, parameters: Parameters) {
  // OpenID Connect Core 1.0, section 6: what else they say would count for more than the query.
  if (parameters.has('request')) throw new OAuthError('request_not_supported')
  if (parameters.has('request_uri')) throw new OAuthError('request_uri_not_supported')
  if (parameters.get('response_type') !== 'code') {
    throw new OAuthError('unsupported_response_type', 'response_type must be code')
  }
  return {
    codeChallenge: parseCodeChallenge(parameters),
    scopes: parseScopes(provider, parameters),
    prompt: parsePromptOrAuthType(parameters),
    maxAgeSeconds: parseMaxAge(parameters),
    nonce: parameters.get('nonce'),
    loginHint: parameters.get('login_hint'),
  }
}

/** OpenID Connect Core 1.0, section 3.1.2.1. */
function parseMaxAge(parameters: Parameters): number | undefined {
  const text = parameters.get('max_age')
  if (text === undefined) return undefined
  if (!/^\d{1,10}$/.test(text)) throw new OAuthError('invalid_request', 'max_age is malformed')
  return Number(text)
}
