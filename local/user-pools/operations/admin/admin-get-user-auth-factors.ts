import type {
  AdminGetUserAuthFactorsRequest,
  AdminGetUserAuthFactorsResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { requireUser } from '../../admin/require-user.ts'
import type { OperationContext } from '../../context.ts'
import { describeMfa } from '../../mfa/describe.ts'
import type { With } from '../../operation.ts'
import { authFactorsOf } from '../../users/auth-factors.ts'

type Input = With<AdminGetUserAuthFactorsRequest, 'UserPoolId' | 'Username'>

/**
 * AdminGetUserAuthFactors: what a user could begin a sign-in with.
 *
 * @throws ResourceNotFoundException, UserNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetUserAuthFactors.html
 */
export function adminGetUserAuthFactors(
  input: Input,
  ctx: OperationContext,
): Promise<AdminGetUserAuthFactorsResponse> {
  const { user } = requireUser(ctx, input)
  return Promise.resolve({
    Username: user.username,
    ConfiguredUserAuthFactors: authFactorsOf(ctx.store, user),
    ...describeMfa(user),
  })
}
