import type {
  GetUserPoolMfaConfigResponse,
  SmsConfigurationType,
} from '@aws-sdk/client-cognito-identity-provider'
import type { UserPoolConfig } from '../config.ts'
import type { CreatedPool } from './definitions.ts'
import { hasSmsFactor, modeOf } from './mfa-settings.ts'

/** Which second factors a pool has, and how its passkeys are made: as it was given. */
export function describeMfaConfig(
  pool: UserPoolConfig,
  created: CreatedPool | undefined,
): GetUserPoolMfaConfigResponse {
  if (!created) return describeWritten(pool)
  const { SmsMfaConfiguration: _, ...settings } = created.mfa ?? {}
  const { SmsAuthenticationMessage, SmsConfiguration } = created.definition as {
    SmsAuthenticationMessage?: string
    SmsConfiguration?: SmsConfigurationType
  }
  return {
    ...(hasSmsFactor(created) && {
      SmsMfaConfiguration: { SmsAuthenticationMessage, SmsConfiguration },
    }),
    ...settings,
    MfaConfiguration: modeOf(created),
  }
}

/** Of what the template declares. */
function describeWritten(pool: UserPoolConfig): GetUserPoolMfaConfigResponse {
  const { mfaConfiguration, enabledMfas, passkeys, signInCodeMessage } = pool
  const { relyingPartyId, userVerification, isMultiFactor } = passkeys
  return {
    ...(enabledMfas.includes('SMS_MFA') && {
      SmsMfaConfiguration: { SmsAuthenticationMessage: signInCodeMessage.smsMessage },
    }),
    ...(enabledMfas.includes('SOFTWARE_TOKEN_MFA') && {
      SoftwareTokenMfaConfiguration: { Enabled: true },
    }),
    ...(enabledMfas.includes('EMAIL_OTP') && {
      EmailMfaConfiguration: {
        Message: signInCodeMessage.emailMessage,
        Subject: signInCodeMessage.emailSubject,
      },
    }),
    MfaConfiguration: mfaConfiguration,
    ...(relyingPartyId !== undefined && {
      WebAuthnConfiguration: {
        RelyingPartyId: relyingPartyId,
        UserVerification: userVerification,
        FactorConfiguration: isMultiFactor
          ? 'MULTI_FACTOR_WITH_USER_VERIFICATION'
          : 'SINGLE_FACTOR',
      },
    }),
  }
}
