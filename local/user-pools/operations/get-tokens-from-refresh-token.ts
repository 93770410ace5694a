import type {
  GetTokensFromRefreshTokenRequest,
  GetTokensFromRefreshTokenResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { requireClient, type OperationContext } from '../context.ts'
import type { With } from '../operation.ts'
import { checkClientSecret } from '../tokens/client-secret.ts'
import { refreshTokens } from '../tokens/refresh-tokens.ts'

type Input = With<GetTokensFromRefreshTokenRequest, 'ClientId' | 'RefreshToken'>

/**
 * GetTokensFromRefreshToken: new ID and access tokens; a new refresh token too while the client
 * rotates. What Amplify refreshes with.
 *
 * @throws ResourceNotFoundException, UnauthorizedException, NotAuthorizedException,
 *   RefreshTokenReuseException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetTokensFromRefreshToken.html
 */
export async function getTokensFromRefreshToken(
  input: Input,
  ctx: OperationContext,
): Promise<GetTokensFromRefreshTokenResponse> {
  const found = requireClient(ctx, input.ClientId)
  checkClientSecret(ctx, found.client, input.ClientSecret)
  return {
    AuthenticationResult: await refreshTokens(ctx, found, input.RefreshToken, input.DeviceKey),
  }
}
