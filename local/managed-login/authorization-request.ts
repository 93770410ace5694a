import { OAuthError } from '../authorization-server/errors.ts'
import { parseParameters, type Parameters } from '../authorization-server/parameters.ts'
import { parseCodeChallenge } from '../authorization-server/pkce.ts'
import { checkOAuthEnabled, requireKnownClient } from './checks/client.ts'
import { parseIdentityProvider, type RequestedProvider } from './checks/identity-provider.ts'
import { parsePrompt, type Prompt } from './checks/prompt.ts'
import { requireRedirectUri } from './checks/redirect-uri.ts'
import { requireResponseType, type ResponseType } from './checks/response-type.ts'
import { parseScope } from './checks/scope.ts'
import type { ClientOfDomain, ManagedLoginContext } from './context.ts'
import { PageError } from './errors.ts'

/** Where an answer goes, proved to be the client's. */
export interface ReturnAddress {
  redirectUri: string
  responseType: ResponseType
  /** The client's own, returned as it came. */
  state: string | undefined
}

/** A request for authorization, every check passed. Each page of managed login carries one along. */
export interface AuthorizationRequest extends ClientOfDomain, ReturnAddress {
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

/** A fault that the client is told of, now that its redirect URI is proved. */
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
 * Reads the query of `/oauth2/authorize` and of the pages. The order decides who is told: until
 * client and redirect URI are proved nobody but the person in front of the screen.
 *
 * @throws PageError, AuthorizationError
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 */
export function parseAuthorizationRequest(
  ctx: ManagedLoginContext,
  url: URL,
): AuthorizationRequest {
  const parameters = parseQuery(url)
  const found = requireKnownClient(ctx, parameters)
  checkOAuthEnabled(found)
  const redirectUri = requireRedirectUri(found, parameters)
  const identityProvider = parseIdentityProvider(found, parameters)

  const responseType = parameters.get('response_type') === 'token' ? 'token' : 'code'
  const to: ReturnAddress = { redirectUri, responseType, state: parameters.get('state') }
  try {
    const { search } = url
    return { ...found, ...to, identityProvider, ...parseRest(found, parameters), search }
  } catch (error) {
    throw error instanceof OAuthError ? new AuthorizationError(error, to) : error
  }
}

function parseRest({ client, domain }: ClientOfDomain, parameters: Parameters) {
  return {
    responseType: requireResponseType(client, parameters),
    codeChallenge: parseCodeChallenge(parameters),
    scope: parseScope(client, parameters),
    prompt: parsePrompt(domain, parameters),
    nonce: parameters.get('nonce'),
    loginHint: parameters.get('login_hint'),
  }
}

/** @throws PageError invalid_request when a parameter comes twice. */
export function parseQuery(url: URL): Parameters {
  return parseParameters(
    url.searchParams,
    (parameter) => new PageError('invalid_request', { parameter }),
  )
}
