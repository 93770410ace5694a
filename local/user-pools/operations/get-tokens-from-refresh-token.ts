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
 *   RefreshTokenReuseException, and those of the PreTokenGeneration trigger
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetTokensFromRefreshToken.html
 */
export async function getTokensFromRefreshToken(
  input: Input,
  ctx: OperationContext,
): Promise<GetTokensFromRefreshTokenResponse> {
  const found = requireClient(ctx, input.ClientId)
  checkClientSecret(ctx, found.client, input.ClientSecret)
  const AuthenticationResult = await refreshTokens(ctx, found, input.RefreshToken, {
    deviceKey: input.DeviceKey,
    // So AWS's table of operations has it, whose table of sources would have RefreshTokens.
    trigger: { source: 'Authentication', clientMetadata: input.ClientMetadata },
  })
  return { AuthenticationResult }
}
