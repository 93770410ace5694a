import { OAuthError } from '../../authorization-server/errors.ts'
import type { Parameters } from '../../authorization-server/parameters.ts'
import { signJwt } from '../../core/crypto/jwt.ts'
import { randomUuid } from '../../core/ports/random.ts'
import type { ClientOfDomain, ManagedLoginContext } from '../context.ts'
import { customizeClientToken } from '../../user-pools/tokens/customize-tokens.ts'
import { changedAccessClaims } from '../../user-pools/tokens/change-claims.ts'
import { asInvalidGrant, type TokenAnswer } from './token-answer.ts'

/**
 * An access token for a confidential client itself, with scopes of a resource server: those with a
 * `/` in them. The pool's PreTokenGeneration trigger may change it, in its third version.
 *
 * @throws OAuthError unauthorized_client, invalid_request, invalid_grant where the trigger fails
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

  const scopes = [...new Set(asked)]
  const metadata = readMetadata(form.get('aws_client_metadata'))
  const changes = await asInvalidGrant(
    customizeClientToken(ctx, { pool, client }, scopes, metadata),
  )
  const iat = Math.floor(ctx.clock.now() / 1000)
  const { access } = await ctx.signingKeys.of(pool.id)
  const claims = {
    sub: client.id,
    token_use: 'access',
    scope: scopes.join(' '),
    auth_time: iat,
    iss: pool.issuer,
    exp: iat + client.accessTokenSeconds,
    iat,
    version: 2,
    jti: randomUuid(ctx.random),
    client_id: client.id,
  }
  return { access_token: await signJwt(access, changedAccessClaims(claims, changes)) }
}

/**
 * For the PreTokenGeneration trigger: JSON, an object of texts.
 *
 * @throws OAuthError invalid_request
 */
function readMetadata(text: string | undefined): Readonly<Record<string, string>> | undefined {
  if (text === undefined) return undefined
  const value = parse(text)
  const entries =
    typeof value === 'object' && value && !Array.isArray(value) && Object.entries(value)
  if (
    !entries ||
    !entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
  ) {
    throw new OAuthError('invalid_request', 'aws_client_metadata is no JSON object of texts')
  }
  return Object.fromEntries(entries)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
