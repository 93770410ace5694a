import type { AdminEnableUserRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requireUser } from '../../admin/require-user.ts'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'

type Input = With<AdminEnableUserRequest, 'UserPoolId' | 'Username'>

/**
 * AdminEnableUser: the user may sign in again.
 *
 * @throws ResourceNotFoundException, UserNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminEnableUser.html
 */
export function adminEnableUser(input: Input, ctx: OperationContext): Promise<object> {
  const { pool, user } = requireUser(ctx, input)
  ctx.users.update(pool, { ...user, enabled: true, updatedAtMs: ctx.clock.now() })
  return Promise.resolve({})
}
