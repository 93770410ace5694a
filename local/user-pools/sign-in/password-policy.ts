import type { Crypto } from '../../core/ports/crypto.ts'
import type { PasswordPolicy, UserPoolConfig } from '../config.ts'
import { UserPoolError } from '../errors.ts'
import type { PasswordVerifier, UserRecord } from '../model.ts'
import { checkPassword } from '../srp/verifier.ts'

/**
 * The special characters that count as symbols; a space inside counts too.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
 */
const symbols = new Set('^$*.[]{}()?"!@#%&/\\,><\':;|_~`=+- ')

const prefixes = {
  signUp: 'Password did not conform with policy: ',
  change: 'Password does not conform to policy: ',
  temporary: 'Password did not conform with password policy: ',
} as const

/**
 * @param occasion which of the service's wordings the message starts with.
 * @throws InvalidPasswordException with the first rule that fails.
 */
export function checkPasswordPolicy(
  policy: PasswordPolicy,
  password: string,
  occasion: keyof typeof prefixes,
): void {
  const fault = firstFault(policy, password)
  if (fault) throw new UserPoolError('InvalidPasswordException', prefixes[occasion] + fault)
}

function firstFault(policy: PasswordPolicy, password: string): string | undefined {
  if (password.length < policy.minimumLength) return 'Password not long enough'
  if (policy.requireNumbers && !/[0-9]/.test(password)) {
    return 'Password must have numeric characters'
  }
  if (policy.requireUppercase && !/[A-Z]/.test(password)) {
    return 'Password must have uppercase characters'
  }
  if (policy.requireLowercase && !/[a-z]/.test(password)) {
    return 'Password must have lowercase characters'
  }
  if (policy.requireSymbols && !Array.from(password).some((character) => symbols.has(character))) {
    return 'Password must have symbol characters'
  }
  return undefined
}

/**
 * Refuses the current password and those that the pool remembers.
 *
 * @throws PasswordHistoryPolicyViolationException
 */
export async function checkPasswordHistory(
  { crypto }: { crypto: Crypto },
  pool: UserPoolConfig,
  user: UserRecord,
  password: string,
): Promise<void> {
  for (const verifier of remembered(pool, user)) {
    if (await checkPassword(crypto, user, verifier, password)) {
      throw new UserPoolError(
        'PasswordHistoryPolicyViolationException',
        'Password has been used before. Choose one that is new.',
      )
    }
  }
}

/** `user` with a new password, the one before it remembered as the pool's policy says. */
export function withPassword(
  pool: UserPoolConfig,
  user: UserRecord,
  password: PasswordVerifier,
): UserRecord {
  const { passwordHistory: _, temporaryPasswordSetAtMs: __, importedHash: ___, ...rest } = user
  const passwordHistory = remembered(pool, user)
  return { ...rest, password, ...(passwordHistory.length > 0 ? { passwordHistory } : {}) }
}

/** The passwords that may not come again: the current one, then those before it. */
function remembered(pool: UserPoolConfig, user: UserRecord): readonly PasswordVerifier[] {
  const all = [...(user.password ? [user.password] : []), ...(user.passwordHistory ?? [])]
  return all.slice(0, pool.passwordPolicy.passwordHistorySize)
}
