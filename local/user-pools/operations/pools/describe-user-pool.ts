import type { DescribeUserPoolRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requirePool, type OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { describeUserPool } from '../../pools/describe-user-pool.ts'

type Input = With<DescribeUserPoolRequest, 'UserPoolId'>

/**
 * DescribeUserPool: all that there is to say of a pool, be it the template's or a created one.
 *
 * @throws ResourceNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPool.html
 */
export function describePool({ UserPoolId }: Input, ctx: OperationContext): Promise<object> {
  const pool = requirePool(ctx, UserPoolId)
  let users = 0
  for (const _ of ctx.users.list(pool)) users += 1
  const created = ctx.createdPools.findPool(UserPoolId)
  return Promise.resolve({ UserPool: describeUserPool(pool, created, users) })
}
