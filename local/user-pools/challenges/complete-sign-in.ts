import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider'
import type { ClientOfPool, OperationContext } from '../context.ts'
import type { UserRecord } from '../model.ts'
import { consumeSession, type FoundSession } from '../sign-in/sessions.ts'
import { apiScope, issueTokens } from '../tokens/issue-tokens.ts'
import { newPasswordRequired } from './new-password-required.ts'

/**
 * Tokens for a user who has proved all there is to prove, once their password is their own. Call it with no `await` after the proof:
 * it takes the session first, so that one session leads to one sign-in.
 */
export async function completeSignIn(
  ctx: OperationContext,
  clientOfPool: ClientOfPool,
  user: UserRecord,
  session?: FoundSession,
): Promise<InitiateAuthResponse> {
  if (session) consumeSession(ctx, session)
  if (user.status === 'FORCE_CHANGE_PASSWORD') return newPasswordRequired(ctx, clientOfPool, user)
  const { pool, client } = clientOfPool
  const AuthenticationResult = await issueTokens(ctx, { pool, client, user, scope: apiScope })
  return { AuthenticationResult, ChallengeParameters: {} }
}
