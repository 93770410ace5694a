import type { SetRiskConfigurationRequest } from '@aws-sdk/client-cognito-identity-provider'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { checkRiskSettings } from '../../threat-protection/settings/check-risk-settings.ts'
import {
  describeRiskSettings,
  requireRiskLevel,
} from '../../threat-protection/settings/risk-level.ts'
import { keepRiskSettings } from '../../threat-protection/settings/risk-settings.ts'

type Input = With<SetRiskConfigurationRequest, 'UserPoolId'>

/**
 * SetRiskConfiguration: replaces the settings of the pool or, with `ClientId`, of that app client; a
 * part that is left out is reset. It takes the template's pools, too: trying it out is what it is for.
 *
 * @throws ResourceNotFoundException, InvalidParameterException, UserPoolAddOnNotEnabledException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetRiskConfiguration.html
 */
export function setRiskConfiguration(input: Input, ctx: OperationContext): Promise<object> {
  const at = requireRiskLevel(ctx, input)
  const { UserPoolId: _, ClientId: __, ...settings } = input
  checkRiskSettings(settings)
  keepRiskSettings(ctx.store, at.pool, at.level, { settings, updatedAtMs: ctx.clock.now() })
  return Promise.resolve(describeRiskSettings(ctx, at))
}
