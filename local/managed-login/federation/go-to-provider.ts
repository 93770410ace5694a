import { AuthorizationError } from '../../authorization-server/authorization-error.ts'
import { OAuthError } from '../../authorization-server/errors.ts'
import { redirectTo, redirectUrl } from '../../authorization-server/redirect.ts'
import { toBase64Url } from '../../core/encoding/base64.ts'
import type { IdentityProviderConfig } from '../../user-pools/config.ts'
import type { AuthorizationRequest } from '../authorization-request.ts'
import { checkMayAct } from '../checks/method.ts'
import type { ManagedLoginContext } from '../context.ts'
import { FederationError } from './errors.ts'
import { acrValuesFor } from './provider-proof.ts'
import type { Provider } from './resolve-provider.ts'

/**
 * Sends the browser to an identity provider, with a state, a nonce and a code challenge of our own.
 *
 * @throws PageError method_not_allowed, AuthorizationError when the provider cannot be discovered
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation.html
 */
export async function goToProvider(
  ctx: ManagedLoginContext,
  request: Request,
  authorization: AuthorizationRequest,
  config: IdentityProviderConfig,
): Promise<Response> {
  checkMayAct(request)
  const provider = await resolve(ctx, authorization, config)
  const nonce = toBase64Url(ctx.random.bytes(32))
  const codeVerifier = toBase64Url(ctx.random.bytes(32))
  const { search } = authorization
  const pending = { providerName: config.name, search, nonce, codeVerifier }
  const { state, cookies } = await ctx.federationStates.add(request, pending)
  const parameters = {
    client_id: config.details.client_id,
    redirect_uri: callbackUri(ctx),
    response_type: 'code',
    scope: scopesOf(provider),
    state,
    ...(provider.traits.isOpenId && { nonce }),
    ...(provider.traits.knowsPkce && (await challengeOf(ctx, codeVerifier))),
    // Apple posts its answer where it is asked for anything at all.
    ...(config.type === 'SignInWithApple' && { response_mode: 'form_post' }),
    ...passedOn(provider, authorization),
  }
  return redirectTo(redirectUrl(provider.authorizeUrl, parameters), cookies)
}

/** Where every provider sends its answer; registered with each of them. */
export function callbackUri(ctx: ManagedLoginContext): string {
  return `${ctx.domainUrl()}/oauth2/idpresponse`
}

async function resolve(
  ctx: ManagedLoginContext,
  authorization: AuthorizationRequest,
  config: IdentityProviderConfig,
): Promise<Provider> {
  try {
    return await ctx.resolveProvider(config)
  } catch (error) {
    if (!(error instanceof FederationError)) throw error
    throw new AuthorizationError(new OAuthError('invalid_request', error.message), authorization)
  }
}

function scopesOf({ config, traits }: Provider): string {
  return config.details.authorize_scopes ?? traits.scopes
}

async function challengeOf(ctx: ManagedLoginContext, codeVerifier: string) {
  const hash = await ctx.crypto.sha256(new TextEncoder().encode(codeVerifier))
  return { code_challenge: toBase64Url(hash), code_challenge_method: 'S256' }
}

/**
 * `prompt` goes to every provider, `login_hint` to those that take one, and `acr_values` in the names that
 * a provider has for the levels.
 */
function passedOn(
  { config, traits }: Provider,
  { prompt, loginHint, acrTargets }: AuthorizationRequest,
) {
  return {
    ...acrValuesFor(config, acrTargets),
    ...(prompt.size > 0 && { prompt: [...prompt].join(' ') }),
    ...(traits.takesLoginHint && loginHint !== undefined && { login_hint: loginHint }),
  }
}
