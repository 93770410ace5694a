import type { UpdateGroupRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requirePool, type OperationContext } from '../../context.ts'
import { describeGroup } from '../../groups/describe-group.ts'
import { requireStoredGroup, saveGroup } from '../../groups/groups.ts'
import type { With } from '../../operation.ts'

type Input = With<UpdateGroupRequest, 'GroupName' | 'UserPoolId'>

/**
 * UpdateGroup: a merge. What is left out stays, and so does a description for which an empty one is sent.
 *
 * @throws ResourceNotFoundException, InvalidParameterException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateGroup.html
 */
export function updateGroup(input: Input, ctx: OperationContext): Promise<object> {
  const { Description, RoleArn, Precedence } = input
  const pool = requirePool(ctx, input.UserPoolId)
  const before = requireStoredGroup(ctx, pool, input.GroupName)
  const isChanged = [Description, RoleArn, Precedence].some((value) => value !== undefined)
  const group = {
    ...before,
    ...(Description && { description: Description }),
    ...(RoleArn !== undefined && { roleArn: RoleArn }),
    ...(Precedence !== undefined && { precedence: Precedence }),
    ...(isChanged && { updatedAtMs: ctx.clock.now() }),
  }
  saveGroup(ctx.store, pool.id, group)
  return Promise.resolve({ Group: describeGroup(pool, group) })
}
