import type { UserPoolConfig } from '../config.ts'
import { requirePool, type OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import type { UserRecord } from '../model.ts'

/**
 * The user whom an administrator means, by username, sub or alias. Administrators are told the truth
 * about who exists.
 *
 * @throws ResourceNotFoundException, UserNotFoundException
 */
export function requireUser(
  ctx: OperationContext,
  { UserPoolId, Username }: { UserPoolId: string; Username: string },
): { pool: UserPoolConfig; user: UserRecord } {
  const pool = requirePool(ctx, UserPoolId)
  const user = ctx.users.find(pool, Username)
  if (user) return { pool, user }
  throw new UserPoolError('UserNotFoundException', 'User does not exist.')
}
