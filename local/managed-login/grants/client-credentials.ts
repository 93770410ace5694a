import { OAuthError } from '../../authorization-server/errors.ts'
import type { Parameters } from '../../authorization-server/parameters.ts'
import { signJwt } from '../../core/crypto/jwt.ts'
import { randomUuid } from '../../core/ports/random.ts'
import type { ClientOfDomain, ManagedLoginContext } from '../context.ts'
import type { TokenAnswer } from './token-answer.ts'

/**
 * An access token for a confidential client itself, with scopes of a resource server: those with a
 * `/` in them.
 *
 * @throws OAuthError unauthorized_client, invalid_request
 */
export async function clientCredentialsGrant(
  ctx: ManagedLoginContext,
  { pool, client }: ClientOfDomain,
  form: Parameters,
): Promise<TokenAnswer> {
  const isAllowed = client.allowedOAuthFlows.includes('client_credentials')
  const custom = client.allowedOAuthScopes.filter((scope) => scope.includes('/'))
  if (!isAllowed || client.secret === undefined || custom.length === 0) {
    throw new OAuthError('unauthorized_client')
  }
  const asked = (form.get('scope') ?? custom.join(' ')).split(' ').filter(Boolean)
  if (!asked.every((scope) => custom.includes(scope))) {
    throw new OAuthError('invalid_request', 'invalid_scope')
  }

  const iat = Math.floor(ctx.clock.now() / 1000)
  const { access } = await ctx.signingKeys.of(pool.id)
  const claims = {
    sub: client.id,
    token_use: 'access',
    scope: [...new Set(asked)].join(' '),
    auth_time: iat,
    iss: pool.issuer,
    exp: iat + client.accessTokenSeconds,
    iat,
    version: 2,
    jti: randomUuid(ctx.random),
    client_id: client.id,
  }
  return { access_token: await signJwt(access, claims) }
}
