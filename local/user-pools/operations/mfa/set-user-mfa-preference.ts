import type { SetUserMFAPreferenceRequest } from '@aws-sdk/client-cognito-identity-provider'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { withPreference } from '../../mfa/preference.ts'
import { requireAccessToken } from '../../tokens/require-access-token.ts'
import { requireCurrent } from '../../users/users.ts'

type Input = With<SetUserMFAPreferenceRequest, 'AccessToken'>

/**
 * SetUserMFAPreference: which second factors of the user are on, and which is asked for first.
 *
 * @throws NotAuthorizedException, and those of `withPreference`
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserMFAPreference.html
 */
export async function setUserMfaPreference(input: Input, ctx: OperationContext): Promise<object> {
  const { pool, user: caller } = await requireAccessToken(ctx, input.AccessToken)
  const user = requireCurrent(ctx.users, pool, caller)
  const mfa = withPreference(pool, user, input)
  ctx.users.update(pool, { ...user, mfa, updatedAtMs: ctx.clock.now() })
  return {}
}
