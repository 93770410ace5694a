import type { DeleteGroupRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requirePool, type OperationContext } from '../../context.ts'
import { deleteGroup as deleteRow, requireStoredGroup } from '../../groups/groups.ts'
import { removeMembers } from '../../groups/members.ts'
import type { With } from '../../operation.ts'

type Input = With<DeleteGroupRequest, 'GroupName' | 'UserPoolId'>

/**
 * DeleteGroup: nobody is in it any more. The body of the answer is empty.
 *
 * @throws ResourceNotFoundException, InvalidParameterException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteGroup.html
 */
export function deleteGroup(input: Input, ctx: OperationContext): Promise<undefined> {
  const pool = requirePool(ctx, input.UserPoolId)
  const { name } = requireStoredGroup(ctx, pool, input.GroupName)
  ctx.store.transaction(() => {
    removeMembers(ctx, pool, name)
    deleteRow(ctx.store, pool.id, name)
  })
  return Promise.resolve(undefined)
}
