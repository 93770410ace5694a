import type { AdminAddUserToGroupRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requireUser } from '../../admin/require-user.ts'
import type { OperationContext } from '../../context.ts'
import { requireGroup } from '../../groups/groups.ts'
import { addMember } from '../../groups/members.ts'
import type { With } from '../../operation.ts'

type Input = With<AdminAddUserToGroupRequest, 'UserPoolId' | 'Username' | 'GroupName'>

/**
 * AdminAddUserToGroup: tokens tell of it from the next refresh on. The body of the answer is empty.
 *
 * @throws ResourceNotFoundException, UserNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminAddUserToGroup.html
 */
export function adminAddUserToGroup(input: Input, ctx: OperationContext): Promise<undefined> {
  const { pool, user } = requireUser(ctx, input)
  addMember(ctx, pool, user, requireGroup(ctx, pool, input.GroupName).name)
  return Promise.resolve(undefined)
}
