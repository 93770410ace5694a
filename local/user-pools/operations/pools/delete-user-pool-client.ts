import type { DeleteUserPoolClientRequest } from '@aws-sdk/client-cognito-identity-provider'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { requireCreatedClient } from '../../pools/require-created.ts'

type Input = With<DeleteUserPoolClientRequest, 'UserPoolId' | 'ClientId'>

/**
 * DeleteUserPoolClient: nobody signs in by it any more.
 *
 * @throws ResourceNotFoundException, InvalidParameterException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPoolClient.html
 */
export function deleteUserPoolClient(input: Input, ctx: OperationContext): Promise<undefined> {
  const { poolId, id } = requireCreatedClient(ctx, input.UserPoolId, input.ClientId)
  ctx.createdPools.removeClient(poolId, id)
  return Promise.resolve(undefined)
}
