import type { OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import type { UserRecord } from '../model.ts'
import { checkSrpProof, type SrpClaim } from '../srp/exchange.ts'
import { checkPassword } from '../srp/verifier.ts'
import type { Candidate } from './candidate.ts'

/**
 * Proves a password in clear text.
 *
 * @throws NotAuthorizedException (wrong, locked, disabled), UserNotConfirmedException,
 *   PasswordResetRequiredException
 */
export async function provePassword(
  ctx: OperationContext,
  candidate: Candidate,
  password: string,
): Promise<UserRecord> {
  candidate.lockout.check()
  const owner = { poolId: candidate.pool.id, username: candidate.username }
  const isRight = await checkPassword(ctx.crypto, owner, candidate.password, password)
  return acceptProof(ctx, candidate, isRight)
}

/** As `provePassword`, by SRP; a secret block that has expired or was answered is refused too. */
export async function proveBySrp(
  ctx: OperationContext,
  candidate: Candidate,
  claim: SrpClaim,
): Promise<UserRecord> {
  candidate.lockout.check()
  return acceptProof(ctx, candidate, await checkSrpProof(ctx, candidate, claim))
}

/**
 * What a proof leads to. Synchronous, and the lock is looked at again: however many answers are
 * checked at once, no more than the lock allows are told anything.
 */
function acceptProof(
  { users }: OperationContext,
  { pool, client, user: before, password, lockout }: Candidate,
  isRight: boolean,
): UserRecord {
  lockout.check()
  const user = before && users.findBySub(pool, before.sub)
  if (user?.status === 'RESET_REQUIRED' && !client.preventUserExistenceErrors) {
    throw new UserPoolError(
      'PasswordResetRequiredException',
      'Password reset required for the user',
    )
  }
  const isCurrent = user?.password?.verifierHex === password.verifierHex
  if (!isRight || !user || !isCurrent || user.status === 'RESET_REQUIRED') {
    lockout.countFailure()
    throw new UserPoolError('NotAuthorizedException', 'Incorrect username or password.')
  }

  lockout.clear()
  if (!user.enabled) throw new UserPoolError('NotAuthorizedException', 'User is disabled.')
  if (user.status === 'UNCONFIRMED') {
    throw new UserPoolError('UserNotConfirmedException', 'User is not confirmed.')
  }
  return user
}
