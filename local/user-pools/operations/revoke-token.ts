import type {
  RevokeTokenRequest,
  RevokeTokenResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { decodeJwt } from '../../core/crypto/jwt.ts'
import { requireClient, type OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import type { With } from '../operation.ts'
import { checkClientSecret } from '../tokens/client-secret.ts'
import { readRefreshToken } from '../tokens/refresh-token.ts'
import { revokeFamily, tokenFamilies } from '../tokens/token-family.ts'

type Input = With<RevokeTokenRequest, 'ClientId' | 'Token'>

/**
 * RevokeToken: ends one sign-in, the refresh tokens that replaced the given one included. May be
 * repeated; a token that is not known is none that could be used, so it is no error (RFC 7009,
 * section 2.2).
 *
 * @throws ResourceNotFoundException, UnauthorizedException (wrong secret, or a token of another
 *   client), UnsupportedOperationException, UnsupportedTokenTypeException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RevokeToken.html
 */
export async function revokeToken(
  input: Input,
  ctx: OperationContext,
): Promise<RevokeTokenResponse> {
  const { pool, client } = requireClient(ctx, input.ClientId)
  checkClientSecret(ctx, client, input.ClientSecret)
  if (!client.enableTokenRevocation) {
    throw new UserPoolError(
      'UnsupportedOperationException',
      'Token revocation is not enabled for this client',
    )
  }
  if (decodeJwt(input.Token)) {
    throw new UserPoolError('UnsupportedTokenTypeException', 'Unsupported token type')
  }
  const token = await readRefreshToken(ctx, input.Token)

  const family = token && tokenFamilies(ctx.store).get(token.eventId)
  if (family?.poolId !== pool.id) return {}
  if (family.clientId !== client.id) {
    throw new UserPoolError('UnauthorizedException', 'Invalid client or secret')
  }
  revokeFamily(ctx.store, family.eventId)
  return {}
}
