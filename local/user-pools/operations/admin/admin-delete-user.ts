import type { AdminDeleteUserRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requireUser } from '../../admin/require-user.ts'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { removeUser } from '../../users/remove-user.ts'

type Input = With<AdminDeleteUserRequest, 'UserPoolId' | 'Username'>

/**
 * AdminDeleteUser: removes any user, as DeleteUser removes oneself.
 *
 * @returns nothing: the body is empty.
 * @throws ResourceNotFoundException, UserNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteUser.html
 */
export function adminDeleteUser(input: Input, ctx: OperationContext): Promise<undefined> {
  const { pool, user } = requireUser(ctx, input)
  removeUser(ctx, pool, user)
  return Promise.resolve(undefined)
}
