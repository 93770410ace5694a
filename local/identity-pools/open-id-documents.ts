import type { OpenIdTokens } from './open-id-tokens.ts'
import { openIdIssuer, openIdProviderName } from './open-id-issuer.ts'

const root = `/${openIdProviderName}/.well-known`

/** Where these documents are on the Cognito port, below AWS's host name for them. */
const openIdPaths = {
  configuration: `${root}/openid-configuration`,
  keys: `${root}/jwks_uri`,
}

/**
 * Discovery and keys of the identity pools' own tokens (OpenID Connect Discovery 1.0, section 4).
 *
 * @returns undefined for every other request.
 */
export async function answerOpenIdDocument(
  request: Request,
  tokens: OpenIdTokens,
): Promise<Response | undefined> {
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET') return undefined
  if (pathname.endsWith(openIdPaths.keys)) return document(await tokens.keySet())
  if (!pathname.endsWith(openIdPaths.configuration)) return undefined
  const base = pathname.slice(0, -openIdPaths.configuration.length)
  return document({
    issuer: openIdIssuer,
    jwks_uri: `${origin}${base}${openIdPaths.keys}`,
    authorization_endpoint: `${openIdIssuer}/authorize`,
    response_types_supported: ['token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  })
}

function document(body: object): Response {
  return Response.json(body, { headers: { 'access-control-allow-origin': '*' } })
}
