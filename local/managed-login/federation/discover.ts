import { parseUrl } from '../../core/encoding/parse-url.ts'
import type { Fetch } from '../../core/ports/fetch.ts'
import { callProvider } from './call-provider.ts'
import { FederationError } from './errors.ts'
import { readJsonObject } from './read-json.ts'

/** What a discovery document says, checked. */
export interface Discovered {
  issuer: string
  authorizeUrl: string
  tokenUrl: string
  userInfoUrl: string | undefined
  jwksUri: string
  knowsPkce: boolean
  namesIssuer: boolean
}

/**
 * Reads the discovery document of an OpenID provider. Its `issuer` has to be the one that it was
 * asked for, character by character (OpenID Connect Discovery 1.0, section 4.3).
 *
 * @throws FederationError
 */
export async function discover(fetch: Fetch, issuer: string): Promise<Discovered> {
  const url = `${issuer}/.well-known/openid-configuration`
  if (!isHttps(url)) throw unreadable(issuer)
  const request = new Request(url, { headers: { accept: 'application/json' } })
  const response = await callProvider(fetch, request, 'Timeout in calling discovery endpoint')
  const document = response.ok ? await readJsonObject(response) : undefined
  if (!document) throw unreadable(issuer)
  if (document.issuer !== issuer) {
    throw new FederationError(`The discovery document of ${issuer} is of another issuer`)
  }

  const { authorization_endpoint, token_endpoint, userinfo_endpoint, jwks_uri } = document
  const { code_challenge_methods_supported: methods } = document
  const isWhole = isHttps(authorization_endpoint) && isHttps(token_endpoint) && isHttps(jwks_uri)
  if (!isWhole) throw unreadable(issuer)
  return {
    issuer,
    authorizeUrl: authorization_endpoint,
    tokenUrl: token_endpoint,
    userInfoUrl: isHttps(userinfo_endpoint) ? userinfo_endpoint : undefined,
    jwksUri: jwks_uri,
    knowsPkce: Array.isArray(methods) && methods.includes('S256'),
    namesIssuer: document.authorization_response_iss_parameter_supported === true,
  }
}

/** Plain HTTP is for this computer alone. */
function isHttps(url: unknown): url is string {
  const parsed = typeof url === 'string' ? parseUrl(url) : undefined
  if (!parsed) return false
  const { protocol, hostname } = parsed
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return protocol === 'https:' || (protocol === 'http:' && isLoopback)
}

function unreadable(issuer: string): FederationError {
  return new FederationError(`The discovery document of ${issuer} cannot be read`)
}
