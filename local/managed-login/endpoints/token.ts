import { checked } from '../../core/ports/checks.ts'
import { OAuthError } from '../../authorization-server/errors.ts'
import { oauthJson } from '../../authorization-server/json-endpoint.ts'
import {
  readForm,
  requireFormParameter,
  type Parameters,
} from '../../authorization-server/parameters.ts'
import { requireAuthenticatedClient } from '../checks/client-authentication.ts'
import type { ClientOfDomain, ManagedLoginContext } from '../context.ts'
import { codeGrant } from '../grants/authorization-code.ts'
import { clientCredentialsGrant } from '../grants/client-credentials.ts'
import { refreshTokenGrant } from '../grants/refresh-token.ts'
import type { TokenAnswer } from '../grants/token-answer.ts'

type GrantType = (
  ctx: ManagedLoginContext,
  found: ClientOfDomain,
  form: Parameters,
) => Promise<TokenAnswer>

const grantTypes: ReadonlyMap<string, GrantType> = new Map([
  ['authorization_code', codeGrant],
  ['refresh_token', refreshTokenGrant],
  ['client_credentials', clientCredentialsGrant],
])

/**
 * POST /oauth2/token: tokens for a code, a refresh token or a client's own secret.
 *
 * @throws OAuthError invalid_request, unsupported_grant_type, invalid_client, unauthorized_client,
 *   invalid_grant
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
 */
export async function token(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  const form = await readForm(request)
  const grant = checked(ctx.checks, 'grant_type', () => {
    const known = grantTypes.get(requireFormParameter(form, 'grant_type'))
    if (!known) throw new OAuthError('unsupported_grant_type')
    return known
  })
  const found = checked(ctx.checks, 'client_id', () =>
    requireAuthenticatedClient(ctx, request, form),
  )
  checked(ctx.checks, 'client', () => {
    if (!found.client.allowedOAuthFlowsUserPoolClient) throw new OAuthError('unauthorized_client')
  })

  const tokens = await grant(ctx, found, form)
  const expires_in = found.client.accessTokenSeconds
  return oauthJson({ ...tokens, expires_in, token_type: 'Bearer' })
}
