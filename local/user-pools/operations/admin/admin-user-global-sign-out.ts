import type { AdminUserGlobalSignOutRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requireUser } from '../../admin/require-user.ts'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { signInInstant } from '../../tokens/token-family.ts'

type Input = With<AdminUserGlobalSignOutRequest, 'UserPoolId' | 'Username'>

/**
 * AdminUserGlobalSignOut: revokes every access and refresh token that a user has, as GlobalSignOut does.
 *
 * @throws ResourceNotFoundException, UserNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUserGlobalSignOut.html
 */
export function adminUserGlobalSignOut(input: Input, ctx: OperationContext): Promise<object> {
  const { pool, user } = requireUser(ctx, input)
  const tokensValidAfterMs = signInInstant(user, ctx.clock.now())
  ctx.users.update(pool, { ...user, tokensValidAfterMs })
  return Promise.resolve({})
}
