import type {
  InitiateAuthRequest,
  InitiateAuthResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import type { ClientOfPool, OperationContext } from '../../context.ts'
import { UserPoolError } from '../../errors.ts'
import { findSession, invalidSession } from '../../sign-in/sessions.ts'
import { beginStepUp } from '../../step-up/begin-step-up.ts'
import type { StepUp } from '../../sign-in/proof.ts'
import { missingFactors } from '../../step-up/reach.ts'
import { findArrival, type Candidate } from './candidate.ts'
import { completeSignIn } from '../complete-sign-in.ts'
import { ask } from './first-factor.ts'
import { goOnWith, offeredFactors } from './first-factor-table.ts'
import { requireParameter, type Parameters } from '../parameters.ts'
import type { SignIn } from '../sign-in.ts'

/**
 * USER_AUTH: the user chooses how to prove themselves. PREFERRED_CHALLENGE, if usable, is gone
 * straight to; a session from ConfirmSignUp needs no proof at all.
 */
export async function userAuth(
  ctx: OperationContext,
  clientOfPool: ClientOfPool,
  parameters: Parameters,
  { Session: session, ClientMetadata }: Pick<InitiateAuthRequest, 'Session' | 'ClientMetadata'>,
): Promise<InitiateAuthResponse> {
  if (clientOfPool.pool.tier === 'LITE') {
    throw new UserPoolError(
      'FeatureUnavailableInTierException',
      'USER_AUTH is not available in the tier of the user pool.',
    )
  }
  const name = requireParameter(parameters, 'USERNAME')
  const found = await findArrival(ctx, clientOfPool, name, parameters['DEVICE_KEY'], ClientMetadata)
  if (session !== undefined) return autoSignIn(ctx, clientOfPool, name, session)

  const stepUp = await beginStepUp(ctx, found, parameters, offeredFactors(ctx, found))
  const further = stepUp && afterCredit(found, stepUp)
  if (further) return completeSignIn(ctx, further)
  const candidate = { ...found, stepUp }
  const choices = offeredFactors(ctx, candidate)
  const preferred = choices.find((factor) => factor === parameters['PREFERRED_CHALLENGE'])
  const answer = preferred
    ? await goOnWith(ctx, preferred, { candidate }, { parameters })
    : await ask(ctx, 'SELECT_CHALLENGE', { candidate })
  const response = 'signIn' in answer ? await completeSignIn(ctx, answer.signIn) : answer.asked
  return response.ChallengeName ? { ...response, AvailableChallenges: choices } : response
}

/**
 * Where an earlier sign-in has proved all but a second factor, that is what is asked for; but who was
 * given a temporary password since begins with that.
 */
function afterCredit(
  { pool, client, user }: Candidate,
  { target, credit }: StepUp,
): SignIn | undefined {
  const isMissing =
    user?.status === 'CONFIRMED' && missingFactors(pool, user, credit, target).length > 0
  return isMissing ? { pool, client, user, proved: credit, target } : undefined
}

/** Signs in with the session that ConfirmSignUp gave, or SignUp where nothing was to be confirmed. */
async function autoSignIn(
  ctx: OperationContext,
  { pool, client }: ClientOfPool,
  name: string,
  text: string,
): Promise<InitiateAuthResponse> {
  const owner = { kind: 'AUTO_SIGN_IN', poolId: pool.id, clientId: client.id } as const
  const found = await findSession(ctx, text, owner)
  const user = ctx.users.find(pool, name)
  if (user?.username !== found.username) throw invalidSession()
  const proved = [found.proof ?? 'SIGN_UP'] as const
  return completeSignIn(ctx, { pool, client, user, proved }, found)
}
