import { invalidParameter } from '../attributes/rules.ts'
import type { UserPoolConfig } from '../config.ts'
import { UserPoolError } from '../errors.ts'
import type { ContactAttribute, MfaFactor, UserRecord } from '../model.ts'
import type { CodeTarget } from './codes.ts'

const preferredChannel: Readonly<Record<MfaFactor, ContactAttribute | undefined>> = {
  SMS_MFA: 'phone_number',
  EMAIL_OTP: 'email',
  SOFTWARE_TOKEN_MFA: undefined,
}

/** @throws NotAuthorizedException where only administrators set passwords. */
export function checkRecovery({ recoveryMechanisms }: UserPoolConfig): void {
  if (recoveryMechanisms[0] !== 'admin_only') return
  throw new UserPoolError('NotAuthorizedException', 'Contact administrator to reset password')
}

/** @throws NotAuthorizedException for a password that is not the user's own, or not the pool's. */
export function checkMayReset({ status }: UserRecord): void {
  if (status !== 'FORCE_CHANGE_PASSWORD' && status !== 'EXTERNAL_PROVIDER') return
  throw new UserPoolError(
    'NotAuthorizedException',
    'User password cannot be reset in the current state.',
  )
}

/**
 * The first of the pool's recovery mechanisms that the user has. Where their preferred second factor
 * goes, nothing is recovered: one mailbox would be both.
 */
export function recoveryTarget(pool: UserPoolConfig, user: UserRecord): CodeTarget | undefined {
  for (const mechanism of pool.recoveryMechanisms) {
    if (mechanism === 'admin_only') continue
    const attribute = mechanism === 'verified_email' ? 'email' : 'phone_number'
    if (preferredChannel[user.mfa?.preferred ?? 'SOFTWARE_TOKEN_MFA'] === attribute) continue
    const destination = user.attributes[attribute]
    if (destination && user.attributes[`${attribute}_verified`] === 'true') {
      return { attribute, destination }
    }
  }
  return undefined
}

/** @throws NotAuthorizedException, InvalidParameterException */
export function requireRecoveryTarget(pool: UserPoolConfig, user: UserRecord): CodeTarget {
  checkRecovery(pool)
  checkMayReset(user)
  const target = user.enabled ? recoveryTarget(pool, user) : undefined
  if (target) return target
  throw nowhereToSend(user)
}

export function nowhereToSend(user: UserRecord): UserPoolError {
  if (!user.enabled) return new UserPoolError('NotAuthorizedException', 'User is disabled.')
  return invalidParameter(
    'Cannot reset password for the user as there is no registered/verified email or phone_number',
  )
}
