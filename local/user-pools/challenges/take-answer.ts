import { checked } from '../../core/ports/checks.ts'
import type {
  RespondToAuthChallengeRequest,
  RespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import type { ClientOfPool, OperationContext } from '../context.ts'
import { checkSecretHash } from '../sign-in/secret-hash.ts'
import { findSessionKind, invalidSession } from '../sign-in/sessions.ts'
import { answerChallenge, findFurtherChallenge } from './answer-challenge.ts'
import { answerFirstFactor, isFirstFactorChallenge } from './first-factors/answer-first-factor.ts'
import { completeSignIn } from './complete-sign-in.ts'
import { answerCustomAuth } from './custom/answer-custom-auth.ts'
import { missingParameter, requireParameter, type Parameters } from './parameters.ts'

type Answer = Pick<
  RespondToAuthChallengeRequest,
  'ChallengeName' | 'ChallengeResponses' | 'ClientMetadata' | 'Session'
>

/**
 * Takes the answer to any challenge, of a sign-in that either operation has begun, and goes on.
 *
 * @throws NotAuthorizedException, InvalidParameterException, and those of the challenge
 */
export async function takeAnswer(
  ctx: OperationContext,
  found: ClientOfPool,
  { ChallengeName = '' as never, ChallengeResponses, ClientMetadata, Session }: Answer,
): Promise<RespondToAuthChallengeResponse> {
  const responses: Parameters = ChallengeResponses ?? {}
  const name = requireParameter(responses, 'USERNAME')
  await checked(ctx.checks, 'SECRET_HASH', () =>
    checkSecretHash(ctx, found.client, name, responses['SECRET_HASH']),
  )

  const kind = Session ? await findSessionKind(ctx, Session) : undefined
  if (Session && (kind === 'CUSTOM_AUTH' || ChallengeName === 'CUSTOM_CHALLENGE')) {
    return answerCustomAuth(ctx, found, Session, responses, { ChallengeName, ClientMetadata })
  }
  const further = await findFurtherChallenge(ctx, ChallengeName, Session)
  if (further) {
    if (!Session) throw missingParameter('Session')
    return completeSignIn(
      ctx,
      await answerChallenge(ctx, found, further, Session, responses, ClientMetadata),
    )
  }
  // Nothing here issues another challenge, so no session can be one of it.
  if (!isFirstFactorChallenge(ChallengeName)) throw invalidSession()
  const answer = {
    name: ChallengeName,
    session: Session,
    responses,
    clientMetadata: ClientMetadata,
  }
  const first = await answerFirstFactor(ctx, found, answer)
  if ('asked' in first) return first.asked
  const signIn = { ...first.signIn, clientMetadata: ClientMetadata }
  return completeSignIn(ctx, signIn, first.session)
}
