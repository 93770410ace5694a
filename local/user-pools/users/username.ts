import type { Random } from '../../core/ports/random.ts'
import { toHex } from '../../core/encoding/hex.ts'
import { invalidParameter, isEmail, isPhoneNumber } from '../attributes/rules.ts'
import type { UserPoolConfig } from '../config.ts'
import type { ContactAttribute, UserRecord } from '../model.ts'

/** What a sign-up's `Username` is in its pool. */
export interface UsernameForm {
  username: string
  /** Set in pools that sign in by e-mail or phone number: the attribute whose value it is. */
  attribute?: ContactAttribute
}

/**
 * Reads the `Username` of a sign-up by the pool's rules.
 *
 * @throws InvalidParameterException when it has not the form that the pool asks for.
 */
export function parseUsername(pool: UserPoolConfig, username: string): UsernameForm {
  const { usernameAttributes } = pool
  if (usernameAttributes.length === 0) {
    checkNotAnAlias(pool, username)
    return { username }
  }

  const allowsEmail = usernameAttributes.includes('email')
  const allowsPhoneNumber = usernameAttributes.includes('phone_number')
  if (allowsEmail && isEmail(username)) return { username, attribute: 'email' }
  if (allowsPhoneNumber && isPhoneNumber(username)) return { username, attribute: 'phone_number' }
  if (!allowsPhoneNumber) throw invalidParameter('Username should be an email.')
  if (!allowsEmail) throw invalidParameter('Username should be a phone number.')
  throw invalidParameter('Username should be either an email or a phone number.')
}

/**
 * A username, or a preferred one, that looks like someone's alias could shadow it.
 *
 * @throws InvalidParameterException
 */
export function checkNotAnAlias({ aliasAttributes }: UserPoolConfig, username: string): void {
  if (aliasAttributes.includes('email') && isEmail(username)) {
    throw invalidParameter(
      'Username cannot be of email format, since user pool is configured for email alias.',
    )
  }
  if (aliasAttributes.includes('phone_number') && isPhoneNumber(username)) {
    throw invalidParameter(
      'Username cannot be of phone number format, since user pool is configured for phone number alias.',
    )
  }
}

/**
 * A new `sub`: looks like a UUID, but its version is 7 and its variant any, as in today's pools, so
 * that code which insists on RFC 9562 learns it here.
 */
export function randomSub(random: Random): string {
  const hex = toHex(random.bytes(16))
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `7${hex.slice(13, 16)}`,
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}

/** What they sign in by: where that is an address, the username is a `sub`, which nobody types. */
export function signInNameOf(
  { usernameAttributes }: UserPoolConfig,
  { username, attributes }: UserRecord,
): string {
  const addresses = usernameAttributes.map((attribute) => attributes[attribute])
  return addresses.find((address) => address !== undefined) ?? username
}
