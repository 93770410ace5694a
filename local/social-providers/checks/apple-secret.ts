import { OAuthError } from '../../authorization-server/errors.ts'
import { requireFormParameter, type Parameters } from '../../authorization-server/parameters.ts'
import { decodeJwt, type JwtClaims } from '../../core/crypto/jwt.ts'
import { createJwtVerifier } from '../../core/crypto/jwt-verifier.ts'
import type { ProviderContext } from '../provider.ts'
import { appleIds } from '../registration.ts'

// Six months.
const longestSeconds = 15_777_000
// How far a client's clock may be ahead.
const skewSeconds = 60

/**
 * Apple's clients make their own secret: a JWT, signed as ES256 with the key that Apple gave out.
 * Apple says `invalid_client` and no more; what is wrong with it is added here.
 *
 * @throws OAuthError invalid_request, invalid_client
 * @see https://developer.apple.com/documentation/accountorganizationaldatasharing/creating-a-client-secret
 */
export async function checkAppleSecret(
  ctx: ProviderContext,
  _request: Request,
  form: Parameters,
): Promise<void> {
  const clientId = requireFormParameter(form, 'client_id')
  const secret = requireFormParameter(form, 'client_secret')
  if (clientId !== ctx.client.id) throw refused('client_id is not known')
  const jwt = decodeJwt(secret)
  if (!jwt) throw refused('client_secret is not a JWT')

  const fault = headerFault(jwt.header) ?? claimFault(ctx, jwt.claims)
  if (fault !== undefined) throw refused(`client_secret: ${fault}`)
  const { publicJwk } = await ctx.registrations.appleKey()
  const hasSigned = await createJwtVerifier(publicJwk)
  if ((await hasSigned?.(secret)) !== true) throw refused('client_secret: its signature is wrong')
}

function headerFault({ alg, kid }: JwtClaims): string | undefined {
  if (alg !== 'ES256') return 'alg must be ES256'
  return kid === appleIds.keyId ? undefined : 'kid is not the key ID'
}

function claimFault(
  { clock, client, endpoints }: ProviderContext,
  { iss, sub, aud, iat, exp }: JwtClaims,
): string | undefined {
  if (iss !== appleIds.teamId) return 'iss is not the team ID'
  if (sub !== client.id) return 'sub is not the client_id'
  if (aud !== endpoints.issuer) return 'aud is not the issuer'
  const nowSeconds = clock.now() / 1000
  if (typeof iat !== 'number' || iat > nowSeconds + skewSeconds) return 'iat is missing or to come'
  if (typeof exp !== 'number' || exp <= nowSeconds) return 'exp is missing or has passed'
  return exp > nowSeconds + longestSeconds ? 'exp is more than six months ahead' : undefined
}

function refused(description: string): OAuthError {
  return new OAuthError('invalid_client', description)
}
