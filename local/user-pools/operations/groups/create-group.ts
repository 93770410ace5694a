import type { CreateGroupRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requirePool, type OperationContext } from '../../context.ts'
import { UserPoolError } from '../../errors.ts'
import { describeGroup } from '../../groups/describe-group.ts'
import { findGroup, saveGroup } from '../../groups/groups.ts'
import type { With } from '../../operation.ts'

type Input = With<CreateGroupRequest, 'GroupName' | 'UserPoolId'>

/**
 * CreateGroup: a group beside those of the template.
 *
 * @throws ResourceNotFoundException, GroupExistsException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateGroup.html
 */
export function createGroup(input: Input, ctx: OperationContext): Promise<object> {
  const { GroupName: name, Description, RoleArn, Precedence } = input
  const pool = requirePool(ctx, input.UserPoolId)
  if (findGroup(ctx.store, pool, name)) {
    throw new UserPoolError('GroupExistsException', 'A group with the name already exists.')
  }
  const nowMs = ctx.clock.now()
  const group = {
    name,
    ...(Description !== undefined && { description: Description }),
    ...(RoleArn !== undefined && { roleArn: RoleArn }),
    ...(Precedence !== undefined && { precedence: Precedence }),
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  }
  saveGroup(ctx.store, pool.id, group)
  return Promise.resolve({ Group: describeGroup(pool, group) })
}
