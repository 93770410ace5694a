import type { ListGroupsRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requirePool, type OperationContext } from '../../context.ts'
import { pageOfGroups } from '../../groups/describe-group.ts'
import { groupsOf } from '../../groups/groups.ts'
import type { With } from '../../operation.ts'

type Input = With<ListGroupsRequest, 'UserPoolId'>

/**
 * ListGroups
 *
 * @throws ResourceNotFoundException, InvalidParameterException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListGroups.html
 */
export function listGroups(input: Input, ctx: OperationContext): Promise<object> {
  const pool = requirePool(ctx, input.UserPoolId)
  return Promise.resolve(pageOfGroups(pool, groupsOf(ctx.store, pool), input))
}
