import type { GetGroupRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requirePool, type OperationContext } from '../../context.ts'
import { describeGroup } from '../../groups/describe-group.ts'
import { requireGroup } from '../../groups/groups.ts'
import type { With } from '../../operation.ts'

type Input = With<GetGroupRequest, 'GroupName' | 'UserPoolId'>

/**
 * GetGroup
 *
 * @throws ResourceNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetGroup.html
 */
export function getGroup(input: Input, ctx: OperationContext): Promise<object> {
  const pool = requirePool(ctx, input.UserPoolId)
  const group = requireGroup(ctx, pool, input.GroupName)
  return Promise.resolve({ Group: describeGroup(pool, group) })
}
