import type {
  AdminRespondToAuthChallengeRequest,
  AdminRespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { takeAnswer } from '../../challenges/take-answer.ts'
import { requireClientOfPool, type OperationContext } from '../../context.ts'
import { behindServer } from '../../threat-protection/assessment/context-data.ts'
import type { With } from '../../operation.ts'

type Input = With<AdminRespondToAuthChallengeRequest, 'UserPoolId' | 'ClientId' | 'ChallengeName'>

/**
 * AdminRespondToAuthChallenge: goes on with a sign-in from a server, as RespondToAuthChallenge does.
 *
 * @throws ResourceNotFoundException, and those of `respondToAuthChallenge`
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminRespondToAuthChallenge.html
 */
export async function adminRespondToAuthChallenge(
  input: Input,
  ctx: OperationContext,
): Promise<AdminRespondToAuthChallengeResponse> {
  const found = requireClientOfPool(ctx, input.UserPoolId, input.ClientId)
  return takeAnswer(behindServer(ctx, input.ContextData), found, input)
}
