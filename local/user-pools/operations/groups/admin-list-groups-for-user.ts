import type { AdminListGroupsForUserRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requireUser } from '../../admin/require-user.ts'
import type { OperationContext } from '../../context.ts'
import { pageOfGroups } from '../../groups/describe-group.ts'
import { groupsOfUser } from '../../groups/members.ts'
import type { With } from '../../operation.ts'

type Input = With<AdminListGroupsForUserRequest, 'UserPoolId' | 'Username'>

/**
 * AdminListGroupsForUser: the groups that a user is in.
 *
 * @throws ResourceNotFoundException, UserNotFoundException, InvalidParameterException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListGroupsForUser.html
 */
export function adminListGroupsForUser(input: Input, ctx: OperationContext): Promise<object> {
  const { pool, user } = requireUser(ctx, input)
  return Promise.resolve(pageOfGroups(pool, groupsOfUser(ctx.store, pool, user), input))
}
