import type {
  AdminInitiateAuthRequest,
  AdminInitiateAuthResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { adminFlows, beginAuth } from '../../challenges/auth-flows.ts'
import { requireClientOfPool, type OperationContext } from '../../context.ts'
import { behindServer } from '../../threat-protection/assessment/context-data.ts'
import type { With } from '../../operation.ts'

type Input = With<AdminInitiateAuthRequest, 'UserPoolId' | 'ClientId' | 'AuthFlow'>

/**
 * AdminInitiateAuth: starts a sign-in from a server, by the same flows as InitiateAuth but for the
 * password in clear text, which has one of its own here (ADMIN_USER_PASSWORD_AUTH). Either operation
 * goes on with what the other has begun.
 *
 * @param input `AuthParameters` may carry a password in clear text or a refresh token.
 * @throws ResourceNotFoundException, and those of `initiateAuth`
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminInitiateAuth.html
 */
export async function adminInitiateAuth(
  input: Input,
  ctx: OperationContext,
): Promise<AdminInitiateAuthResponse> {
  const found = requireClientOfPool(ctx, input.UserPoolId, input.ClientId)
  return beginAuth(behindServer(ctx, input.ContextData), found, input, adminFlows)
}
