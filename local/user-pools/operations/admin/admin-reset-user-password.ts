import type { AdminResetUserPasswordRequest } from '@aws-sdk/client-cognito-identity-provider'
import { byAdministrator } from '../../admin/by-administrator.ts'
import { requireUser } from '../../admin/require-user.ts'
import { requireRecoveryTarget } from '../../codes/recovery.ts'
import { sendCodes } from '../../codes/send-codes.ts'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'

type Input = With<AdminResetUserPasswordRequest, 'UserPoolId' | 'Username'>

/**
 * AdminResetUserPassword: the password is good for nothing from now on, and the user is sent the code
 * that ForgotPassword sends; ConfirmForgotPassword takes it. Tokens stay good.
 *
 * @throws ResourceNotFoundException, UserNotFoundException, NotAuthorizedException,
 *   InvalidParameterException, and those of `sendCodes`
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminResetUserPassword.html
 */
export async function adminResetUserPassword(input: Input, ctx: OperationContext): Promise<object> {
  const { pool } = requireUser(ctx, input)
  const occasion = byAdministrator('ForgotPassword', input)
  const plan = () => {
    const { user } = requireUser(ctx, input)
    const targets = [requireRecoveryTarget(pool, user)]
    return { user: { ...user, status: 'RESET_REQUIRED' as const }, targets }
  }
  await sendCodes(ctx, pool, occasion, plan, ({ user }) =>
    ctx.users.update(pool, { ...user, updatedAtMs: ctx.clock.now() }),
  )
  return {}
}
