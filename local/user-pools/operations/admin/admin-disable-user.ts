import type { AdminDisableUserRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requireUser } from '../../admin/require-user.ts'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { signInInstant } from '../../tokens/token-family.ts'

type Input = With<AdminDisableUserRequest, 'UserPoolId' | 'Username'>

/**
 * AdminDisableUser: nobody signs in as the user any more, and all their tokens are revoked, also for
 * the time after AdminEnableUser.
 *
 * @throws ResourceNotFoundException, UserNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDisableUser.html
 */
export function adminDisableUser(input: Input, ctx: OperationContext): Promise<object> {
  const { pool, user } = requireUser(ctx, input)
  const nowMs = ctx.clock.now()
  ctx.users.update(pool, {
    ...user,
    enabled: false,
    tokensValidAfterMs: signInInstant(user, nowMs),
    updatedAtMs: nowMs,
  })
  return Promise.resolve({})
}
