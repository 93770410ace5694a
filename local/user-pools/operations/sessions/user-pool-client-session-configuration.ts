import type {
  GetUserPoolClientSessionConfigurationRequest,
  GetUserPoolClientSessionConfigurationResponse,
  SetUserPoolClientSessionConfigurationRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '../../attributes/rules.ts'
import { requireClientOfPool, type ClientOfPool, type OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { requireSessionTier } from '../../sessions/require-tier.ts'
import { domainMinutesOf, keepDomainMinutes } from '../../sessions/session-settings.ts'

type GetInput = With<GetUserPoolClientSessionConfigurationRequest, 'UserPoolId' | 'ClientId'>
type SetInput = With<
  SetUserPoolClientSessionConfigurationRequest,
  'UserPoolId' | 'ClientId' | 'SSOSession'
>

const longestMinutes = 129_600

/**
 * GetUserPoolClientSessionConfiguration: for how long the app client makes use of the domain's session.
 *
 * @throws ResourceNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserPoolClientSessionConfiguration.html
 */
export function getUserPoolClientSessionConfiguration(
  input: GetInput,
  ctx: OperationContext,
): Promise<GetUserPoolClientSessionConfigurationResponse> {
  const found = requireClientOfPool(ctx, input.UserPoolId, input.ClientId)
  return Promise.resolve(describe(ctx, found))
}

/**
 * SetUserPoolClientSessionConfiguration: 0 asks for a new sign-in each time.
 *
 * @throws ResourceNotFoundException, InvalidParameterException, FeatureUnavailableInTierException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserPoolClientSessionConfiguration.html
 */
export function setUserPoolClientSessionConfiguration(
  input: SetInput,
  ctx: OperationContext,
): Promise<GetUserPoolClientSessionConfigurationResponse> {
  const found = requireClientOfPool(ctx, input.UserPoolId, input.ClientId)
  requireSessionTier(found.pool)
  const { MaxValidityMinutes: minutes } = input.SSOSession
  if (minutes === undefined || minutes < 0 || minutes > longestMinutes) {
    throw invalidParameter(`SSOSession.MaxValidityMinutes has to be from 0 to ${longestMinutes}.`)
  }
  keepDomainMinutes(ctx.store, found.pool, found.client, minutes)
  return Promise.resolve(describe(ctx, found))
}

function describe(
  { store }: OperationContext,
  { pool, client }: ClientOfPool,
): GetUserPoolClientSessionConfigurationResponse {
  return {
    UserPoolId: pool.id,
    ClientId: client.id,
    SSOSession: { MaxValidityMinutes: domainMinutesOf(store, pool, client) },
  }
}
