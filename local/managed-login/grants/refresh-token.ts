import { requireFormParameter, type Parameters } from '../../authorization-server/parameters.ts'
import { refreshTokens } from '../../user-pools/tokens/refresh-tokens.ts'
import type { ClientOfDomain, ManagedLoginContext } from '../context.ts'
import { asInvalidGrant, toAnswer, type TokenAnswer } from './token-answer.ts'

/**
 * With a new refresh token only while the client rotates them.
 *
 * @throws OAuthError invalid_request, invalid_grant
 */
export async function refreshTokenGrant(
  ctx: ManagedLoginContext,
  { pool, client }: ClientOfDomain,
  form: Parameters,
): Promise<TokenAnswer> {
  const refreshToken = requireFormParameter(form, 'refresh_token')
  const trigger = { source: 'RefreshTokens' } as const
  return toAnswer(
    await asInvalidGrant(refreshTokens(ctx, { pool, client }, refreshToken, { trigger })),
  )
}
