import { toBase64Url } from '../core/encoding/base64.ts'
import type { ProviderContext } from './provider.ts'
import type { Grant } from './grant.ts'

const lifetimeSeconds = 3600

/**
 * What an OpenID provider says of who signed in (OpenID Connect Core 1.0, section 2). Undefined where
 * it is not asked for.
 */
export async function idTokenOf(
  ctx: ProviderContext,
  grant: Grant,
  accessToken: string,
): Promise<string | undefined> {
  const { openId } = ctx.provider
  if (!openId || (openId.isImplied !== true && !grant.scopes.includes('openid'))) return undefined
  const hash = await ctx.crypto.sha256(new TextEncoder().encode(accessToken))
  const iat = Math.floor(ctx.clock.now() / 1000)
  return ctx.signingKey.sign({
    iss: ctx.endpoints.issuer,
    aud: grant.clientId,
    sub: grant.person.subject,
    iat,
    exp: iat + lifetimeSeconds,
    auth_time: Math.floor(grant.authTimeMs / 1000),
    // Section 3.1.3.6: the left half.
    at_hash: toBase64Url(hash.subarray(0, hash.length / 2)),
    ...(grant.nonce !== undefined && { nonce: grant.nonce }),
    ...openId.claims(ctx, grant),
  })
}
