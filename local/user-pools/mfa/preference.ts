import type { SetUserMFAPreferenceRequest } from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '../attributes/rules.ts'
import type { UserPoolConfig } from '../config.ts'
import type { MfaFactor, UserMfa, UserRecord } from '../model.ts'
import { addressOf, mfaOf } from './factors.ts'

type Settings = Omit<SetUserMFAPreferenceRequest, 'AccessToken'>
type Setting = { Enabled?: boolean | undefined; PreferredMfa?: boolean | undefined } | undefined

/**
 * A user's second factors as SetUserMFAPreference wants them. A member that is left out leaves its
 * factor as it is. Where the pool requires a second factor, none can be switched off.
 *
 * @throws InvalidParameterException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserMFAPreference.html
 */
export function withPreference(
  pool: UserPoolConfig,
  user: UserRecord,
  settings: Settings,
): UserMfa {
  const wanted: readonly (readonly [MfaFactor, Setting])[] = [
    ['SMS_MFA', settings.SMSMfaSettings],
    ['SOFTWARE_TOKEN_MFA', settings.SoftwareTokenMfaSettings],
    ['EMAIL_OTP', settings.EmailMfaSettings],
  ]
  if (wanted.filter(([, setting]) => setting?.PreferredMfa).length > 1) {
    throw invalidParameter('Only one second factor can be preferred.')
  }
  const before = mfaOf(user)
  const enabled = new Set(before.enabled)
  let { preferred } = before
  for (const [factor, setting] of wanted) {
    if (!setting) continue
    if (setting.Enabled) {
      checkCanBeEnabled(pool, user, factor)
      enabled.add(factor)
    } else {
      if (setting.PreferredMfa) {
        throw invalidParameter(`${factor} has to be enabled to be preferred.`)
      }
      checkMayBeDisabled(pool, before, factor)
      enabled.delete(factor)
    }
    if (setting.PreferredMfa) preferred = factor
    else if (preferred === factor) preferred = undefined
  }
  const { preferred: _, ...rest } = before
  const mfa = { ...rest, enabled: [...enabled], ...(preferred && { preferred }) }
  return withPasskeys(pool, mfa, settings.WebAuthnMfaSettings?.Enabled)
}

function checkCanBeEnabled(pool: UserPoolConfig, user: UserRecord, factor: MfaFactor): void {
  const attribute = addressOf[factor]
  const isThere = attribute
    ? pool.enabledMfas.includes(factor) && !!user.attributes[attribute]
    : mfaOf(user).softwareToken !== undefined
  if (!isThere) {
    throw invalidParameter(`User does not have delivery config set to turn on ${factor}`)
  }
  const [recovery, another] = pool.recoveryMechanisms
  if (factor === 'EMAIL_OTP' && recovery === 'verified_email' && another === undefined) {
    throw invalidParameter(
      'EMAIL_OTP cannot be turned on where accounts are recovered by email only.',
    )
  }
}

function checkMayBeDisabled(
  { mfaConfiguration }: UserPoolConfig,
  { enabled }: UserMfa,
  factor: MfaFactor,
): void {
  if (mfaConfiguration !== 'ON' || !enabled.includes(factor)) return
  throw invalidParameter(`${factor} cannot be turned off: the user pool requires MFA.`)
}

/** It is no preference: it counts when a passkey is what the sign-in begins with. */
function withPasskeys(
  { passkeys }: UserPoolConfig,
  mfa: UserMfa,
  isEnabled: boolean | undefined,
): UserMfa {
  if (isEnabled === undefined) return mfa
  if (isEnabled && !passkeys.isMultiFactor) {
    throw invalidParameter('The user pool takes no passkey for both factors.')
  }
  if (isEnabled && mfa.enabled.length === 0) {
    throw invalidParameter('A passkey stands for both factors beside another second factor only.')
  }
  return { ...mfa, webAuthn: isEnabled }
}
