import type {
  GetUserPoolMfaConfigResponse,
  SetUserPoolMfaConfigRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '../../attributes/rules.ts'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { describeMfaConfig } from '../../pools/describe-mfa-config.ts'
import { checkMfaSettings, configuresFactor } from '../../pools/mfa-settings.ts'
import { requireCreatedPool } from '../../pools/require-created.ts'

type Input = With<SetUserPoolMfaConfigRequest, 'UserPoolId'>

/**
 * SetUserPoolMfaConfig: the mode and its factors as a whole. What is left out is off; it is a factor's
 * member that counts, not what it says. Passkeys are no factor of it: left out, they stay as they are.
 *
 * @throws ResourceNotFoundException, InvalidParameterException, FeatureUnavailableInTierException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserPoolMfaConfig.html
 */
export function setUserPoolMfaConfig(
  input: Input,
  ctx: OperationContext,
): Promise<GetUserPoolMfaConfigResponse> {
  const { UserPoolId, MfaConfiguration = 'OFF', WebAuthnConfiguration, ...factors } = input
  const before = requireCreatedPool(ctx, UserPoolId)
  if (MfaConfiguration === 'OFF' && configuresFactor(factors)) {
    throw invalidParameter(
      "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.",
    )
  }
  if (MfaConfiguration !== 'OFF' && !configuresFactor(factors)) {
    throw invalidParameter(
      'Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled.',
    )
  }
  const { SmsAuthenticationMessage, SmsConfiguration } = factors.SmsMfaConfiguration ?? {}
  const after = {
    ...before,
    definition: {
      ...before.definition,
      MfaConfiguration,
      ...(SmsAuthenticationMessage !== undefined && { SmsAuthenticationMessage }),
      ...(SmsConfiguration && { SmsConfiguration }),
    },
    mfa: {
      ...factors,
      WebAuthnConfiguration: WebAuthnConfiguration ?? before.mfa?.WebAuthnConfiguration,
    },
    updatedAtMs: ctx.clock.now(),
  }
  checkMfaSettings(after)
  return Promise.resolve(describeMfaConfig(ctx.createdPools.savePool(after), after))
}
