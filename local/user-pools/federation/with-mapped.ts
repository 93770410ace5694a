import { checkAliasIsFree, withoutAlias, withVerified } from '../users/alias.ts'
import { withoutPending } from '../attributes/apply.ts'
import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import type { ContactAttribute, UserRecord } from '../model.ts'

/**
 * `user` with what a provider's claims were mapped to. Somebody who signs in by an address as well,
 * since their account is a native one, goes on signing in by it only while it is the same, or the
 * new one is verified and nobody else's.
 *
 * @throws AliasExistsException
 */
export function withMapped(
  ctx: OperationContext,
  pool: UserPoolConfig,
  user: UserRecord,
  mapped: ReadonlyMap<string, string>,
): UserRecord {
  const attributes = { ...user.attributes, ...Object.fromEntries(mapped) }
  const changed = { ...user, attributes }
  return withContact(
    ctx,
    pool,
    user,
    withContact(ctx, pool, user, changed, 'email'),
    'phone_number',
  )
}

function withContact(
  ctx: OperationContext,
  pool: UserPoolConfig,
  before: UserRecord,
  user: UserRecord,
  attribute: ContactAttribute,
): UserRecord {
  const value = user.attributes[attribute]
  const isSame = value === before.attributes[attribute]
  if (value === undefined || isSame) return user
  const settled = withoutPending(user, attribute)
  if (user.attributes[`${attribute}_verified`] !== 'true') {
    return { ...settled, aliases: withoutAlias(user, attribute) }
  }
  checkAliasIsFree(ctx, pool, user, attribute, value)
  return withVerified(pool, settled, attribute, value)
}
