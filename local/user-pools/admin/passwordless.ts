import { missingAttributes } from '../challenges/new-password-required.ts'
import type { UserPoolConfig } from '../config.ts'
import type { UserRecord } from '../model.ts'

const factors = { EMAIL_OTP: 'email', SMS_OTP: 'phone_number' } as const

/**
 * Whether a new user can do without a password: all that the pool requires is there, and codes reach
 * them at a verified address.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html
 */
export function canBePasswordless(pool: UserPoolConfig, user: UserRecord): boolean {
  if (missingAttributes(pool, user).length > 0) return false
  return Object.entries(factors).some(
    ([factor, attribute]) =>
      pool.allowedFirstAuthFactors.includes(factor) &&
      user.attributes[`${attribute}_verified`] === 'true',
  )
}
