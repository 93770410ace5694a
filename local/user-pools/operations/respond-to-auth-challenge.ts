import type {
  RespondToAuthChallengeRequest,
  RespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { takeAnswer } from '../challenges/take-answer.ts'
import { requireClient, type OperationContext } from '../context.ts'
import { behindApp } from '../threat-protection/assessment/context-data.ts'
import type { With } from '../operation.ts'

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
  return takeAnswer(behindApp(ctx, found.client, input.UserContextData), found, input)
}
