import type {
  AdminRevokeUserSessionRequest,
  RevokeUserSessionRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { requireUser } from '../../admin/require-user.ts'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { revokeSession } from '../../sessions/revoke-session.ts'
import { requireAccessToken } from '../../tokens/require-access-token.ts'

type Input = With<RevokeUserSessionRequest, 'AccessToken' | 'SessionId'>
type AdminInput = With<AdminRevokeUserSessionRequest, 'UserPoolId' | 'Username' | 'SessionId'>

/**
 * RevokeUserSession: ends another session of the user.
 *
 * @throws NotAuthorizedException, ResourceNotFoundException, InvalidParameterException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RevokeUserSession.html
 */
export async function revokeUserSession(input: Input, ctx: OperationContext): Promise<object> {
  const { user, claims } = await requireAccessToken(ctx, input.AccessToken)
  revokeSession(ctx, user, input, String(claims.event_id))
  return {}
}

/**
 * AdminRevokeUserSession: ends any session of any user.
 *
 * @throws ResourceNotFoundException, UserNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminRevokeUserSession.html
 */
export function adminRevokeUserSession(input: AdminInput, ctx: OperationContext): Promise<object> {
  const { user } = requireUser(ctx, input)
  revokeSession(ctx, user, input)
  return Promise.resolve({})
}
