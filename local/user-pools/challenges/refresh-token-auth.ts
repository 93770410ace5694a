import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider'
import type { ClientOfPool, OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import { checkSecretHash } from '../sign-in/secret-hash.ts'
import { refreshTokens } from '../tokens/refresh-tokens.ts'
import { requireParameter, type Parameters } from './parameters.ts'

/**
 * REFRESH_TOKEN_AUTH: new ID and access tokens, the refresh token stays. While the client rotates
 * there is only GetTokensFromRefreshToken.
 *
 * The secret hash is made over the username, never an alias, since nobody types a name here.
 */
export async function refreshTokenAuth(
  ctx: OperationContext,
  { pool, client }: ClientOfPool,
  parameters: Parameters,
): Promise<InitiateAuthResponse> {
  const { SECRET_HASH } = parameters
  if (client.secret !== undefined && SECRET_HASH === undefined) {
    await checkSecretHash(ctx, client, '', SECRET_HASH)
  }
  if (client.rotation) {
    throw new UserPoolError(
      'UnsupportedOperationException',
      'This API does not support refresh token rotation',
    )
  }
  if (!client.explicitAuthFlows.includes('ALLOW_REFRESH_TOKEN_AUTH')) {
    throw new UserPoolError('InvalidParameterException', 'Auth flow not enabled for this client')
  }
  const AuthenticationResult = await refreshTokens(
    ctx,
    { pool, client },
    requireParameter(parameters, 'REFRESH_TOKEN'),
    {
      deviceKey: parameters['DEVICE_KEY'],
      trigger: { source: 'RefreshTokens' },
      checkUser: ({ username }) => checkSecretHash(ctx, client, username, SECRET_HASH),
    },
  )
  return { AuthenticationResult, ChallengeParameters: {} }
}
