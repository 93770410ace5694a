import type { AdminConfirmSignUpRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requireUser } from '../../admin/require-user.ts'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { withPreferredUsername } from '../../users/alias.ts'
import { checkUnconfirmed } from '../../users/status.ts'

type Input = With<AdminConfirmSignUpRequest, 'UserPoolId' | 'Username'>

/**
 * AdminConfirmSignUp: confirms who has signed up, without a code. No address is verified by it.
 *
 * @throws ResourceNotFoundException, UserNotFoundException, NotAuthorizedException (whose sign-up is
 *   over), AliasExistsException (a preferred username signs in from the confirmation on)
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminConfirmSignUp.html
 */
export function adminConfirmSignUp(input: Input, ctx: OperationContext): Promise<object> {
  const { pool, user } = requireUser(ctx, input)
  checkUnconfirmed(user)
  ctx.store.transaction(() => {
    ctx.users.update(pool, {
      ...user,
      aliases: withPreferredUsername(ctx, pool, user),
      status: 'CONFIRMED',
      updatedAtMs: ctx.clock.now(),
    })
    ctx.codes.remove(user, 'SIGN_UP')
  })
  return Promise.resolve({})
}
