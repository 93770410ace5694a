import type {
  RespondToAuthChallengeRequest,
  RespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import type { ClientOfPool, OperationContext } from '../../context.ts'
import { findSession, invalidSession, type FoundSession } from '../../sign-in/sessions.ts'
import { parseTimestamp } from '../../srp/timestamp.ts'
import { verifyAuthChallengeResponse, type PastChallenge } from '../../triggers/auth-challenge.ts'
import { findCandidateAtDevice, type Candidate } from '../first-factors/candidate.ts'
import { proveBySrp } from '../first-factors/password-proof.ts'
import { completeSignIn } from '../complete-sign-in.ts'
import { nextStep } from '../next-step.ts'
import { requireParameter, type Parameters } from '../parameters.ts'
import { goOnAsDefined } from './go-on-as-defined.ts'

type Answer = Pick<RespondToAuthChallengeRequest, 'ChallengeName' | 'ClientMetadata'>

/**
 * Takes the answer to a challenge of CUSTOM_AUTH and asks the functions what comes of it. A wrong one
 * is an answer, too: what it leads to is theirs to say.
 *
 * @throws NotAuthorizedException, InvalidParameterException, and those of the functions
 */
export async function answerCustomAuth(
  ctx: OperationContext,
  place: ClientOfPool,
  text: string,
  responses: Parameters,
  { ChallengeName, ClientMetadata: clientMetadata }: Answer,
): Promise<RespondToAuthChallengeResponse> {
  const { pool, client } = place
  const owner = { kind: 'CUSTOM_AUTH', poolId: pool.id, clientId: client.id } as const
  const session = await findSession(ctx, text, owner)
  const name = requireParameter(responses, 'USERNAME')
  const candidate = await findCandidateAtDevice(ctx, place, name, responses['DEVICE_KEY'])
  if (candidate.username !== session.username || session.asked !== ChallengeName) {
    throw invalidSession()
  }
  const { proved, history } = session
  const step = { ...place, candidate, name: session.name, proved, history, clientMetadata, session }
  if (ChallengeName === 'CUSTOM_CHALLENGE') {
    const past = await answered(ctx, place, candidate, session, responses, clientMetadata)
    return goOnAsDefined(ctx, { ...step, history: [...history, past] })
  }

  const signIn = await proveBySrp(ctx, candidate, {
    signature: requireParameter(responses, 'PASSWORD_CLAIM_SIGNATURE'),
    secretBlock: requireParameter(responses, 'PASSWORD_CLAIM_SECRET_BLOCK'),
    timestampMs: parseTimestamp(requireParameter(responses, 'TIMESTAMP')),
  })
  // A second factor is asked for by the pool itself, and then nothing more by the functions.
  if (nextStep(ctx, signIn) !== 'done') {
    return completeSignIn(ctx, { ...signIn, clientMetadata }, session)
  }
  const past = { challengeName: 'PASSWORD_VERIFIER', challengeResult: true }
  return goOnAsDefined(ctx, { ...step, proved: signIn.proved, history: [...history, past] })
}

async function answered(
  ctx: OperationContext,
  place: ClientOfPool,
  { user }: Candidate,
  { name, history, privateParameters = {}, metadata }: FoundSession<'CUSTOM_AUTH'>,
  responses: Parameters,
  clientMetadata: Readonly<Record<string, string>> | undefined,
): Promise<PastChallenge> {
  const answer = requireParameter(responses, 'ANSWER')
  const told = { ...place, user, name, history, clientMetadata }
  return {
    challengeName: 'CUSTOM_CHALLENGE',
    challengeResult: await verifyAuthChallengeResponse(ctx, told, privateParameters, answer),
    ...(metadata !== undefined && { challengeMetadata: metadata }),
  }
}
