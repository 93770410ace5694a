import type { ReturnAddress } from '../authorization-server/authorization-error.ts'
import { OAuthError } from '../authorization-server/errors.ts'
import { parseParameters, type Parameters } from '../authorization-server/parameters.ts'
import { parseCodeChallenge } from '../authorization-server/pkce.ts'
import type { Prompt } from '../authorization-server/prompt.ts'
import { createRequestChecks } from '../authorization-server/request-checks.ts'
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

/** Which fault is answered, and who is told of it. */
export const authorizationChecks = createRequestChecks<{ ctx: ProviderContext; url: URL }>()
  .tellsPerson('parameters', ({ url }) => ({
    parameters: parseParameters(
      url.searchParams,
      (parameter) => new PageError('invalid_request', { parameter }),
    ),
  }))
  .tellsPerson('client_id', ({ ctx, parameters }) => checkClientId(ctx, parameters))
  .tellsPerson('redirect_uri', ({ ctx, parameters }) => {
    checkRedirectUri(ctx, parameters)
    return { redirectUri: ctx.client.redirectUri, state: parameters.get('state') }
  })
  .tellsPerson('response_mode', ({ ctx, parameters }) => ({
    responseMode: parseResponseMode(ctx, parameters),
  }))
  .tellsClient('request', ({ parameters }) => checkNoRequestObject(parameters))
  .tellsClient('response_type', ({ parameters }) => checkResponseType(parameters))
  .tellsClient('code_challenge', ({ parameters }) => ({
    codeChallenge: parseCodeChallenge(parameters),
  }))
  .tellsClient('scope', ({ ctx, parameters }) => ({
    scopes: parseScopes(ctx.provider, parameters),
  }))
  .tellsClient('prompt', ({ parameters }) => ({ prompt: parsePromptOrAuthType(parameters) }))
  .tellsClient('max_age', ({ parameters }) => ({ maxAgeSeconds: parseMaxAge(parameters) }))

/**
 * Reads the query of `/authorize`.
 *
 * @throws PageError, AuthorizationError
 */
export function parseAuthorizationRequest(ctx: ProviderContext, url: URL): AuthorizationRequest {
  const { ctx: _ctx, url: _url, parameters, ...proved } = authorizationChecks.run({ ctx, url })
  return {
    ...proved,
    nonce: parameters.get('nonce'),
    loginHint: parameters.get('login_hint'),
    search: url.search,
  }
}

/** OpenID Connect Core 1.0, section 6: what else it says would count for more than the query. */
function checkNoRequestObject(parameters: Parameters): void {
  if (parameters.has('request')) throw new OAuthError('request_not_supported')
  if (parameters.has('request_uri')) throw new OAuthError('request_uri_not_supported')
}

function checkResponseType(parameters: Parameters): void {
  if (parameters.get('response_type') === 'code') return
  throw new OAuthError('unsupported_response_type', 'response_type must be code')
}

/** OpenID Connect Core 1.0, section 3.1.2.1. */
function parseMaxAge(parameters: Parameters): number | undefined {
  const text = parameters.get('max_age')
  if (text === undefined) return undefined
  if (!/^\d{1,10}$/.test(text)) throw new OAuthError('invalid_request', 'max_age is malformed')
  return Number(text)
}
