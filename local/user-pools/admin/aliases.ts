import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import type { UserRecord } from '../model.ts'
import {
  checkAliasIsFree,
  findOtherOwner,
  signsIn,
  withAlias,
  withPreferredUsername,
  withUnverified,
} from '../users/alias.ts'

/**
 * `user`, who is about to be added, signing in by what an administrator vouches for. For use inside
 * the transaction that adds them.
 *
 * @param mayTake `ForceAliasCreation`: whoever signed in by a verified address before does no more.
 * @throws AliasExistsException
 */
export function withAliasesOfAdministrator(
  ctx: OperationContext,
  pool: UserPoolConfig,
  user: UserRecord,
  mayTake: boolean,
): UserRecord {
  let settled = user
  for (const attribute of ['email', 'phone_number'] as const) {
    const value = user.attributes[attribute]
    const isVerified = user.attributes[`${attribute}_verified`] === 'true'
    if (value === undefined || !isVerified || !signsIn(pool, user, attribute)) continue
    const owner = findOtherOwner(ctx, pool, user, attribute, value)
    if (owner && mayTake) ctx.users.update(pool, withUnverified(owner, attribute))
    else checkAliasIsFree(ctx, pool, user, attribute, value)
    settled = { ...settled, aliases: withAlias(settled, attribute) }
  }
  return { ...settled, aliases: withPreferredUsername(ctx, pool, settled) }
}
