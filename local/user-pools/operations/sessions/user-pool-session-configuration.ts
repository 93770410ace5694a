import type {
  GetUserPoolSessionConfigurationRequest,
  GetUserPoolSessionConfigurationResponse,
  SetUserPoolSessionConfigurationRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '../../attributes/rules.ts'
import type { UserPoolConfig } from '../../config.ts'
import { requirePool, type OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { requireSessionTier } from '../../sessions/require-tier.ts'
import { keepSessionTracking, sessionTrackingOf } from '../../sessions/session-settings.ts'

type GetInput = With<GetUserPoolSessionConfigurationRequest, 'UserPoolId'>
type SetInput = With<
  SetUserPoolSessionConfigurationRequest,
  'UserPoolId' | 'UserSessionTracking' | 'TokenSession'
>

/**
 * GetUserPoolSessionConfiguration: whether the pool keeps who is signed in where.
 *
 * @throws ResourceNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserPoolSessionConfiguration.html
 */
export function getUserPoolSessionConfiguration(
  input: GetInput,
  ctx: OperationContext,
): Promise<GetUserPoolSessionConfigurationResponse> {
  return Promise.resolve(describe(ctx, requirePool(ctx, input.UserPoolId)))
}

/**
 * SetUserPoolSessionConfiguration: of the template's pools, too, as CloudFormation's own property of it
 * may be younger than the stack. Fewer sessions than there are end none before a user's next sign-in.
 *
 * @throws ResourceNotFoundException, InvalidParameterException, FeatureUnavailableInTierException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserPoolSessionConfiguration.html
 */
export function setUserPoolSessionConfiguration(
  input: SetInput,
  ctx: OperationContext,
): Promise<GetUserPoolSessionConfigurationResponse> {
  const pool = requirePool(ctx, input.UserPoolId)
  requireSessionTier(pool)
  const { MaxPerUser: maxTokenSessions } = input.TokenSession
  if (maxTokenSessions === undefined || maxTokenSessions < 1 || maxTokenSessions > 100) {
    throw invalidParameter('TokenSession.MaxPerUser has to be from 1 to 100.')
  }
  const isOn = input.UserSessionTracking === 'ENABLED'
  keepSessionTracking(ctx.store, pool, { isOn, maxTokenSessions })
  return Promise.resolve(describe(ctx, pool))
}

function describe(
  { store }: OperationContext,
  pool: UserPoolConfig,
): GetUserPoolSessionConfigurationResponse {
  const { isOn, maxTokenSessions } = sessionTrackingOf(store, pool)
  return {
    UserPoolId: pool.id,
    UserSessionTracking: isOn ? 'ENABLED' : 'DISABLED',
    TokenSession: { MaxPerUser: maxTokenSessions },
  }
}
