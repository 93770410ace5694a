import type {
  GetUserPoolMfaConfigRequest,
  GetUserPoolMfaConfigResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { requirePool, type OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'

type Input = With<GetUserPoolMfaConfigRequest, 'UserPoolId'>

/**
 * GetUserPoolMfaConfig: which second factors a pool has, and how its passkeys are made.
 *
 * @throws ResourceNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserPoolMfaConfig.html
 */
export function getUserPoolMfaConfig(
  input: Input,
  ctx: OperationContext,
): Promise<GetUserPoolMfaConfigResponse> {
  const pool = requirePool(ctx, input.UserPoolId)
  const { mfaConfiguration, enabledMfas, passkeys, signInCodeMessage } = pool
  const { relyingPartyId, userVerification, isMultiFactor } = passkeys
  return Promise.resolve({
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
  })
}
