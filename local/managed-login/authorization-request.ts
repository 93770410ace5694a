import { tellClient, type ReturnAddress } from '../authorization-server/authorization-error.ts'
import { parseParameters, type Parameters } from '../authorization-server/parameters.ts'
import { parseCodeChallenge } from '../authorization-server/pkce.ts'
import type { Prompt } from '../authorization-server/prompt.ts'
import { checkOAuthEnabled, requireKnownClient } from './checks/client.ts'
import { parseIdentityProvider, type RequestedProvider } from './checks/identity-provider.ts'
import { parsePromptOf } from './checks/prompt.ts'
import { requireRedirectUri } from './checks/redirect-uri.ts'
import { requireResponseType, type ResponseType } from './checks/response-type.ts'
import { parseScope } from './checks/scope.ts'
import type { ClientOfDomain, ManagedLoginContext } from './context.ts'
import { PageError } from './errors.ts'

/** A request for authorization, every check passed. Each page of managed login carries one along. */
export interface AuthorizationRequest extends ClientOfDomain, ReturnAddress {
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

  const to: ReturnAddress = {
    redirectUri,
    responseMode: parameters.get('response_type') === 'token' ? 'fragment' : 'query',
    state: parameters.get('state'),
  }
  const rest = tellClient(to, () => parseRest(found, parameters))
  return { ...found, ...to, identityProvider, ...rest, search: url.search }
}

function parseRest({ client, domain }: ClientOfDomain, parameters: Parameters) {
  return {
    responseType: requireResponseType(client, parameters),
    codeChallenge: parseCodeChallenge(parameters),
    scope: parseScope(client, parameters),
    prompt: parsePromptOf(domain, parameters),
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
