import type {
  GetUserAuthFactorsRequest,
  GetUserAuthFactorsResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import type { OperationContext } from '../context.ts'
import { describeMfa } from '../mfa/describe.ts'
import type { With } from '../operation.ts'
import { requireAccessToken } from '../tokens/require-access-token.ts'
import { authFactorsOf } from '../users/auth-factors.ts'

type Input = With<GetUserAuthFactorsRequest, 'AccessToken'>

/**
 * GetUserAuthFactors: what the user of the access token could begin a sign-in with.
 *
 * @throws those of `requireAccessToken`
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserAuthFactors.html
 */
export async function getUserAuthFactors(
  input: Input,
  ctx: OperationContext,
): Promise<GetUserAuthFactorsResponse> {
  const { user } = await requireAccessToken(ctx, input.AccessToken)
  return {
    Username: user.username,
    ConfiguredUserAuthFactors: authFactorsOf(ctx.store, user),
    ...describeMfa(user),
  }
}
