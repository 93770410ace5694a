import { parseUrl } from '../../../../core/encoding/parse-url.ts'
import type { IdentityProviderType } from '../../../../user-pools/config.ts'
import type { PropertyReader } from '../../../property-reader.ts'
import { Fault } from '../../../template-error.ts'

interface Keys {
  required: readonly string[]
  optional: readonly string[]
}

const shared = ['client_id', 'client_secret', 'authorize_scopes']

/** Found by discovery unless they stand here, and then all of them do. */
const endpoints = ['authorize_url', 'token_url', 'attributes_url', 'jwks_uri']

/** What Cognito tells of a provider and takes back unchanged. */
const told = ['attributes_url_add_attributes', 'token_request_method']
const fixed = [...told, 'attributes_url', 'authorize_url', 'oidc_issuer', 'token_url']

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html */
const keys: Readonly<Record<IdentityProviderType, Keys>> = {
  Facebook: { required: shared, optional: ['api_version', ...fixed] },
  Google: { required: shared, optional: fixed },
  LoginWithAmazon: { required: shared, optional: fixed },
  OIDC: {
    required: [...shared, 'attributes_request_method', 'oidc_issuer'],
    optional: [...endpoints, ...told],
  },
  SignInWithApple: {
    required: ['client_id', 'team_id', 'key_id', 'private_key', 'authorize_scopes'],
    optional: fixed,
  },
}

/** `ProviderDetails` with the keys that its type needs, and no other ones. */
export function readProviderDetails(
  provider: PropertyReader,
  type: IdentityProviderType,
): Record<string, string> {
  const details = provider.map('ProviderDetails')
  if (!details) throw new Fault(provider.at, `${provider.path} needs ProviderDetails.`)
  const { required, optional } = keys[type]
  const wanted = [...required, ...optional.filter((key) => details.has(key))]
  const values = Object.fromEntries(
    wanted.map((key) => [key, details.requiredString(key)] as const),
  )
  if (type === 'OIDC') checkOidc(details, values)
  return values
}

function checkOidc(details: PropertyReader, values: Readonly<Record<string, string>>): void {
  details.oneOf('attributes_request_method', ['GET', 'POST'])
  if (!values.authorize_scopes?.split(' ').includes('openid')) {
    details.problem('authorize_scopes', 'must have openid.')
  }
  const given = endpoints.filter((key) => details.has(key))
  const missing = endpoints.find((key) => !details.has(key))
  if (given.length > 0 && missing !== undefined) {
    details.problem(given[0] ?? '', `stands with ${endpoints.join(', ')}, or alone with none.`)
  }
  for (const key of ['oidc_issuer', ...given]) {
    const fault = urlFault(values[key] ?? '', key)
    if (fault !== undefined) details.problem(key, fault)
  }
}

/** AWS calls a provider by TLS, on the usual ports; loopback stands in for that here. */
function urlFault(text: string, key: string): string | undefined {
  const url = parseUrl(text)
  if (!url) return 'must be a URL.'
  const { protocol, hostname, port, search, hash } = url
  const isLoopback =
    /^https?:$/.test(protocol) && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  if (protocol !== 'https:' && !isLoopback) return 'must be an https: URL.'
  if (!isLoopback && port !== '' && port !== '80') return 'must be on the port 443 or 80.'
  if (key !== 'oidc_issuer') return undefined
  if (text.endsWith('/')) return 'must be without a slash at its end.'
  return search || hash ? 'must be without a query and a fragment.' : undefined
}
