import { checked } from '../../core/ports/checks.ts'
import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider'
import type { ClientOfPool, OperationContext } from '../context.ts'
import { findDevice } from '../devices/devices.ts'
import { UserPoolError } from '../errors.ts'
import type { UserRecord } from '../model.ts'
import { seenAt } from '../sessions/user-sessions.ts'
import { customizeTokens, type TokenTrigger } from './customize-tokens.ts'
import { signTokens } from './issue-tokens.ts'
import { mintRefreshToken, readRefreshToken, type RefreshToken } from './refresh-token.ts'
import { isSignedOut, tokenFamilies, type TokenFamily } from './token-family.ts'

interface RefreshOptions {
  /** Has to be of the device that the sign-in was at, once that is confirmed. */
  deviceKey?: string | undefined
  trigger: TokenTrigger
  /** What else has to be proved of the user, e.g. a secret hash over their name. */
  checkUser?: (user: UserRecord) => Promise<void>
}

/**
 * New ID and access tokens for a refresh token. While the client rotates, a new refresh token too,
 * whose life is what is left of the first one's; the old one works on for the grace period, and
 * each use of it replaces the child given before.
 *
 * @throws NotAuthorizedException, RefreshTokenReuseException, and those of the PreTokenGeneration
 *   trigger, which leave the refresh token as it was.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html
 */
export async function refreshTokens(
  ctx: OperationContext,
  { pool, client }: ClientOfPool,
  text: string,
  { deviceKey, trigger, checkUser = () => Promise.resolve() }: RefreshOptions,
): Promise<AuthenticationResultType> {
  const token = await checked(ctx.checks, 'RefreshToken', () => requireToken(ctx, text))
  const child = client.rotation && (await mintRefreshToken(ctx, token.eventId, token.sequence + 1))
  const live = checked(ctx.checks, 'RefreshToken', () =>
    findLive(ctx, { pool, client }, token, deviceKey),
  )
  await checkUser(live.user)
  const changes = await customizeTokens(
    ctx,
    { pool, client },
    live.user,
    live.family.scope,
    trigger,
  )

  // From here to the write there is no await: of two uses of one token at once, one is the first.
  const { family, user, nowMs } = findLive(ctx, { pool, client }, token, deviceKey)
  const session = family.session && { session: { ...family.session, ...seenAt(nowMs, ctx.sender) } }
  if (child) {
    const graceUntilMs = nowMs + (client.rotation?.retryGraceSeconds ?? 0) * 1000
    const { previous: before } = family
    const previous = before?.hash === token.hash ? before : { hash: token.hash, graceUntilMs }
    const sequence = token.sequence + 1
    const rotated = { ...family, ...session, sequence, refreshTokenHash: child.hash, previous }
    tokenFamilies(ctx.store).set(family.eventId, rotated)
  } else if (session) {
    tokenFamilies(ctx.store).set(family.eventId, { ...family, ...session })
  }

  const signed = await signTokens(ctx, { pool, client }, user, family, { nowMs, changes })
  return child ? { ...signed, RefreshToken: child.text } : signed
}

async function requireToken(ctx: OperationContext, text: string): Promise<RefreshToken> {
  const token = await readRefreshToken(ctx, text)
  if (!token) throw notAuthorized('Invalid Refresh Token')
  return token
}

/** The family that a token belongs to and its user, if the token may still be used. */
function findLive(
  ctx: OperationContext,
  { pool, client }: ClientOfPool,
  token: RefreshToken,
  deviceKey: string | undefined,
): { family: TokenFamily; user: UserRecord; nowMs: number } {
  const nowMs = ctx.clock.now()
  const family = tokenFamilies(ctx.store).get(token.eventId)
  if (family?.poolId !== pool.id) throw notAuthorized('Invalid Refresh Token')
  if (family.clientId !== client.id) throw notAuthorized('Refresh Token has different Client')
  if (family.refreshExpiresAtMs <= nowMs) throw notAuthorized('Refresh Token has expired')
  const user = ctx.users.findBySub(pool, family.sub)
  if (!user) throw notAuthorized('The user has been deleted for the associated refresh token')
  if (!user.enabled) throw notAuthorized('User is disabled.')
  if (isSignedOut(family, user)) throw notAuthorized('Refresh Token has been revoked')
  if (family.isRevoked) {
    // The child of a revoked parent is refused without a message (radkawar/stackd on GitHub,
    // testdata/aws/cognito).
    throw notAuthorized(token.sequence > 0 ? undefined : 'Refresh Token has been revoked')
  }
  if (!isCurrent(family, token) && !isInGrace(family, token, nowMs)) {
    throw new UserPoolError('RefreshTokenReuseException', 'Refresh token reuse detected')
  }
  if (isOfAnotherDevice(ctx, family, user, deviceKey)) throw notAuthorized('Invalid Refresh Token')
  return { family, user, nowMs }
}

function isOfAnotherDevice(
  { store }: OperationContext,
  { deviceKey: own }: TokenFamily,
  user: UserRecord,
  given: string | undefined,
): boolean {
  return own !== undefined && own !== given && findDevice(store, user, own) !== undefined
}

function isCurrent(family: TokenFamily, token: RefreshToken): boolean {
  return family.refreshTokenHash === token.hash
}

function isInGrace({ previous }: TokenFamily, { hash }: RefreshToken, nowMs: number): boolean {
  return previous?.hash === hash && nowMs < previous.graceUntilMs
}

function notAuthorized(message: string | undefined): UserPoolError {
  return new UserPoolError('NotAuthorizedException', message)
}
