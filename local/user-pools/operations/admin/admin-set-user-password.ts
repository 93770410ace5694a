import type { AdminSetUserPasswordRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requireUser } from '../../admin/require-user.ts'
import { withTemporaryPassword } from '../../admin/temporary-password.ts'
import type { UserPoolConfig } from '../../config.ts'
import type { OperationContext } from '../../context.ts'
import type { PasswordVerifier, UserRecord } from '../../model.ts'
import type { With } from '../../operation.ts'
import {
  checkPasswordHistory,
  checkPasswordPolicy,
  withPassword,
} from '../../sign-in/password-policy.ts'
import { createVerifier } from '../../srp/verifier.ts'
import { withPreferredUsername } from '../../users/alias.ts'
import { requireCurrent } from '../../users/users.ts'

type Input = With<AdminSetUserPasswordRequest, 'UserPoolId' | 'Username' | 'Password'>

/**
 * AdminSetUserPassword: a password for anyone, whatever state they are in. A permanent one makes them
 * CONFIRMED; another has to be changed at the next sign-in. Tokens stay good.
 *
 * @param input `Password` is clear text; only its SRP verifier is kept.
 * @throws ResourceNotFoundException, UserNotFoundException, InvalidPasswordException,
 *   PasswordHistoryPolicyViolationException, AliasExistsException (a preferred username signs in from
 *   the confirmation on)
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserPassword.html
 */
export async function adminSetUserPassword(input: Input, ctx: OperationContext): Promise<object> {
  const { pool, user: found } = requireUser(ctx, input)
  checkPasswordPolicy(pool.passwordPolicy, input.Password, 'change')
  await checkPasswordHistory(ctx, pool, found, input.Password)
  const password = await createVerifier(ctx, found, input.Password)

  const user = requireCurrent(ctx.users, pool, found)
  const nowMs = ctx.clock.now()
  ctx.store.transaction(() => {
    // A code for a reset that was asked for before would undo this.
    ctx.codes.remove(user, 'FORGOT_PASSWORD')
    ctx.users.update(
      pool,
      input.Permanent === true
        ? confirmed(ctx, pool, user, password, nowMs)
        : withTemporaryPassword(pool, user, password, nowMs),
    )
  })
  return {}
}

function confirmed(
  ctx: OperationContext,
  pool: UserPoolConfig,
  user: UserRecord,
  password: PasswordVerifier,
  updatedAtMs: number,
): UserRecord {
  const settled = {
    ...withPassword(pool, user, password),
    status: 'CONFIRMED',
    updatedAtMs,
  } as const
  return { ...settled, aliases: withPreferredUsername(ctx, pool, settled) }
}
