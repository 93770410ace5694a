import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider'
import { toBase64Url } from '../../core/encoding/base64.ts'
import { signJwt } from '../../core/crypto/jwt.ts'
import { randomUuid } from '../../core/ports/random.ts'
import type { ClientOfPool, OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import type { UserRecord } from '../model.ts'
import type { Level, ProviderProof, Proof } from '../sign-in/proof.ts'
import { sessionTrackingOf } from '../sessions/session-settings.ts'
import { addTokenSession, newSessionId, seenAt } from '../sessions/user-sessions.ts'
import { groupsOfUser } from '../groups/members.ts'
import { acrOf, acrOfLevel } from '../step-up/levels.ts'
import { accessTokenClaims, idTokenClaims } from './claims.ts'
import { mintRefreshToken } from './refresh-token.ts'
import { addFamily, signInInstant, type TokenFamily } from './token-family.ts'

/** The one scope of a sign-in by API: it lets a token into the operations of the user pool. */
export const apiScope = 'aws.cognito.signin.user.admin'

export interface SignIn extends ClientOfPool {
  user: UserRecord
  /** Undefined where nobody asks. */
  proved?: readonly Proof[]
  /** Where it is defined, the tokens tell `acr` and `amr`. */
  target?: Level | undefined
  /** What was shown at an identity provider, where the tokens are to tell it. */
  federated?: ProviderProof | undefined
  deviceKey?: string | undefined
  /** Space-separated. */
  scope: string
  /** Where an authorization request led to it. */
  oauth?: OAuthSignIn
}

interface OAuthSignIn {
  /** Chosen before, so that the code which led here can end it. */
  eventId: string
  /** When the user proved who they are; a session may have remembered it since. */
  authTimeMs: number
  /** Of the domain's session that it comes of, where these are kept. */
  originSessionId?: string
  nonce?: string
}

/**
 * Starts a token family for a proved sign-in and signs its first tokens. `ExpiresIn` is the access
 * token's life, in seconds.
 *
 * @throws NotAuthorizedException when the user was deleted or disabled while the proof was checked.
 */
export async function issueTokens(
  ctx: OperationContext,
  { pool, client, user: before, proved = [], target, federated, deviceKey, scope, oauth }: SignIn,
): Promise<AuthenticationResultType> {
  const eventId = oauth?.eventId ?? randomUuid(ctx.random)
  const refreshToken = await mintRefreshToken(ctx, eventId, 0)

  const user = ctx.users.findBySub(pool, before.sub)
  if (!user?.enabled) throw new UserPoolError('NotAuthorizedException', 'User is disabled.')
  const nowMs = ctx.clock.now()
  const acr = federated ? acrOfLevel(pool, federated.level) : acrOf(pool, proved)
  const family: TokenFamily = {
    eventId,
    originJti: randomUuid(ctx.random),
    poolId: pool.id,
    clientId: client.id,
    sub: user.sub,
    scope,
    ...(proved.length > 0 && { proved }),
    ...((target ?? federated) && acr !== undefined && { acr }),
    ...(federated && { amr: federated.amr }),
    ...(deviceKey !== undefined && { deviceKey }),
    ...(oauth && { isOAuth: true }),
    authTimeMs: oauth?.authTimeMs ?? nowMs,
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
  const tracking = sessionTrackingOf(ctx.store, pool)
  if (tracking.isOn) {
    const id = newSessionId(ctx.random, 'tkn')
    const origin = oauth?.originSessionId
    const begun = { id, ...(origin !== undefined && { originId: origin }), createdAtMs: nowMs }
    const tracked = { ...family, session: { ...begun, ...seenAt(nowMs, ctx.sender) } }
    ctx.store.transaction(() => {
      addFamily(ctx.store, tracked, nowMs)
      addTokenSession(ctx.store, user, tracked, { ...tracking, nowMs })
    })
  } else addFamily(ctx.store, family, nowMs)

  const signed = await signTokens(ctx, { pool, client }, user, family, nowMs, oauth?.nonce)
  return { ...signed, RefreshToken: refreshToken.text }
}

/**
 * New access and ID tokens of a family, for the user as they are now. Of an OAuth sign-in the ID
 * token is bound to its access token, and there is none without the scope `openid`.
 */
export async function signTokens(
  ctx: OperationContext,
  { pool, client }: ClientOfPool,
  user: UserRecord,
  family: TokenFamily,
  nowMs: number,
  nonce?: string,
): Promise<AuthenticationResultType> {
  const keys = await ctx.signingKeys.of(pool.id)
  const groups = groupsOfUser(ctx.store, pool, user)
  const told = { groups, ...defined(nonce) }
  const input = { pool, client, user, family, nowMs, random: ctx.random, ...told }
  const fixed = { ExpiresIn: client.accessTokenSeconds, TokenType: 'Bearer' }
  if (family.isOAuth) {
    const AccessToken = await signJwt(keys.access, accessTokenClaims(input))
    if (!family.scope.split(' ').includes('openid')) return { AccessToken, ...fixed }
    const claims = idTokenClaims(input, await accessTokenHash(ctx, AccessToken))
    return { AccessToken, ...fixed, IdToken: await signJwt(keys.id, claims) }
  }
  const [AccessToken, IdToken] = await Promise.all([
    signJwt(keys.access, accessTokenClaims(input)),
    signJwt(keys.id, idTokenClaims(input)),
  ])
  return { AccessToken, ...fixed, IdToken }
}

function defined(nonce: string | undefined): { nonce?: string } {
  return nonce === undefined ? {} : { nonce }
}

/** The left half of its SHA-256 (OpenID Connect Core 1.0, section 3.1.3.6). */
async function accessTokenHash({ crypto }: OperationContext, accessToken: string): Promise<string> {
  const hash = await crypto.sha256(new TextEncoder().encode(accessToken))
  return toBase64Url(hash.subarray(0, 16))
}
