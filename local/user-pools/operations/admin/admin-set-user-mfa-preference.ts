import type { AdminSetUserMFAPreferenceRequest } from '@aws-sdk/client-cognito-identity-provider'
import { requireUser } from '../../admin/require-user.ts'
import type { OperationContext } from '../../context.ts'
import { withPreference } from '../../mfa/preference.ts'
import type { With } from '../../operation.ts'

type Input = With<AdminSetUserMFAPreferenceRequest, 'UserPoolId' | 'Username'>

/**
 * AdminSetUserMFAPreference: as SetUserMFAPreference, of any user.
 *
 * @throws ResourceNotFoundException, UserNotFoundException, and those of `withPreference`
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserMFAPreference.html
 */
export function adminSetUserMfaPreference(input: Input, ctx: OperationContext): Promise<object> {
  const { pool, user } = requireUser(ctx, input)
  const mfa = withPreference(pool, user, input)
  ctx.users.update(pool, { ...user, mfa, updatedAtMs: ctx.clock.now() })
  return Promise.resolve({})
}
