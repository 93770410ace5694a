import { signsIn, withAlias, withoutAlias, withUnverified } from '../users/alias.ts'
import type { CodeTarget } from '../codes/codes.ts'
import type { UserPoolConfig } from '../config.ts'
import type { AliasAttribute, ContactAttribute, UserRecord } from '../model.ts'

export interface Change {
  user: UserRecord
  /** Contacts whose new value needs a code. */
  targets: readonly CodeTarget[]
}

/** Applies checked changes to a user; nothing is stored here. */
export function withChanges(
  pool: UserPoolConfig,
  user: UserRecord,
  changes: ReadonlyMap<string, string>,
): Change {
  let result: Change = { user, targets: [] }
  for (const [name, value] of changes) {
    const { user: next, targets } = withChange(pool, result.user, name, value)
    result = { user: next, targets: [...result.targets, ...targets] }
  }
  return result
}

function withChange(pool: UserPoolConfig, user: UserRecord, name: string, value: string): Change {
  if (value === '') return { user: withoutAttribute(user, name), targets: [] }
  if (name === 'email' || name === 'phone_number') return withContact(pool, user, name, value)

  const attributes = { ...user.attributes, [name]: value }
  if (name === 'preferred_username' && signsIn(pool, user, name)) {
    return { user: { ...user, attributes, aliases: withAlias(user, name) }, targets: [] }
  }
  return { user: { ...user, attributes }, targets: [] }
}

/**
 * A new address is unverified and signs nobody in. Where the pool verifies before it updates, it
 * waits, and the old one stays as it was.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-email-phone-verification.html
 */
function withContact(
  pool: UserPoolConfig,
  user: UserRecord,
  attribute: ContactAttribute,
  destination: string,
): Change {
  const target = { attribute, destination }
  const isSame = user.attributes[attribute] === destination
  const settled = withoutPending(user, attribute)
  if (isSame && user.attributes[`${attribute}_verified`] === 'true') {
    return { user: settled, targets: [] }
  }
  if (pool.verifyBeforeUpdate.includes(attribute)) {
    const pendingAttributes = { ...user.pendingAttributes, [attribute]: destination }
    return { user: { ...user, pendingAttributes }, targets: [target] }
  }

  const changed = { ...settled, attributes: { ...settled.attributes, [attribute]: destination } }
  return {
    user: isSame ? settled : withUnverified(changed, attribute),
    targets: pool.autoVerifiedAttributes.includes(attribute) ? [target] : [],
  }
}

/** With a contact go its verification, its pending value and its use as an alias. */
export function withoutAttribute(user: UserRecord, name: string): UserRecord {
  const attributes = Object.fromEntries(
    Object.entries(user.attributes).filter(
      ([other]) => other !== name && other !== `${name}_verified`,
    ),
  )
  const aliases = withoutAlias(user, name as AliasAttribute)
  return withoutPending({ ...user, attributes, aliases }, name as ContactAttribute)
}

export function withoutPending(user: UserRecord, attribute: ContactAttribute): UserRecord {
  if (user.pendingAttributes?.[attribute] === undefined) return user
  const { pendingAttributes, ...rest } = user
  const { [attribute]: _, ...others } = pendingAttributes
  return Object.keys(others).length > 0 ? { ...rest, pendingAttributes: others } : rest
}
