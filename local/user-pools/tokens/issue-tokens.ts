import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider'
import { signJwt } from '../../core/jwt.ts'
import { randomUuid } from '../../core/random.ts'
import type { ClientOfPool, OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import type { UserRecord } from '../model.ts'
import { accessTokenClaims, idTokenClaims } from './claims.ts'
import { mintRefreshToken } from './refresh-token.ts'
import { addFamily, signInInstant, type TokenFamily } from './token-family.ts'

/** The one scope of a sign-in by API: it lets a token into the operations of the user pool. */
export const apiScope = 'aws.cognito.signin.user.admin'

export interface SignIn extends ClientOfPool {
  user: UserRecord
  /** Space-separated. */
  scope: string
}

/**
 * Starts a token family for a proved sign-in and signs its first tokens. `ExpiresIn` is the access
 * token's life, in seconds.
 *
 * @throws NotAuthorizedException when the user was deleted or disabled while the proof was checked.
 */
export async function issueTokens(
  ctx: OperationContext,
  { pool, client, user: proved, scope }: SignIn,
): Promise<AuthenticationResultType> {
  const eventId = randomUuid(ctx.random)
  const refreshToken = await mintRefreshToken(ctx, eventId, 0)

  const user = ctx.users.findBySub(pool, proved.sub)
  if (!user?.enabled) throw new UserPoolError('NotAuthorizedException', 'User is disabled.')
  const nowMs = ctx.clock.now()
  const family: TokenFamily = {
    eventId,
    originJti: randomUuid(ctx.random),
    poolId: pool.id,
    clientId: client.id,
    sub: user.sub,
    scope,
    authTimeMs: nowMs,
    issuedAtMs: signInInstant(user, nowMs),
    refreshExpiresAtMs: nowMs + client.refreshTokenSeconds * 1000,
    endsAtMs:
      nowMs +
      (client.refreshTokenSeconds + Math.max(client.accessTokenSeconds, client.idTokenSeconds)) *
        1000,
    isRevoked: false,
    sequence: 0,
    refreshTokenHash: refreshToken.hash,
  }
  addFamily(ctx.store, family, nowMs)

  const signed = await signTokens(ctx, { pool, client }, user, family)
  return { ...signed, RefreshToken: refreshToken.text }
}

/** New access and ID tokens of a family, for the user as they are now. */
export async function signTokens(
  ctx: OperationContext,
  { pool, client }: ClientOfPool,
  user: UserRecord,
  family: TokenFamily,
): Promise<AuthenticationResultType> {
  const keys = await ctx.signingKeys.of(pool.id)
  const input = { pool, client, user, family, nowMs: ctx.clock.now(), random: ctx.random }
  const [AccessToken, IdToken] = await Promise.all([
    signJwt(keys.access, accessTokenClaims(input)),
    signJwt(keys.id, idTokenClaims(input)),
  ])
  return { AccessToken, ExpiresIn: client.accessTokenSeconds, TokenType: 'Bearer', IdToken }
}
