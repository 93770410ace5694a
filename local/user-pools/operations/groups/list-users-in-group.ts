import type { ListUsersInGroupRequest } from '@aws-sdk/client-cognito-identity-provider'
import { allAttributes, describeUser } from '../../admin/describe-user.ts'
import { requirePool, type OperationContext } from '../../context.ts'
import { sizeOf } from '../../groups/describe-group.ts'
import { requireGroup } from '../../groups/groups.ts'
import { membersOf } from '../../groups/members.ts'
import type { With } from '../../operation.ts'
import { pageOf } from '../../pools/page.ts'

type Input = With<ListUsersInGroupRequest, 'UserPoolId' | 'GroupName'>

/**
 * ListUsersInGroup: who is in a group.
 *
 * @throws ResourceNotFoundException, InvalidParameterException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsersInGroup.html
 */
export function listUsersInGroup(input: Input, ctx: OperationContext): Promise<object> {
  const pool = requirePool(ctx, input.UserPoolId)
  const { name } = requireGroup(ctx, pool, input.GroupName)
  const members = [...membersOf(ctx, pool, name)].map((user) => ({ id: user.sub, user }))
  const { page, ...next } = pageOf(members, sizeOf(input.Limit), input.NextToken)
  const Users = page.map(({ user }) => ({ ...describeUser(user), Attributes: allAttributes(user) }))
  return Promise.resolve({ Users, ...next })
}
