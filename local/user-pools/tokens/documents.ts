import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'

type DocumentContext = Pick<OperationContext, 'pools' | 'signingKeys'>

const headers = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, OPTIONS',
  'access-control-allow-headers': '*',
}

// A day in AWS. Here a reset makes new keys, and browsers would go on with the old ones.
const cacheable = 'public, max-age=60'

/**
 * What an issuer publishes below its URL: `jwks.json` (RFC 7517, section 5) and
 * `openid-configuration` (OpenID Connect Discovery 1.0, section 4). Open to every origin.
 *
 * @param domainUrl where managed login of a pool answers, without trailing slash.
 * @returns undefined for every other path.
 */
export async function answerWellKnown(
  ctx: DocumentContext,
  request: Request,
  domainUrl: (poolId: string) => string | undefined,
): Promise<Response | undefined> {
  const path = /\/([^/]+)\/\.well-known\/(jwks\.json|openid-configuration)$/
  const [, poolId = '', name = ''] = path.exec(new URL(request.url).pathname) ?? []
  if (name === '') return undefined
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers })
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return json(request, 405, { message: 'Method not allowed' })
  }
  const pool = ctx.pools().find(({ id }) => id === poolId)
  if (!pool) return json(request, 404, { message: `User pool ${poolId} does not exist.` })

  if (name === 'openid-configuration')
    return json(request, 200, discovery(pool, domainUrl(pool.id)))
  const { id, access } = await ctx.signingKeys.of(pool.id)
  return json(request, 200, { keys: [id.publicJwk, access.publicJwk] })
}

function discovery(
  { issuer, documentsUrl = issuer }: UserPoolConfig,
  domainUrl: string | undefined,
): object {
  const endpoints = domainUrl !== undefined && {
    authorization_endpoint: `${domainUrl}/oauth2/authorize`,
    end_session_endpoint: `${domainUrl}/logout`,
    revocation_endpoint: `${domainUrl}/oauth2/revoke`,
    token_endpoint: `${domainUrl}/oauth2/token`,
    userinfo_endpoint: `${domainUrl}/oauth2/userInfo`,
  }
  return {
    ...endpoints,
    id_token_signing_alg_values_supported: ['RS256'],
    issuer,
    jwks_uri: `${documentsUrl}/.well-known/jwks.json`,
    response_types_supported: ['code', 'token'],
    scopes_supported: ['openid', 'email', 'phone', 'profile'],
    subject_types_supported: ['public'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  }
}

function json(request: Request, status: number, body: object): Response {
  return new Response(request.method === 'HEAD' ? null : JSON.stringify(body), {
    status,
    headers: {
      ...headers,
      'content-type': 'application/json',
      'cache-control': status === 200 ? cacheable : 'no-store',
    },
  })
}
