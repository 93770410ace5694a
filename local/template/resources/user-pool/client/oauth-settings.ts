import { parseUrl } from '../../../../core/encoding/parse-url.ts'
import type { AppClientConfig } from '../../../../user-pools/config.ts'
import { findUnknownScope, invalidScope, ownScopes } from '../../../../user-pools/pools/scopes.ts'
import type { PropertyReader } from '../../../property-reader.ts'

const flows = ['code', 'implicit', 'client_credentials'] as const

type OAuthSettings = Pick<
  AppClientConfig,
  | 'allowedOAuthFlows'
  | 'allowedOAuthScopes'
  | 'allowedOAuthFlowsUserPoolClient'
  | 'callbackUrls'
  | 'logoutUrls'
>

/** @param scopes of the resource servers of the client's pool. */
export function readOAuthSettings(
  client: PropertyReader,
  scopes: readonly string[],
  hasServers: boolean,
): OAuthSettings {
  const settings = {
    allowedOAuthFlows: client.listOf('AllowedOAuthFlows', flows) ?? [],
    allowedOAuthScopes: readScopes(client, scopes, hasServers),
    allowedOAuthFlowsUserPoolClient: client.boolean('AllowedOAuthFlowsUserPoolClient') ?? false,
    callbackUrls: readUrls(client, 'CallbackURLs'),
    logoutUrls: readUrls(client, 'LogoutURLs'),
  }
  const { allowedOAuthFlows, allowedOAuthFlowsUserPoolClient, callbackUrls } = settings
  if (allowedOAuthFlows.length > 0 && !allowedOAuthFlowsUserPoolClient) {
    client.problem('AllowedOAuthFlows', 'have no effect without AllowedOAuthFlowsUserPoolClient.')
  }
  if (allowedOAuthFlows.includes('client_credentials') && allowedOAuthFlows.length > 1) {
    client.problem('AllowedOAuthFlows', 'client_credentials must stand alone.')
  }
  if (
    allowedOAuthFlows.includes('client_credentials') &&
    client.boolean('GenerateSecret') !== true
  ) {
    client.problem('AllowedOAuthFlows', 'client_credentials needs a client secret: GenerateSecret.')
  }
  for (const name of ['AllowedOAuthFlows', 'AllowedOAuthScopes']) {
    if (allowedOAuthFlowsUserPoolClient && !client.strings(name)?.length) {
      client.problem(name, 'are required by AllowedOAuthFlowsUserPoolClient.')
    }
  }
  const redirects = allowedOAuthFlows.some((flow) => flow !== 'client_credentials')
  if (redirects && callbackUrls.length === 0) {
    client.problem('CallbackURLs', 'are needed by the flows code and implicit.')
  }
  const defaultUri = client.string('DefaultRedirectURI')
  if (defaultUri !== undefined && !callbackUrls.includes(defaultUri)) {
    client.problem('DefaultRedirectURI', 'must be one of the CallbackURLs.')
  }
  return settings
}

/**
 * A resource server's scope is `<identifier>/<name>`; the identifier is often a URL. Where a template
 * has none at all, they may be made beside it, and nobody can tell.
 */
function readScopes(
  client: PropertyReader,
  ofServers: readonly string[],
  hasServers: boolean,
): string[] {
  const allowed = client.strings('AllowedOAuthScopes') ?? []
  const strange = allowed.find(
    (scope) => !ownScopes.includes(scope) && !/^\S+\/[^/\s]+$/.test(scope),
  )
  if (strange !== undefined) {
    client.problem('AllowedOAuthScopes', `${JSON.stringify(strange)} is no scope of Cognito’s.`)
  }
  const unknown = findUnknownScope(
    allowed.filter((scope) => scope !== strange),
    ofServers,
  )
  if (unknown !== undefined && hasServers) {
    client.problem('AllowedOAuthScopes', `${invalidScope(unknown)}.`)
  } else if (unknown !== undefined) {
    client.notEmulated(
      'AllowedOAuthScopes',
      `no resource server of this template has ${unknown}, and AWS refuses a scope that none has`,
    )
  }
  return allowed
}

function readUrls(client: PropertyReader, name: string): string[] {
  const urls = client.strings(name) ?? []
  if (urls.length > 100) client.problem(name, 'may have 100 URLs at most.')
  for (const url of urls) {
    if (!isRedirectUrl(url)) {
      client.problem(
        name,
        `${JSON.stringify(url)} must be an https:, loopback http: or app URL, with no fragment.`,
      )
    }
  }
  return urls
}

/** Exact, as Cognito is: port, path and trailing slash count when a redirect is compared. */
function isRedirectUrl(text: string): boolean {
  const url = parseUrl(text)
  if (text.length > 1024 || text.includes('#') || !url) return false
  const { protocol, hostname } = url
  return protocol !== 'http:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
