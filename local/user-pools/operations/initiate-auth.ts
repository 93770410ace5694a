import type {
  InitiateAuthRequest,
  InitiateAuthResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { beginAuth, publicFlows } from '../challenges/auth-flows.ts'
import { requireClient, type OperationContext } from '../context.ts'
import { behindApp } from '../threat-protection/assessment/context-data.ts'
import type { With } from '../operation.ts'

type Input = With<InitiateAuthRequest, 'ClientId' | 'AuthFlow'>

/**
 * InitiateAuth: starts a sign-in, or refreshes tokens (REFRESH_TOKEN_AUTH).
 *
 * @param input `AuthParameters` may carry a password in clear text or a refresh token.
 * @throws ResourceNotFoundException, NotAuthorizedException, InvalidParameterException,
 *   UserNotFoundException, UserNotConfirmedException, PasswordResetRequiredException,
 *   UnsupportedOperationException, FeatureUnavailableInTierException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html
 */
export async function initiateAuth(
  input: Input,
  ctx: OperationContext,
): Promise<InitiateAuthResponse> {
  const found = requireClient(ctx, input.ClientId)
  const behind = behindApp(ctx, found.client, input.UserContextData)
  return beginAuth(behind, found, input, publicFlows)
}
