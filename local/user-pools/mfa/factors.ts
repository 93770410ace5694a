import { recoveryTarget } from '../codes/recovery.ts'
import type { UserPoolConfig } from '../config.ts'
import type { ContactAttribute, MfaFactor, UserMfa, UserRecord } from '../model.ts'

/** Where a factor that is a message goes; an authenticator app has none. */
export const addressOf: Readonly<Partial<Record<MfaFactor, ContactAttribute>>> = {
  EMAIL_OTP: 'email',
  SMS_MFA: 'phone_number',
}

const none: UserMfa = { enabled: [] }

export function mfaOf({ mfa = none }: UserRecord): UserMfa {
  return mfa
}

/**
 * The user's own factors that still work: an authenticator app goes on counting when the pool stops
 * offering it, a message needs the pool and an address.
 */
export function activeFactors(pool: UserPoolConfig, user: UserRecord): MfaFactor[] {
  return mfaOf(user).enabled.filter((factor) => {
    const attribute = addressOf[factor]
    if (!attribute) return mfaOf(user).softwareToken !== undefined
    return pool.enabledMfas.includes(factor) && !!user.attributes[attribute]
  })
}

/**
 * Factors by message that nobody has to set up: the pool has them, the user has the address, verified
 * or not, and it is not where a forgotten password is recovered.
 */
export function messageFactors(pool: UserPoolConfig, user: UserRecord): MfaFactor[] {
  const recovery = recoveryTarget(pool, user)?.attribute
  return (['EMAIL_OTP', 'SMS_MFA'] as const).filter((factor) => {
    const attribute = addressOf[factor]
    return (
      attribute &&
      pool.enabledMfas.includes(factor) &&
      attribute !== recovery &&
      !!user.attributes[attribute]
    )
  })
}
