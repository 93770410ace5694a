import type { AdminConfirmSignUpRequest } from '@aws-sdk/client-cognito-identity-provider'
import { byAdministrator } from '../../admin/by-administrator.ts'
import { requireUser } from '../../admin/require-user.ts'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { postConfirmation } from '../../triggers/post-confirmation.ts'
import { withPreferredUsername } from '../../users/alias.ts'
import { checkUnconfirmed } from '../../users/status.ts'

type Input = With<AdminConfirmSignUpRequest, 'UserPoolId' | 'Username'>

/**
 * AdminConfirmSignUp: confirms who has signed up, without a code. No address is verified by it.
 *
 * @throws ResourceNotFoundException, UserNotFoundException, NotAuthorizedException (whose sign-up is
 *   over), AliasExistsException (a preferred username signs in from the confirmation on), and those
 *   of `postConfirmation`
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminConfirmSignUp.html
 */
export async function adminConfirmSignUp(input: Input, ctx: OperationContext): Promise<object> {
  const { pool, user: before } = requireUser(ctx, input)
  checkUnconfirmed(before)
  const user = ctx.store.transaction(() => {
    ctx.codes.remove(before, 'SIGN_UP')
    return ctx.users.update(pool, {
      ...before,
      aliases: withPreferredUsername(ctx, pool, before),
      status: 'CONFIRMED',
      updatedAtMs: ctx.clock.now(),
    })
  })
  await postConfirmation(ctx, pool, byAdministrator('ConfirmSignUp', input), user)
  return {}
}
