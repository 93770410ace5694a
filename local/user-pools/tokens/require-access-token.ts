import { checked } from '../../core/ports/checks.ts'
import type { JwtClaims } from '../../core/crypto/jwt.ts'
import { requireClient, type ClientOfPool, type OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import type { UserRecord } from '../model.ts'
import { apiScope } from './issue-tokens.ts'
import { isRevoked, tokenFamilies } from './token-family.ts'
import { verifyToken } from './verify-token.ts'

/** Whose access token it is. */
export interface Caller extends ClientOfPool {
  user: UserRecord
  claims: JwtClaims
}

const faults = {
  malformed: 'Invalid Access Token',
  foreign: 'Invalid Access Token',
  'wrong-use': 'Invalid Access Token',
  'bad-signature': 'Could not verify signature for Access Token',
  expired: 'Access Token has expired',
}

/**
 * The user behind `accessToken`, as the store has them now, for an operation of the user pool.
 *
 * @throws NotAuthorizedException as `requireCaller`, or without the scope
 *   `aws.cognito.signin.user.admin`.
 */
export async function requireAccessToken(
  ctx: OperationContext,
  accessToken: string,
): Promise<Caller> {
  const caller = await requireCaller(ctx, accessToken)
  checked(ctx.checks, 'scope', () => {
    if (String(caller.claims.scope).split(' ').includes(apiScope)) return
    throw refusal('Access Token does not have required scopes')
  })
  return caller
}

/**
 * The user behind `accessToken`, whatever its scopes.
 *
 * @throws NotAuthorizedException: not an access token of ours, altered, expired, revoked, or of a
 *   disabled user.
 * @throws ResourceNotFoundException when the client is gone, UserNotFoundException when the user
 *   is, UserNotConfirmedException when someone signed up under the name again.
 */
export async function requireCaller(ctx: OperationContext, accessToken: string): Promise<Caller> {
  return checked(ctx.checks, 'AccessToken', () => proveCaller(ctx, accessToken))
}

async function proveCaller(ctx: OperationContext, accessToken: string): Promise<Caller> {
  const verified = await verifyToken(ctx, accessToken, 'access')
  if (!verified.isValid) throw refusal(faults[verified.fault])
  const { pool, claims } = verified
  const { client } = requireClient(ctx, String(claims.client_id))

  const user = ctx.users.find(pool, String(claims.username))
  if (!user) throw new UserPoolError('UserNotFoundException', 'User does not exist.')
  if (!user.enabled) throw refusal('User is disabled.')
  if (user.status === 'UNCONFIRMED') {
    throw new UserPoolError('UserNotConfirmedException', 'User is not confirmed.')
  }
  if (isRevoked(tokenFamilies(ctx.store).get(String(claims.event_id)), user)) {
    throw refusal('Access Token has been revoked')
  }
  return { pool, client, user, claims }
}

function refusal(message: string): UserPoolError {
  return new UserPoolError('NotAuthorizedException', message)
}
