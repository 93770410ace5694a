import { OAuthError } from '../authorization-server/errors.ts'
import { parseParameters, type Parameters } from '../authorization-server/parameters.ts'
import { parseCodeChallenge } from '../authorization-server/pkce.ts'
import { checkClientId, checkRedirectUri } from './checks/client.ts'
import { parsePrompt, type Prompt } from './checks/prompt.ts'
import { parseResponseMode, type ResponseMode } from './checks/response-mode.ts'
import { parseScopes } from './checks/scope.ts'
import type { ProviderContext } from './context.ts'
import { PageError } from './errors.ts'

/** Where an answer goes, proved to be the app's. */
export interface ReturnAddress {
  redirectUri: string
  responseMode: ResponseMode
  /** The app's own, returned as it came. */
  state: string | undefined
}

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

/** A fault that the app is told of, now that its redirect URI is proved. */
export class AuthorizationError extends Error {
  override readonly name = 'AuthorizationError'
  readonly error: OAuthError
  readonly to: ReturnAddress

  constructor(error: OAuthError, to: ReturnAddress) {
    super(error.message)
    this.error = error
    this.to = to
  }
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
  const { redirectUri } = ctx.client
  const state = parameters.get('state')
  const responseMode = parseResponseMode(ctx, parameters)
  const to: ReturnAddress = { redirectUri, responseMode, state }
  try {
    return { ...to, ...parseRest(ctx, parameters), search: url.search }
  } catch (error) {
    throw error instanceof OAuthError ? new AuthorizationError(error, to) : error
  }
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
    prompt: parsePrompt(parameters),
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
