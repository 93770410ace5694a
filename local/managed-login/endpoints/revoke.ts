import { OAuthError } from '../../authorization-server/errors.ts'
import { oauthJson } from '../../authorization-server/json-endpoint.ts'
import { readForm, requireFormParameter } from '../../authorization-server/parameters.ts'
import { UserPoolError, type UserPoolErrorCode } from '../../user-pools/errors.ts'
import { revokeToken } from '../../user-pools/operations/revoke-token.ts'
import { requireAuthenticatedClient } from '../checks/client-authentication.ts'
import type { ManagedLoginContext } from '../context.ts'

/** What RevokeToken says, in the words of RFC 7009, section 2.2.1. */
const asOAuth: Partial<Record<UserPoolErrorCode, OAuthError>> = {
  UnauthorizedException: new OAuthError('invalid_client'),
  UnsupportedOperationException: new OAuthError('invalid_request'),
  UnsupportedTokenTypeException: new OAuthError('unsupported_token_type'),
}

/**
 * POST /oauth2/revoke: ends the sign-in that a refresh token belongs to. Empty, and the same for a
 * token that nobody knows.
 *
 * @throws OAuthError invalid_request, unsupported_token_type
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/revocation-endpoint.html
 */
export async function revoke(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  try {
    const form = await readForm(request)
    const Token = requireFormParameter(form, 'token')
    const { client } = requireAuthenticatedClient(ctx, request, form)
    const secret = client.secret === undefined ? {} : { ClientSecret: client.secret }
    await revokeToken({ ClientId: client.id, Token, ...secret }, ctx)
  } catch (error) {
    const refusal = (error instanceof UserPoolError && asOAuth[error.code]) || error
    if (!(refusal instanceof OAuthError) || refusal.code !== 'invalid_client') throw refusal
    // Here, unlike at the token endpoint, Cognito answers as RFC 7009 has it.
    return oauthJson(refusal.toParameters(), 401)
  }
  return new Response(null, { status: 200, headers: { 'cache-control': 'no-store' } })
}
