import type { CodeTarget } from '../codes/codes.ts'
import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import type { UserRecord } from '../model.ts'
import { checkAliasIsFree, withConfirmed, withVerified } from './alias.ts'

/**
 * Who got a code to sign in with has the address: it is verified by it, and somebody new is confirmed.
 *
 * @throws AliasExistsException when somebody else signs in by it.
 */
export function provedAddress(
  ctx: OperationContext,
  pool: UserPoolConfig,
  user: UserRecord,
  { attribute, destination }: CodeTarget,
): UserRecord {
  if (user.status === 'UNCONFIRMED') {
    return ctx.users.update(pool, withConfirmed(ctx, pool, user, { attribute, destination }))
  }
  if (user.attributes[`${attribute}_verified`] === 'true') return user
  checkAliasIsFree(ctx, pool, user, attribute, destination)
  const verified = withVerified(pool, user, attribute, destination)
  return ctx.users.update(pool, { ...verified, updatedAtMs: ctx.clock.now() })
}
