import { createEs256Signer } from '../../core/crypto/es256-signer.ts'
import { signJwt } from '../../core/crypto/jwt.ts'
import type { ManagedLoginContext } from '../context.ts'
import { callProvider } from './call-provider.ts'
import { FederationError } from './errors.ts'
import { callbackUri } from './go-to-provider.ts'
import { readJsonObject } from './read-json.ts'
import type { Provider } from './resolve-provider.ts'

export interface ProviderTokens {
  accessToken: string
  idToken: string | undefined
  /** The answer that they came in. */
  response: Readonly<Record<string, unknown>>
}

/**
 * Redeems a provider's code. The client's secret goes into the form; Facebook's token endpoint is
 * asked by GET, and Apple is shown a secret that is signed for the moment.
 *
 * @throws FederationError
 */
export async function requestTokens(
  ctx: ManagedLoginContext,
  provider: Provider,
  code: string,
  codeVerifier: string,
): Promise<ProviderTokens> {
  const { config, traits, tokenUrl } = provider
  const parameters = new URLSearchParams({
    ...(traits.tokenMethod === 'POST' && { grant_type: 'authorization_code' }),
    code,
    redirect_uri: callbackUri(ctx),
    client_id: config.details.client_id ?? '',
    client_secret: await clientSecret(ctx, provider),
    ...(traits.knowsPkce && { code_verifier: codeVerifier }),
  })
  const headers = { accept: 'application/json' }
  const request =
    traits.tokenMethod === 'GET'
      ? new Request(withQuery(tokenUrl, parameters), { headers })
      : new Request(tokenUrl, { method: 'POST', headers, body: parameters })
  const timeoutText = 'Timeout occurred in calling IdP token endpoint'
  const response = await callProvider(ctx.fetch, request, timeoutText)

  const answer = await readJsonObject(response)
  if (response.status !== 200) throw refusal(provider, response.status, answer?.error)
  const { access_token: accessToken, id_token: idToken } = answer ?? {}
  if (typeof accessToken !== 'string') throw refusal(provider, response.status, undefined)
  return {
    accessToken,
    idToken: typeof idToken === 'string' ? idToken : undefined,
    response: { ...answer },
  }
}

/** https://developer.apple.com/documentation/accountorganizationaldatasharing/creating-a-client-secret */
async function clientSecret(ctx: ManagedLoginContext, provider: Provider): Promise<string> {
  const { config, issuer } = provider
  const { client_id = '', client_secret = '', team_id = '', key_id = '' } = config.details
  if (config.type !== 'SignInWithApple') return client_secret
  const iat = Math.floor(ctx.clock.now() / 1000)
  const claims = { iss: team_id, iat, exp: iat + 300, aud: issuer, sub: client_id }
  try {
    const signer = await createEs256Signer(config.details.private_key ?? '', key_id)
    return await signJwt(signer, claims)
  } catch {
    throw new FederationError(`${config.name} Error - the private key cannot be read`)
  }
}

/** As Cognito words it; Google's own error code is repeated, others' are not. */
function refusal({ config }: Provider, status: number, error: unknown): FederationError {
  const code = config.type === 'Google' && typeof error === 'string' ? error : undefined
  return new FederationError(`${config.name} Error - ${status} ${code ?? 'error getting token'}`)
}

export function withQuery(url: string, parameters: URLSearchParams): string {
  return `${url}${url.includes('?') ? '&' : '?'}${parameters.toString()}`
}
