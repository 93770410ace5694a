import type { DescribeUserPoolClientRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requireClientOfPool, type OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { describeAppClient } from '../../pools/describe-app-client.ts'

type Input = With<DescribeUserPoolClientRequest, 'UserPoolId' | 'ClientId'>

/**
 * DescribeUserPoolClient: all that there is to say of an app client, its secret included.
 *
 * @throws ResourceNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPoolClient.html
 */
export function describeUserPoolClient(input: Input, ctx: OperationContext): Promise<object> {
  const { pool, client } = requireClientOfPool(ctx, input.UserPoolId, input.ClientId)
  const created = ctx.createdPools.findClient(pool.id, client.id)
  return Promise.resolve({ UserPoolClient: describeAppClient(pool.id, client, created) })
}
