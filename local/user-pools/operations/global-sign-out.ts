import type {
  GlobalSignOutRequest,
  GlobalSignOutResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import type { OperationContext } from '../context.ts'
import type { With } from '../operation.ts'
import { requireAccessToken } from '../tokens/require-access-token.ts'
import { signInInstant } from '../tokens/token-family.ts'

type Input = With<GlobalSignOutRequest, 'AccessToken'>

/**
 * GlobalSignOut: revokes every access and refresh token that the user has. Offline checks of a
 * signature still pass, as in AWS.
 *
 * @throws NotAuthorizedException, ResourceNotFoundException, UserNotFoundException,
 *   UserNotConfirmedException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GlobalSignOut.html
 */
export async function globalSignOut(
  input: Input,
  ctx: OperationContext,
): Promise<GlobalSignOutResponse> {
  const { pool, user } = await requireAccessToken(ctx, input.AccessToken)
  const tokensValidAfterMs = signInInstant(user, ctx.clock.now())
  ctx.users.update(pool, { ...user, tokensValidAfterMs })
  return {}
}
