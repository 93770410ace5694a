import { checked } from '../../core/ports/checks.ts'
import { toBase64Url } from '../../core/encoding/base64.ts'
import { decodeJwt, type JwtClaims } from '../../core/crypto/jwt.ts'
import type { ManagedLoginContext } from '../context.ts'
import { FederationError } from './errors.ts'
import type { ProviderTokens } from './request-tokens.ts'
import type { Provider } from './resolve-provider.ts'

/** Between the provider's clock and ours. */
const skewSeconds = 60

/**
 * Proves an ID token, in the order of OpenID Connect Core 1.0, section 3.1.3.7: issuer, audience,
 * signature, times, nonce; and that it belongs to the access token beside it, where it says so.
 *
 * @throws FederationError
 */
export async function requireIdToken(
  ctx: ManagedLoginContext,
  provider: Provider,
  { idToken, accessToken }: ProviderTokens,
  nonce: string,
): Promise<JwtClaims> {
  const { checks } = ctx
  const unchecked = idToken === undefined ? undefined : decodeJwt(idToken)
  if (idToken === undefined || !unchecked) throw new FederationError('Invalid id_token')
  const { header, claims } = unchecked
  checked(checks, 'id_token iss', () => {
    if (claims.iss === provider.issuer) return
    throw new FederationError(`Bad id_token issuer ${text(claims.iss)}`)
  })
  checked(checks, 'id_token aud', () => {
    if (isFor(claims, provider.config.details.client_id)) return
    throw new FederationError('Bad id_token audience')
  })
  const kid = typeof header.kid === 'string' ? header.kid : undefined
  await checked(checks, 'id_token signature', async () => {
    const verify = await ctx.keySets.find(provider.jwksUri, kid)
    if (!(await verify?.(idToken))) throw new FederationError('Bad id_token signature')
  })

  checked(checks, 'id_token exp', () => checkTimes(claims, ctx.clock.now() / 1000))
  checked(checks, 'id_token nonce', () => {
    if (claims.nonce !== nonce) throw new FederationError('Bad id_token nonce')
  })
  await checked(checks, 'id_token at_hash', async () => {
    const { at_hash: atHash } = claims
    if (atHash === undefined || atHash === (await halfHash(ctx, accessToken))) return
    throw new FederationError('Bad id_token at_hash')
  })
  return claims
}

/** Of several audiences one is the party that it was issued to, and that has to be us. */
function isFor({ aud, azp }: JwtClaims, clientId: string | undefined): boolean {
  const audiences: unknown[] = Array.isArray(aud) ? aud : [aud]
  if (clientId === undefined || !audiences.includes(clientId)) return false
  return azp === undefined ? audiences.length === 1 : azp === clientId
}

function checkTimes({ exp, iat, nbf }: JwtClaims, nowSeconds: number): void {
  if (typeof exp !== 'number' || exp + skewSeconds <= nowSeconds) {
    throw new FederationError('Expired id_token')
  }
  const begins = Math.max(typeof iat === 'number' ? iat : Infinity, Number(nbf ?? 0))
  if (!(begins - skewSeconds <= nowSeconds)) throw new FederationError('Bad id_token time')
}

/** RS256 and ES256 hash alike (OpenID Connect Core 1.0, section 3.1.3.6). */
async function halfHash(ctx: ManagedLoginContext, accessToken: string): Promise<string> {
  const hash = await ctx.crypto.sha256(new TextEncoder().encode(accessToken))
  return toBase64Url(hash.subarray(0, 16))
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
