import type {
  AdminListUserSessionsRequest,
  ListUserSessionsRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { requireUser } from '../../admin/require-user.ts'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { describeSessions } from '../../sessions/describe-session.ts'
import { requireAccessToken } from '../../tokens/require-access-token.ts'

type Input = With<ListUserSessionsRequest, 'AccessToken'>
type AdminInput = With<AdminListUserSessionsRequest, 'UserPoolId' | 'Username'>

/**
 * ListUserSessions: where the user is signed in, by tokens and at the domain, at all app clients of the
 * pool; nowhere in a pool that does not keep it. They fit in one page: a pool allows a hundred.
 *
 * @throws NotAuthorizedException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserSessions.html
 */
export async function listUserSessions(input: Input, ctx: OperationContext): Promise<object> {
  const { user, claims } = await requireAccessToken(ctx, input.AccessToken)
  const { store, clock } = ctx
  return { Sessions: describeSessions(store, user, clock.now(), String(claims.event_id)) }
}

/**
 * AdminListUserSessions: the same of any user.
 *
 * @throws ResourceNotFoundException, UserNotFoundException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListUserSessions.html
 */
export function adminListUserSessions(input: AdminInput, ctx: OperationContext): Promise<object> {
  const { user } = requireUser(ctx, input)
  return Promise.resolve({ Sessions: describeSessions(ctx.store, user, ctx.clock.now()) })
}
