import type {
  GetUserPoolMfaConfigRequest,
  GetUserPoolMfaConfigResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { requirePool, type OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { describeMfaConfig } from '../../pools/describe-mfa-config.ts'

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
  return Promise.resolve(describeMfaConfig(pool, ctx.createdPools.findPool(pool.id)))
}
