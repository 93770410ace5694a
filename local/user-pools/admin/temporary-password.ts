import { randomFrom, type Random } from '../../core/ports/random.ts'
import type { PasswordPolicy, UserPoolConfig } from '../config.ts'
import type { UserRecord, PasswordVerifier } from '../model.ts'
import { checkPasswordPolicy, withPassword } from '../sign-in/password-policy.ts'

// Without those that people mistake for one another when they type them off a message.
const lowercase = 'abcdefghijkmnpqrstuvwxyz'
const uppercase = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const digits = '23456789'
const symbols = '!#%*+-=?@_'

const leastLength = 12

/** One that any policy takes: as long as it asks for, with something of each class. */
function randomPassword(random: Random, { minimumLength }: PasswordPolicy): string {
  const classes = [uppercase, lowercase, digits, symbols]
  const rest = Math.max(minimumLength, leastLength) - classes.length
  return (
    classes.map((alphabet) => randomFrom(random, alphabet, 1)).join('') +
    randomFrom(random, lowercase + uppercase + digits, rest)
  )
}

/**
 * The temporary password that an administrator has chosen, else a random one.
 *
 * @throws InvalidPasswordException
 */
export function temporaryPassword(
  random: Random,
  { passwordPolicy }: UserPoolConfig,
  chosen: string | undefined,
): string {
  if (!chosen) return randomPassword(random, passwordPolicy)
  checkPasswordPolicy(passwordPolicy, chosen, 'temporary')
  return chosen
}

/** `user` with a password that leads to one of their own, for as long as the pool's policy says. */
export function withTemporaryPassword(
  pool: UserPoolConfig,
  user: UserRecord,
  password: PasswordVerifier,
  nowMs: number,
): UserRecord {
  return {
    ...withPassword(pool, user, password),
    status: 'FORCE_CHANGE_PASSWORD',
    temporaryPasswordSetAtMs: nowMs,
    updatedAtMs: nowMs,
  }
}
