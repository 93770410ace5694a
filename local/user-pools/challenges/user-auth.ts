import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider'
import type { ClientOfPool, OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import { findSession } from '../sign-in/sessions.ts'
import { findCandidate } from './candidate.ts'
import { completeSignIn } from './complete-sign-in.ts'
import { challenge, goOnWith, passwordChallenges } from './first-factor.ts'
import { requireParameter, type Parameters } from './parameters.ts'

/**
 * USER_AUTH: the user chooses how to prove themselves. PREFERRED_CHALLENGE, if usable, is gone
 * straight to; a session from ConfirmSignUp needs no proof at all.
 */
export async function userAuth(
  ctx: OperationContext,
  clientOfPool: ClientOfPool,
  parameters: Parameters,
  session: string | undefined,
): Promise<InitiateAuthResponse> {
  if (clientOfPool.pool.tier === 'LITE') {
    throw new UserPoolError(
      'FeatureUnavailableInTierException',
      'USER_AUTH is not available in the tier of the user pool.',
    )
  }
  const name = requireParameter(parameters, 'USERNAME')
  if (session !== undefined) return autoSignIn(ctx, clientOfPool, name, session)

  const candidate = await findCandidate(ctx, clientOfPool, name)
  const preferred = passwordChallenges.find(
    (factor) => factor === parameters['PREFERRED_CHALLENGE'],
  )
  const answer = preferred
    ? await goOnWith(ctx, preferred, { candidate }, parameters)
    : await challenge(ctx, 'SELECT_CHALLENGE', { candidate })
  return answer.ChallengeName ? { ...answer, AvailableChallenges: [...passwordChallenges] } : answer
}

/** Signs in with the session that ConfirmSignUp gave: the code it took was the proof. */
async function autoSignIn(
  ctx: OperationContext,
  { pool, client }: ClientOfPool,
  name: string,
  text: string,
): Promise<InitiateAuthResponse> {
  const expected = { kind: 'AUTO_SIGN_IN', poolId: pool.id, clientId: client.id } as const
  const session = await findSession(ctx, text, expected)
  const user = ctx.users.find(pool, name)
  if (user?.username !== session.username) {
    throw new UserPoolError('NotAuthorizedException', 'Invalid session for the user.')
  }
  if (!user.enabled) throw new UserPoolError('NotAuthorizedException', 'User is disabled.')
  if (user.status !== 'CONFIRMED') {
    throw new UserPoolError('UserNotConfirmedException', 'User is not confirmed.')
  }
  return completeSignIn(ctx, { pool, client }, user, session)
}
