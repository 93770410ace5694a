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
import type { TokenChanges } from '../triggers/pre-token-generation.ts'
import { acrOf, acrOfLevel } from '../step-up/levels.ts'
import { changedAccessClaims, changedIdClaims } from './change-claims.ts'
import { accessTokenClaims, idTokenClaims } from './claims.ts'
import { customizeTokens, type TokenTrigger } from './customize-tokens.ts'
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
  /** Of the event that it was recorded as, if it was. */
  eventId?: string | undefined
  /** Space-separated. */
  scope: string
  /** Where an authorization request led to it. */
  oauth?: OAuthSignIn
  /** For the trigger. */
  clientMetadata?: Readonly<Record<string, string>> | undefined
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
 * @throws NotAuthorizedException when the user was deleted or disabled while the proof was checked, and
 *   those of the PreTokenGeneration trigger.
 */
export async function issueTokens(
  ctx: OperationContext,
  {
    pool,
    client,
    user: before,
    proved = [],
    target,
    federated,
    deviceKey,
    eventId: recorded,
    scope,
    oauth,
    clientMetadata,
  }: SignIn,
): Promise<AuthenticationResultType> {
  const eventId = oauth?.eventId ?? recorded ?? randomUuid(ctx.random)
  const trigger = { source: sourceOf(proved, oauth), clientMetadata }
  const changes = await customizeTokens(ctx, { pool, client }, before, scope, trigger)
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

  const told = { nowMs, changes, ...defined(oauth?.nonce) }
  const signed = await signTokens(ctx, { pool, client }, user, family, told)
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
  { changes, ...when }: { nowMs: number; nonce?: string; changes: TokenChanges | undefined },
): Promise<AuthenticationResultType> {
  const keys = await ctx.signingKeys.of(pool.id)
  const groups = groupsOfUser(ctx.store, pool, user)
  const input = { pool, client, user, family, random: ctx.random, groups, ...when }
  const fixed = { ExpiresIn: client.accessTokenSeconds, TokenType: 'Bearer' }
  if (family.isOAuth) {
    const AccessToken = await signJwt(
      keys.access,
      changedAccessClaims(accessTokenClaims(input), changes),
    )
    if (!family.scope.split(' ').includes('openid')) return { AccessToken, ...fixed }
    const claims = idTokenClaims(input, await accessTokenHash(ctx, AccessToken))
    return {
      AccessToken,
      ...fixed,
      IdToken: await signJwt(keys.id, changedIdClaims(claims, changes)),
    }
  }
  const [AccessToken, IdToken] = await Promise.all([
    signJwt(keys.access, changedAccessClaims(accessTokenClaims(input), changes)),
    signJwt(keys.id, changedIdClaims(idTokenClaims(input), changes)),
  ])
  return { AccessToken, ...fixed, IdToken }
}

/** What the PreTokenGeneration trigger is told of a sign-in. */
function sourceOf(
  proved: readonly Proof[],
  oauth: OAuthSignIn | undefined,
): TokenTrigger['source'] {
  if (oauth) return 'HostedAuth'
  if (proved.includes('NEW_PASSWORD_REQUIRED')) return 'NewPasswordChallenge'
  return proved.includes('DEVICE_PASSWORD_VERIFIER') ? 'AuthenticateDevice' : 'Authentication'
}

function defined(nonce: string | undefined): { nonce?: string } {
  return nonce === undefined ? {} : { nonce }
}

/** The left half of its SHA-256 (OpenID Connect Core 1.0, section 3.1.3.6). */
async function accessTokenHash({ crypto }: OperationContext, accessToken: string): Promise<string> {
  const hash = await crypto.sha256(new TextEncoder().encode(accessToken))
  return toBase64Url(hash.subarray(0, 16))
}
