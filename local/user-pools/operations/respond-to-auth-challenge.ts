import type {
  RespondToAuthChallengeRequest,
  RespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { answerChallenge, findFurtherChallenge } from '../challenges/answer-challenge.ts'
import { answerFirstFactor, isFirstFactorChallenge } from '../challenges/answer-first-factor.ts'
import { completeSignIn } from '../challenges/complete-sign-in.ts'
import { missingParameter, requireParameter, type Parameters } from '../challenges/parameters.ts'
import { requireClient, type OperationContext } from '../context.ts'
import type { With } from '../operation.ts'
import { checkSecretHash } from '../sign-in/secret-hash.ts'
import { invalidSession } from '../sign-in/sessions.ts'

type Input = With<RespondToAuthChallengeRequest, 'ClientId' | 'ChallengeName'>

/**
 * RespondToAuthChallenge: goes on with a sign-in. A session stays good across wrong answers and
 * ends with the sign-in it leads to.
 *
 * @throws ResourceNotFoundException, NotAuthorizedException, InvalidParameterException,
 *   UserNotFoundException, UserNotConfirmedException, PasswordResetRequiredException,
 *   InvalidPasswordException, PasswordHistoryPolicyViolationException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html
 */
export async function respondToAuthChallenge(
  input: Input,
  ctx: OperationContext,
): Promise<RespondToAuthChallengeResponse> {
  const found = requireClient(ctx, input.ClientId)
  const responses: Parameters = input.ChallengeResponses ?? {}
  const name = requireParameter(responses, 'USERNAME')
  await checkSecretHash(ctx, found.client, name, responses['SECRET_HASH'])

  const { ChallengeName, Session } = input
  const further = await findFurtherChallenge(ctx, ChallengeName, Session)
  if (further) {
    if (!Session) throw missingParameter('Session')
    const { ClientMetadata } = input
    return completeSignIn(
      ctx,
      await answerChallenge(ctx, found, further, Session, responses, ClientMetadata),
    )
  }
  // Nothing here issues another challenge, so no session can be one of it.
  if (!isFirstFactorChallenge(ChallengeName)) throw invalidSession()
  const { ClientMetadata: clientMetadata } = input
  const answer = { name: ChallengeName, session: Session, responses, clientMetadata }
  const first = await answerFirstFactor(ctx, found, answer)
  return 'asked' in first ? first.asked : completeSignIn(ctx, first.signIn, first.session)
}
