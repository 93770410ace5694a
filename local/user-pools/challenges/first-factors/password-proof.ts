import { checked } from '../../../core/ports/checks.ts'
import type { OperationContext } from '../../context.ts'
import { UserPoolError } from '../../errors.ts'
import { checkSrpProof, type SrpClaim } from '../../srp/exchange.ts'
import { adoptImportedPassword } from '../../sign-in/imported-password.ts'
import { checkPassword } from '../../srp/verifier.ts'
import type { Candidate } from './candidate.ts'
import { recordWrongPassword } from '../../threat-protection/events/record.ts'
import { notConfirmed, resetRequired } from '../may-sign-in.ts'
import type { SignIn } from '../sign-in.ts'

/**
 * Proves a password in clear text.
 *
 * @throws NotAuthorizedException (wrong, locked), UserNotConfirmedException,
 *   PasswordResetRequiredException
 */
export async function provePassword(
  ctx: OperationContext,
  candidate: Candidate,
  password: string,
): Promise<SignIn> {
  checked(ctx.checks, 'lockout', () => candidate.lockout.check())
  const owner = { poolId: candidate.pool.id, username: candidate.username }
  const adopted =
    candidate.user && (await adoptImportedPassword(ctx, candidate, candidate.user, password))
  const stored = adopted ?? candidate.password
  const isRight = await checkPassword(ctx.crypto, owner, stored, password)
  return {
    ...checked(ctx.checks, 'PASSWORD', () =>
      acceptProof(ctx, { ...candidate, password: stored }, isRight),
    ),
    isLeaked: ctx.leakedPasswords.has(password),
  }
}

/** As `provePassword`, by SRP; a secret block that has expired or was answered is refused too. */
export async function proveBySrp(
  ctx: OperationContext,
  candidate: Candidate,
  claim: SrpClaim,
): Promise<SignIn> {
  checked(ctx.checks, 'lockout', () => candidate.lockout.check())
  const isRight = await checked(ctx.checks, 'PASSWORD_CLAIM_SECRET_BLOCK', () =>
    checkSrpProof(ctx, candidate, claim),
  )
  return checked(ctx.checks, 'PASSWORD_CLAIM_SIGNATURE', () => acceptProof(ctx, candidate, isRight))
}

/**
 * What a proof leads to. Synchronous, and the lock is looked at again: however many answers are
 * checked at once, no more than the lock allows are told anything.
 *
 * A password that has to be reset is none, right or wrong, but an honest client is told so. Someone
 * unconfirmed is told so whatever the password, and is not counted: the answer tells nothing of it.
 * After the right one the sign-in goes on, and ends with the same words where its rules are looked at.
 *
 * @see docs/decisions/0035-unconfirmed-whatever-the-password.md
 */
function acceptProof(
  ctx: OperationContext,
  { pool, client, user: before, password, lockout, device }: Candidate,
  isRight: boolean,
): SignIn {
  lockout.check()
  const user = before && ctx.users.findBySub(pool, before.sub)
  if (user?.status === 'RESET_REQUIRED' && !client.preventUserExistenceErrors) {
    throw resetRequired()
  }
  const isProved = isRight && user?.password?.verifierHex === password.verifierHex
  if (!isProved && user?.status === 'UNCONFIRMED' && user.enabled) throw notConfirmed()
  if (!isProved || user.status === 'RESET_REQUIRED') {
    lockout.countFailure()
    if (user && !isProved) recordWrongPassword(ctx, { pool, client }, user)
    throw new UserPoolError('NotAuthorizedException', 'Incorrect username or password.')
  }

  lockout.clear()
  return { pool, client, user, proved: ['PASSWORD'], device }
}
