import type { AdminDeleteSoftwareTokenRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requireUser } from '../../admin/require-user.ts'
import type { OperationContext } from '../../context.ts'
import { mfaOf } from '../../mfa/factors.ts'
import type { With } from '../../operation.ts'

type Input = With<AdminDeleteSoftwareTokenRequest, 'UserPoolId' | 'Username'>

/**
 * AdminDeleteSoftwareToken: takes a user's authenticator app away, for who has lost it. They can set up
 * another.
 *
 * @throws ResourceNotFoundException, UserNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteSoftwareToken.html
 */
export function adminDeleteSoftwareToken(input: Input, ctx: OperationContext): Promise<object> {
  const { pool, user } = requireUser(ctx, input)
  const { softwareToken: _, pendingSecret: __, preferred, ...rest } = mfaOf(user)
  const mfa = {
    ...rest,
    enabled: rest.enabled.filter((factor) => factor !== 'SOFTWARE_TOKEN_MFA'),
    ...(preferred && preferred !== 'SOFTWARE_TOKEN_MFA' && { preferred }),
  }
  ctx.users.update(pool, { ...user, mfa, updatedAtMs: ctx.clock.now() })
  return Promise.resolve({})
}
