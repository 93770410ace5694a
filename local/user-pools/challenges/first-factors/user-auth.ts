import type {
  InitiateAuthRequest,
  InitiateAuthResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import type { ClientOfPool, OperationContext } from '../../context.ts'
import { UserPoolError } from '../../errors.ts'
import { findSession, invalidSession } from '../../sign-in/sessions.ts'
import { beginStepUp } from '../../step-up/begin-step-up.ts'
import { findKnownDevice } from '../../devices/known-device.ts'
import { preAuthentication } from '../../triggers/authentication.ts'
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
  if (session !== undefined) {
    const arrival = { ...clientOfPool, name, deviceKey: parameters['DEVICE_KEY'] }
    return autoSignIn(ctx, arrival, session, ClientMetadata)
  }

  const found = await findArrival(ctx, clientOfPool, name, parameters['DEVICE_KEY'], ClientMetadata)
  const offered = offeredFactors(ctx, found)
  const stepUp = await beginStepUp(ctx, found, parameters, offered)
  const further = stepUp && afterCredit(found, stepUp)
  if (further) return completeSignIn(ctx, further)
  const candidate = { ...found, stepUp }
  const choices = stepUp ? offeredFactors(ctx, candidate) : offered
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

interface AutoSignIn extends ClientOfPool {
  /** As it was typed: the name of whoever the session is for. */
  name: string
  deviceKey: string | undefined
}

/**
 * Signs in with the session that ConfirmSignUp gave, or SignUp where nothing was to be confirmed. It
 * says who they are; PreAuthentication has its say as at any sign-in.
 */
async function autoSignIn(
  ctx: OperationContext,
  { pool, client, name, deviceKey }: AutoSignIn,
  text: string,
  validationData: Readonly<Record<string, string>> | undefined,
): Promise<InitiateAuthResponse> {
  const owner = { kind: 'AUTO_SIGN_IN', poolId: pool.id, clientId: client.id } as const
  const found = await findSession(ctx, text, owner)
  const before = ctx.users.find(pool, name)
  if (before?.username !== found.username) throw invalidSession()
  await preAuthentication(ctx, { pool, client, user: before, name }, validationData)
  // The trigger may have changed or removed them.
  const user = ctx.users.findBySub(pool, before.sub)
  if (!user) throw invalidSession()
  const device = findKnownDevice(ctx, pool, user, deviceKey)
  const proved = [found.proof ?? 'SIGN_UP'] as const
  return completeSignIn(ctx, { pool, client, user, proved, device }, found)
}
