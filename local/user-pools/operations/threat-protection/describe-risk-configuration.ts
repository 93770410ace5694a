import type { DescribeRiskConfigurationRequest } from '@aws-sdk/client-cognito-identity-provider'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import {
  describeRiskSettings,
  requireRiskLevel,
} from '../../threat-protection/settings/risk-level.ts'

type Input = With<DescribeRiskConfigurationRequest, 'UserPoolId'>

/**
 * DescribeRiskConfiguration: what was set at the pool or, with `ClientId`, at that app client alone:
 * nothing where it goes by the pool's.
 *
 * @throws ResourceNotFoundException, UserPoolAddOnNotEnabledException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeRiskConfiguration.html
 */
export function describeRiskConfiguration(input: Input, ctx: OperationContext): Promise<object> {
  return Promise.resolve(describeRiskSettings(ctx, requireRiskLevel(ctx, input)))
}
