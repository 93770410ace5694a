import type { ClientOfPool, OperationContext } from '../../context.ts'
import { findSession, invalidSession } from '../../sign-in/sessions.ts'
import { parseTimestamp } from '../../srp/timestamp.ts'
import { findCandidateAtDevice, type Candidate } from './candidate.ts'
import type { Choice, FirstAnswer } from './first-factor.ts'
import { goOnWith, isFirstFactor, steppedUp } from './first-factor-table.ts'
import { missingParameter, requireParameter, type Parameters } from '../parameters.ts'
import { proveBySrp } from './password-proof.ts'

/** Whether it is a challenge that comes before the first proof. */
export function isFirstFactorChallenge(name: string): boolean {
  return name === 'SELECT_CHALLENGE' || name === 'PASSWORD_VERIFIER' || isFirstFactor(name)
}

export interface ChallengeAnswer {
  name: string
  /** `Session`, which the PASSWORD_VERIFIER of USER_SRP_AUTH has none of. */
  session: string | undefined
  responses: Parameters
  /** For the triggers. */
  clientMetadata?: Readonly<Record<string, string>> | undefined
}

/**
 * Takes the answer to a challenge before the first proof: a choice, what it needs, or an SRP proof.
 *
 * @throws NotAuthorizedException, InvalidParameterException, UserNotFoundException,
 *   PasswordResetRequiredException, and those of a one-time code
 */
export async function answerFirstFactor(
  ctx: OperationContext,
  place: ClientOfPool,
  { name, session: text, responses, clientMetadata }: ChallengeAnswer,
): Promise<FirstAnswer> {
  if (name === 'PASSWORD_VERIFIER') return answerPasswordVerifier(ctx, place, text, responses)
  const isChoice = name === 'SELECT_CHALLENGE'
  const factor = isChoice ? requireParameter(responses, 'ANSWER') : name
  if (!text) throw missingParameter('Session')
  const found = await findCandidateAtDevice(
    ctx,
    place,
    requireParameter(responses, 'USERNAME'),
    responses['DEVICE_KEY'],
  )
  const session = await findFirstFactorSession(ctx, found, text)
  const candidate = { ...found, stepUp: session.found.stepUp }
  const given = { ...(!isChoice && { challenge: name }), parameters: responses, clientMetadata }
  return goOnWith(ctx, factor, { candidate, session }, given)
}

async function answerPasswordVerifier(
  ctx: OperationContext,
  place: ClientOfPool,
  text: string | undefined,
  responses: Parameters,
): Promise<FirstAnswer> {
  const claim = {
    signature: requireParameter(responses, 'PASSWORD_CLAIM_SIGNATURE'),
    secretBlock: requireParameter(responses, 'PASSWORD_CLAIM_SECRET_BLOCK'),
    timestampMs: parseTimestamp(requireParameter(responses, 'TIMESTAMP')),
  }
  const found = await findCandidateAtDevice(
    ctx,
    place,
    requireParameter(responses, 'USERNAME'),
    responses['DEVICE_KEY'],
  )
  const session = text ? await findFirstFactorSession(ctx, found, text) : undefined
  const candidate = { ...found, stepUp: session?.found.stepUp }
  const signIn = await proveBySrp(ctx, candidate, claim)
  return steppedUp({ candidate, session }, { signIn, session: session?.found })
}

/** @throws NotAuthorizedException unless it is a session of this very sign-in. */
async function findFirstFactorSession(
  ctx: OperationContext,
  { pool, client, username }: Candidate,
  text: string,
): Promise<NonNullable<Choice['session']>> {
  const owner = { kind: 'FIRST_FACTOR', poolId: pool.id, clientId: client.id } as const
  const found = await findSession(ctx, text, owner)
  if (found.username !== username) throw invalidSession()
  return { text, found }
}
