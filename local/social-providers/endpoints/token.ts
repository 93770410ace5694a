import { checked, checksOf } from '../../core/ports/checks.ts'
import { OAuthError } from '../../authorization-server/errors.ts'
import { oauthJson } from '../../authorization-server/json-endpoint.ts'
import {
  parseParameters,
  readForm,
  requireFormParameter,
} from '../../authorization-server/parameters.ts'
import type { ProviderContext } from '../provider.ts'
import { idTokenOf } from '../id-token.ts'

/**
 * POST (Facebook: and GET) /token: an access token for a code, and an ID token at OpenID providers.
 *
 * Differs from the providers: no refresh tokens, since Cognito does not use them.
 *
 * @throws OAuthError invalid_request, unsupported_grant_type, invalid_client, invalid_grant
 */
export async function token(request: Request, ctx: ProviderContext): Promise<Response> {
  const { provider, client } = ctx
  const isGet = request.method === 'GET'
  const form = isGet ? parseParameters(new URL(request.url).searchParams) : await readForm(request)
  const checks = checksOf(request)
  checked(checks, 'grant_type', () => {
    const grantType = form.get('grant_type') ?? provider.defaultGrantType
    if (grantType === undefined) throw new OAuthError('invalid_request', 'grant_type is required')
    if (grantType !== 'authorization_code') throw new OAuthError('unsupported_grant_type')
  })
  await checked(checks, 'client_secret', () => provider.checkClient(ctx, request, form))

  const redeemed = await ctx.authorizationCodes.redeem({
    code: requireFormParameter(form, 'code'),
    clientId: client.id,
    redirectUri: requireFormParameter(form, 'redirect_uri'),
    codeVerifier: form.get('code_verifier'),
    checks,
  })
  const { grant } = redeemed
  if (grant.isRefused) throw new OAuthError('invalid_grant', 'Refused, as the page was asked to.')

  const access_token = await ctx.accessTokens.issue(grant)
  const id_token = await idTokenOf(ctx, grant, access_token)
  ctx.authorizationCodes.checkNotReplayed(redeemed)
  return oauthJson({
    access_token,
    token_type: provider.tokenType,
    expires_in: provider.accessTokenSeconds,
    ...(id_token !== undefined && { id_token }),
    ...(provider.namesScope === true && { scope: grant.scopes.join(' ') }),
  })
}
