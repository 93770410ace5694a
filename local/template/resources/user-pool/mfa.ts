import type { UserPoolConfig } from '../../../user-pools/config.ts'
import type { PropertyReader } from '../../property-reader.ts'

const factors = ['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] as const

/**
 * Second factors. What AWS refuses is refused: the pool is not made, and CloudFormation takes the stack
 * back. That a pool with passkeys among its first factors needs them to verify the user is not checked.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
 */
export function readMfa(
  reader: PropertyReader,
  policies: PropertyReader | undefined,
): Pick<UserPoolConfig, 'mfaConfiguration' | 'enabledMfas'> {
  const configuration = reader.oneOf('MfaConfiguration', ['OFF', 'ON', 'OPTIONAL']) ?? 'OFF'
  const enabled = reader.listOf('EnabledMfas', factors) ?? []
  const hasSms = reader.has('SmsConfiguration')
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
  const email = reader.map('EmailConfiguration')
  email?.pass('ConfigurationSet', 'From', 'ReplyToEmailAddress', 'SourceArn')
  const sender = email?.string('EmailSendingAccount')
  if (enabled.includes('EMAIL_OTP') && sender !== 'DEVELOPER') {
    reader.problem('EnabledMfas', 'EMAIL_OTP needs an EmailSendingAccount of DEVELOPER.')
  }
  if (configuration === 'ON') checkFirstFactors(policies)
  // Who can send text messages and names no factor has them for one.
  const enabledMfas = enabled.length === 0 && hasSms ? (['SMS_MFA'] as const) : enabled
  return { mfaConfiguration: configuration, enabledMfas }
}

/** Of a code and a second factor Cognito makes nothing; the password and passkeys go with one. */
function checkFirstFactors(policies: PropertyReader | undefined): void {
  const policy = policies?.map('SignInPolicy')
  const codes = policy
    ?.strings('AllowedFirstAuthFactors')
    ?.filter((factor) => ['EMAIL_OTP', 'SMS_OTP'].includes(factor))
  if (!policy || !codes || codes.length === 0) return
  policy.problem(
    'AllowedFirstAuthFactors',
    `${codes.join(', ')} cannot stand beside an MfaConfiguration of ON.`,
  )
}
