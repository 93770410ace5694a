import type { SetUserPoolMfaConfigRequest } from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '../attributes/rules.ts'
import { UserPoolError } from '../errors.ts'
import type { MfaFactor } from '../model.ts'
import type { CreatedPool, Definition, MfaSettings } from './definitions.ts'

type Mode = NonNullable<SetUserPoolMfaConfigRequest['MfaConfiguration']>
type Settled = Pick<CreatedPool, 'definition' | 'mfa'>

export function modeOf({ definition }: Pick<CreatedPool, 'definition'>): Mode {
  return (definition['MfaConfiguration'] as Mode | undefined) ?? 'OFF'
}

/** Whether any factor's member is there. AWS asks for no more, even of one that is `Enabled: false`. */
export function configuresFactor(settings: MfaSettings | undefined): boolean {
  return (
    settings?.SmsMfaConfiguration !== undefined ||
    settings?.SoftwareTokenMfaConfiguration !== undefined ||
    settings?.EmailMfaConfiguration !== undefined
  )
}

/** Who can send text messages and has named no factor has them for one. */
export function hasSmsFactor({ definition, mfa }: Settled): boolean {
  if (modeOf({ definition }) === 'OFF') return false
  if (configuresFactor(mfa)) return mfa?.SmsMfaConfiguration !== undefined
  return definition['SmsConfiguration'] !== undefined
}

function enabledFactors(created: Settled): MfaFactor[] {
  if (modeOf(created) === 'OFF') return []
  const { SoftwareTokenMfaConfiguration, EmailMfaConfiguration } = created.mfa ?? {}
  return [
    ...(hasSmsFactor(created) ? (['SMS_MFA'] as const) : []),
    ...(SoftwareTokenMfaConfiguration?.Enabled ? (['SOFTWARE_TOKEN_MFA'] as const) : []),
    ...(EmailMfaConfiguration ? (['EMAIL_OTP'] as const) : []),
  ]
}

/** The same as properties of the template's pools. */
export function mfaProperties(created: Settled): Definition {
  const { EmailMfaConfiguration, WebAuthnConfiguration } = created.mfa ?? {}
  const factors = enabledFactors(created)
  return {
    // AWS has pools that require a factor and let people have none; no template makes one.
    ...(factors.length === 0 ? { MfaConfiguration: 'OFF' } : { EnabledMfas: factors }),
    EmailAuthenticationMessage: EmailMfaConfiguration?.Message,
    EmailAuthenticationSubject: EmailMfaConfiguration?.Subject,
    WebAuthnRelyingPartyID: WebAuthnConfiguration?.RelyingPartyId,
    WebAuthnUserVerification: WebAuthnConfiguration?.UserVerification,
    WebAuthnFactorConfiguration: WebAuthnConfiguration?.FactorConfiguration,
  }
}

/**
 * What AWS refuses of a pool's factors, in its words where those are known. CloudFormation hits the
 * same.
 *
 * @throws InvalidParameterException, FeatureUnavailableInTierException
 */
export function checkMfaSettings(created: Settled): void {
  const { definition, mfa } = created
  if (definition['UserPoolTier'] === 'LITE' && firstFactorsOf(definition).some(isPasswordless)) {
    throw new UserPoolError(
      'FeatureUnavailableInTierException',
      'The following features need to be disabled for the LITE pricing tier configured: Passwordless Sign-In',
    )
  }
  const isMultiFactor =
    mfa?.WebAuthnConfiguration?.FactorConfiguration === 'MULTI_FACTOR_WITH_USER_VERIFICATION'
  if (definition['UserPoolTier'] === 'LITE' && (mfa?.EmailMfaConfiguration || isMultiFactor)) {
    throw new UserPoolError(
      'FeatureUnavailableInTierException',
      'Codes by email and passkeys are not available in the tier of the user pool.',
    )
  }
  if (mfa?.EmailMfaConfiguration && sendingAccountOf(definition) !== 'DEVELOPER') {
    throw invalidParameter(
      'Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT',
    )
  }
  if (mfa?.SmsMfaConfiguration && definition['SmsConfiguration'] === undefined) {
    throw invalidParameter('SMS_MFA needs an SmsConfiguration.')
  }
  if (modeOf(created) !== 'ON') return
  if (hasSmsFactor(created) && recoversByPhone(definition)) {
    throw invalidParameter(recoversBySecondFactor)
  }
  const firstFactors = firstFactorsOf(definition)
  if (firstFactors.some((factor) => factor === 'EMAIL_OTP' || factor === 'SMS_OTP')) {
    throw invalidParameter(
      'Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is enabled',
    )
  }
  if (firstFactors.includes('WEB_AUTHN') && !isMultiFactor) {
    throw invalidParameter(
      'Cannot set WebAuthn factor configuration to SINGLE_FACTOR if MFA is required and WebAuthn is an allowed first auth factor',
    )
  }
}

/**
 * Recorded where a second factor is required; where it is each person's choice, those who chose it are
 * refused when they forget their password.
 *
 * @see https://github.com/aws/aws-cdk/issues/11478
 */
export const recoversBySecondFactor =
  'Invalid account recovery setting parameter. Account Recovery Setting cannot use verified_phone_number as a recovery mechanism when SMS MFA is configured.'

function recoversByPhone({ AccountRecoverySetting }: Definition): boolean {
  const setting = AccountRecoverySetting as
    | { RecoveryMechanisms?: readonly { Name?: string }[] }
    | undefined
  return setting?.RecoveryMechanisms?.some(({ Name }) => Name === 'verified_phone_number') ?? false
}

/**
 * CreateUserPool and UpdateUserPool name no factor but the SmsConfiguration.
 *
 * @throws InvalidParameterException
 */
export function checkHasFactor(created: Settled): void {
  if (modeOf(created) === 'OFF' || configuresFactor(created.mfa) || hasSmsFactor(created)) return
  throw invalidParameter(
    'SMS configuration and Auto verification for phone_number are required when MFA is required/optional',
  )
}

/** Without its factors: that is what turning MFA off makes of it. Passkeys are none of them. */
export function withoutFactors(settings: MfaSettings | undefined): MfaSettings {
  return { WebAuthnConfiguration: settings?.WebAuthnConfiguration }
}

function sendingAccountOf(definition: Definition): unknown {
  const configuration = definition['EmailConfiguration'] as
    | { EmailSendingAccount?: unknown }
    | undefined
  return configuration?.EmailSendingAccount
}

function isPasswordless(factor: string): boolean {
  return factor !== 'PASSWORD'
}

function firstFactorsOf(definition: Definition): readonly string[] {
  const policies = definition['Policies'] as
    | { SignInPolicy?: { AllowedFirstAuthFactors?: readonly string[] } }
    | undefined
  return policies?.SignInPolicy?.AllowedFirstAuthFactors ?? []
}
