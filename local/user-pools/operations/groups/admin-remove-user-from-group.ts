import type { AdminRemoveUserFromGroupRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requireUser } from '../../admin/require-user.ts'
import type { OperationContext } from '../../context.ts'
import { requireGroup } from '../../groups/groups.ts'
import { removeMember } from '../../groups/members.ts'
import type { With } from '../../operation.ts'

type Input = With<AdminRemoveUserFromGroupRequest, 'UserPoolId' | 'Username' | 'GroupName'>

/**
 * AdminRemoveUserFromGroup. The body of the answer is empty.
 *
 * @throws ResourceNotFoundException, UserNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminRemoveUserFromGroup.html
 */
export function adminRemoveUserFromGroup(input: Input, ctx: OperationContext): Promise<undefined> {
  const { pool, user } = requireUser(ctx, input)
  removeMember(ctx, pool, user, requireGroup(ctx, pool, input.GroupName).name)
  return Promise.resolve(undefined)
}
