import type { CodeTarget } from '../codes/codes.ts'
import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import type { AliasAttribute, ContactAttribute, UserRecord } from '../model.ts'

/**
 * Whether their value of `attribute` may sign a user in, once it is verified. Nothing does for who
 * comes from an identity provider: they may share an address with a native user.
 */
export function signsIn(
  pool: UserPoolConfig,
  { status }: UserRecord,
  attribute: AliasAttribute,
): boolean {
  if (status === 'EXTERNAL_PROVIDER') return false
  return (
    pool.aliasAttributes.includes(attribute) ||
    (attribute !== 'preferred_username' && pool.usernameAttributes.includes(attribute))
  )
}

/** The other user who signs in by this user's value of `attribute`, or by `value`. */
export function findOtherOwner(
  ctx: OperationContext,
  pool: UserPoolConfig,
  user: UserRecord,
  attribute: AliasAttribute,
  value: string,
): UserRecord | undefined {
  const owner = ctx.users.findByAlias(pool, attribute, value)
  return owner && owner.sub !== user.sub ? owner : undefined
}

/** `user` with `value` proved to be theirs, signing them in if the pool says so. */
export function withVerified(
  pool: UserPoolConfig,
  user: UserRecord,
  attribute: ContactAttribute,
  value: string,
): UserRecord {
  return {
    ...user,
    attributes: { ...user.attributes, [attribute]: value, [`${attribute}_verified`]: 'true' },
    aliases: signsIn(pool, user, attribute) ? withAlias(user, attribute) : user.aliases,
  }
}

/** `user` with an address that is not (or no longer) known to be theirs. */
export function withUnverified(user: UserRecord, attribute: ContactAttribute): UserRecord {
  return {
    ...user,
    attributes: { ...user.attributes, [`${attribute}_verified`]: 'false' },
    aliases: withoutAlias(user, attribute),
  }
}

export function withAlias(user: UserRecord, attribute: AliasAttribute): readonly AliasAttribute[] {
  return user.aliases.includes(attribute) ? user.aliases : [...user.aliases, attribute]
}

export function withoutAlias(
  user: UserRecord,
  attribute: AliasAttribute,
): readonly AliasAttribute[] {
  return user.aliases.filter((other) => other !== attribute)
}

/** @throws AliasExistsException when someone else signs in by it. */
export function checkAliasIsFree(
  ctx: OperationContext,
  pool: UserPoolConfig,
  user: UserRecord,
  attribute: AliasAttribute,
  value: string,
  message = `An account with the ${attribute} already exists.`,
): void {
  if (signsIn(pool, user, attribute) && findOtherOwner(ctx, pool, user, attribute, value)) {
    throw new UserPoolError('AliasExistsException', message)
  }
}

/**
 * A preferred username signs in from the confirmation on.
 *
 * @throws AliasExistsException
 */
export function withPreferredUsername(
  ctx: OperationContext,
  pool: UserPoolConfig,
  user: UserRecord,
): UserRecord['aliases'] {
  const value = user.attributes['preferred_username']
  if (value === undefined || !signsIn(pool, user, 'preferred_username')) return user.aliases
  checkAliasIsFree(ctx, pool, user, 'preferred_username', value)
  return withAlias(user, 'preferred_username')
}

/**
 * `user` once the right code has come from one of their addresses: confirmed, and it is theirs.
 *
 * @throws AliasExistsException when someone else signs in by it.
 */
export function withConfirmed(
  ctx: OperationContext,
  pool: UserPoolConfig,
  user: UserRecord,
  { attribute, destination }: CodeTarget,
): UserRecord {
  checkAliasIsFree(ctx, pool, user, attribute, destination)
  const verified = withVerified(pool, user, attribute, destination)
  return {
    ...verified,
    aliases: withPreferredUsername(ctx, pool, verified),
    status: 'CONFIRMED',
    updatedAtMs: ctx.clock.now(),
  }
}
