import type {
  GlobalSignOutRequest,
  GlobalSignOutResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import type { OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
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
  const { pool, user: caller } = await requireAccessToken(ctx, input.AccessToken)
  // Read anew: since the token was checked another request may have changed or deleted the user.
  const user = ctx.users.findBySub(pool, caller.sub)
  if (!user) throw new UserPoolError('UserNotFoundException', 'User does not exist.')
  const tokensValidAfterMs = signInInstant(user, ctx.clock.now())
  ctx.users.update(pool, { ...user, tokensValidAfterMs })
  return {}
}
