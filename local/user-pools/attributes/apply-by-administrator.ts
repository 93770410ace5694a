import { invalidParameter } from './rules.ts'
import type { UserPoolConfig } from '../config.ts'
import type { ContactAttribute, UserRecord } from '../model.ts'
import { withUnverified, withVerified } from '../users/alias.ts'
import { withChanges, withoutPending, type Change } from './apply.ts'

const contacts = ['email', 'phone_number'] as const

/**
 * Applies what an administrator changes. An address that they call verified counts at once, and no
 * code is sent to it; others are treated as when people change theirs themselves.
 *
 * @throws InvalidParameterException for `*_verified` without an address.
 */
export function withChangesOfAdministrator(
  pool: UserPoolConfig,
  user: UserRecord,
  changes: ReadonlyMap<string, string>,
): Change {
  const said = contacts.filter((attribute) => changes.has(`${attribute}_verified`))
  const isVerified = (attribute: ContactAttribute) =>
    changes.get(`${attribute}_verified`) === 'true'
  const others = [...changes].filter(
    ([name]) =>
      !contacts.some(
        (attribute) =>
          name === `${attribute}_verified` || (name === attribute && isVerified(attribute)),
      ),
  )
  const { user: changed, targets } = withChanges(pool, user, new Map(others))
  return {
    user: said.reduce(
      (one, attribute) =>
        isVerified(attribute)
          ? withAddress(pool, one, attribute, changes.get(attribute))
          : withoutVerification(pool, one, attribute),
      changed,
    ),
    targets,
  }
}

function withAddress(
  pool: UserPoolConfig,
  user: UserRecord,
  attribute: ContactAttribute,
  given: string | undefined,
): UserRecord {
  const value = given ?? user.attributes[attribute]
  if (!value) throw invalidParameter(`${attribute}_verified cannot be true without ${attribute}.`)
  return withVerified(pool, withoutPending(user, attribute), attribute, value)
}

/** The address that is the username goes on signing in: that one never had to be verified. */
function withoutVerification(
  pool: UserPoolConfig,
  user: UserRecord,
  attribute: ContactAttribute,
): UserRecord {
  if (user.attributes[attribute] === undefined) return user
  const unverified = withUnverified(user, attribute)
  return pool.usernameAttributes.includes(attribute)
    ? { ...unverified, aliases: user.aliases }
    : unverified
}
