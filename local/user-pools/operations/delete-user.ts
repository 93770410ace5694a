import type { DeleteUserRequest } from '@aws-sdk/client-cognito-identity-provider'
import type { OperationContext } from '../context.ts'
import type { With } from '../operation.ts'
import { requireAccessToken } from '../tokens/require-access-token.ts'
import { removeUser } from '../users/remove-user.ts'
import { requireCurrent } from '../users/users.ts'

type Input = With<DeleteUserRequest, 'AccessToken'>

/**
 * DeleteUser: removes the user and frees the names. Their tokens lead nowhere from then on.
 *
 * @returns nothing: the body is empty.
 * @throws those of `requireAccessToken`
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUser.html
 */
export async function deleteUser(input: Input, ctx: OperationContext): Promise<undefined> {
  const caller = await requireAccessToken(ctx, input.AccessToken)
  const { pool } = caller
  const user = requireCurrent(ctx.users, pool, caller.user)
  removeUser(ctx, pool, user)
}
