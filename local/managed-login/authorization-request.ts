import type { ReturnAddress } from '../authorization-server/authorization-error.ts'
import { parseParameters, type Parameters } from '../authorization-server/parameters.ts'
import { parseCodeChallenge } from '../authorization-server/pkce.ts'
import type { Prompt } from '../authorization-server/prompt.ts'
import { createRequestChecks } from '../authorization-server/request-checks.ts'
import { checkOAuthEnabled, requireKnownClient } from './checks/client.ts'
import { parseIdentityProvider, type RequestedProvider } from './checks/identity-provider.ts'
import { parsePromptOf } from './checks/prompt.ts'
import { requireRedirectUri } from './checks/redirect-uri.ts'
import { requireResponseType, type ResponseType } from './checks/response-type.ts'
import { parseRequestedLevel, type RequestedLevel } from './checks/requested-level.ts'
import { parseScope } from './checks/scope.ts'
import type { ClientOfDomain, ManagedLoginContext } from './context.ts'
import { PageError } from './errors.ts'

/** A request for authorization, every check passed. Each page of managed login carries one along. */
export interface AuthorizationRequest extends ClientOfDomain, ReturnAddress, RequestedLevel {
  responseType: ResponseType
  /** Space-separated. */
  scope: string
  nonce: string | undefined
  codeChallenge: string | undefined
  prompt: ReadonlySet<Prompt>
  /** Undefined: whoever signs in chooses. */
  identityProvider: RequestedProvider | undefined
  loginHint: string | undefined
  /** As it came, with its `?`: links between the pages pass it on. */
  search: string
}

/** Which fault is answered, and who is told of it. Each page of managed login runs them too. */
export const authorizationChecks = createRequestChecks<{ ctx: ManagedLoginContext; url: URL }>()
  .tellsPerson('parameters', ({ url }) => ({ parameters: parseQuery(url) }))
  .tellsPerson('client_id', ({ ctx, parameters }) => requireKnownClient(ctx, parameters))
  .tellsPerson('client', checkOAuthEnabled)
  .tellsPerson('redirect_uri', (request) => returnAddressOf(request, request.parameters))
  .tellsPerson('identity_provider', (request) => ({
    identityProvider: parseIdentityProvider(request, request.parameters),
  }))
  .tellsClient('response_type', ({ client, parameters }) => ({
    responseType: requireResponseType(client, parameters),
  }))
  .tellsClient('code_challenge', ({ parameters }) => ({
    codeChallenge: parseCodeChallenge(parameters),
  }))
  .tellsClient('scope', ({ client, parameters }) => ({ scope: parseScope(client, parameters) }))
  .tellsClient('prompt', ({ domain, parameters }) => ({
    prompt: parsePromptOf(domain, parameters),
  }))
  .tellsClient('level', (request) => parseRequestedLevel(request, request.parameters))

/**
 * Reads the query of `/oauth2/authorize` and of the pages.
 *
 * @throws PageError, AuthorizationError
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 */
export function parseAuthorizationRequest(
  ctx: ManagedLoginContext,
  url: URL,
): AuthorizationRequest {
  const {
    ctx: _ctx,
    url: _url,
    parameters,
    ...proved
  } = authorizationChecks.run({ ctx, url }, ctx.checks)
  return {
    ...proved,
    nonce: parameters.get('nonce'),
    loginHint: parameters.get('login_hint'),
    search: url.search,
  }
}

function returnAddressOf(found: ClientOfDomain, parameters: Parameters): ReturnAddress {
  return {
    redirectUri: requireRedirectUri(found, parameters),
    responseMode: parameters.get('response_type') === 'token' ? 'fragment' : 'query',
    state: parameters.get('state'),
  }
}

/** @throws PageError invalid_request when a parameter comes twice. */
export function parseQuery(url: URL): Parameters {
  return parseParameters(
    url.searchParams,
    (parameter) => new PageError('invalid_request', { parameter }),
  )
}
