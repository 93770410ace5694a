import type { UserPoolConfig } from '../../../user-pools/config.ts'
import { recoversBySecondFactor } from '../../../user-pools/pools/mfa-settings.ts'
import type { PropertyReader } from '../../property-reader.ts'
import { readEmailSender } from './email-sender.ts'
import { checkTier, type Pool } from './pool-of.ts'

const factors = ['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] as const

/**
 * Second factors. What AWS refuses is refused: the pool is not made, and CloudFormation takes the stack
 * back.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
 */
export function readMfa(
  reader: PropertyReader,
  policies: PropertyReader | undefined,
  tier: Pool['tier'],
  recoveries: UserPoolConfig['recoveryMechanisms'],
): Pick<UserPoolConfig, 'mfaConfiguration' | 'enabledMfas'> {
  const configuration = reader.oneOf('MfaConfiguration', ['OFF', 'ON', 'OPTIONAL']) ?? 'OFF'
  const enabled = reader.listOf('EnabledMfas', factors) ?? []
  const hasSms = reader.has('SmsConfiguration')
  const sender = readEmailSender(reader)
  if (configuration === 'OFF') {
    if (enabled.length > 0) {
      reader.problem('EnabledMfas', 'needs MfaConfiguration to be ON or OPTIONAL.')
    }
    return { mfaConfiguration: configuration, enabledMfas: [] }
  }
  if (!reader.strings('EnabledMfas')?.length && !hasSms) {
    reader.problem(
      'MfaConfiguration',
      'needs a factor: EnabledMfas, such as SOFTWARE_TOKEN_MFA, or an SmsConfiguration.',
    )
  }
  if (enabled.includes('SMS_MFA') && !hasSms) {
    reader.problem('EnabledMfas', 'SMS_MFA needs an SmsConfiguration.')
  }
  if (enabled.includes('EMAIL_OTP')) {
    checkTier(reader, 'EnabledMfas', tier)
    if (sender !== 'DEVELOPER') {
      reader.problem('EnabledMfas', 'EMAIL_OTP needs an EmailSendingAccount of DEVELOPER.')
    }
  }
  // Who can send text messages and names no factor has them for one.
  const enabledMfas = enabled.length === 0 && hasSms ? (['SMS_MFA'] as const) : enabled
  if (configuration === 'ON') {
    checkFirstFactors(reader, policies)
    const recoversByPhone =
      reader.has('AccountRecoverySetting') && recoveries.includes('verified_phone_number')
    if (recoversByPhone && enabledMfas.includes('SMS_MFA')) {
      reader.problem('AccountRecoverySetting', recoversBySecondFactor)
    }
  }
  return { mfaConfiguration: configuration, enabledMfas }
}

/** Of a code and a second factor Cognito makes nothing; passkeys have to stand for both. */
function checkFirstFactors(reader: PropertyReader, policies: PropertyReader | undefined): void {
  const policy = policies?.map('SignInPolicy')
  const factors = policy?.strings('AllowedFirstAuthFactors') ?? []
  const codes = factors.filter((factor) => ['EMAIL_OTP', 'SMS_OTP'].includes(factor))
  if (codes.length > 0) {
    policy?.problem(
      'AllowedFirstAuthFactors',
      `${codes.join(', ')} cannot stand beside an MfaConfiguration of ON.`,
    )
  }
  const multiFactor = 'MULTI_FACTOR_WITH_USER_VERIFICATION'
  if (
    factors.includes('WEB_AUTHN') &&
    reader.string('WebAuthnFactorConfiguration') !== multiFactor
  ) {
    policy?.problem(
      'AllowedFirstAuthFactors',
      `WEB_AUTHN beside an MfaConfiguration of ON needs a WebAuthnFactorConfiguration of ${multiFactor}.`,
    )
  }
}
