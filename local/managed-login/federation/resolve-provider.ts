import type { Clock } from '../../core/ports/clock.ts'
import type { Fetch } from '../../core/ports/fetch.ts'
import type { ProviderEndpoints } from '../../core/ports/provider-endpoints.ts'
import type { IdentityProviderConfig } from '../../user-pools/config.ts'
import { discover } from './discover.ts'
import { providerTraits, type ProviderTraits } from './traits.ts'

/** All there is to know of an identity provider before a sign-in at it. */
export interface Provider extends Omit<ProviderEndpoints, 'userInfoUrl'> {
  config: IdentityProviderConfig
  traits: ProviderTraits
  userInfoUrl: string | undefined
  /** Whether every answer of it names its issuer (RFC 9207, section 3). */
  namesIssuer: boolean
}

/** @throws FederationError when it would have to be discovered and cannot be. */
export type ResolveProvider = (config: IdentityProviderConfig) => Promise<Provider>

export interface ResolveProviderOptions {
  clock: Clock
  fetch: Fetch
  /** Undefined for a provider that says itself where it answers. */
  providerEndpoints: (config: IdentityProviderConfig) => ProviderEndpoints | undefined
}

const keepsForMs = 3_600_000

/** Discovers an OIDC provider at its first sign-in, and again each hour. */
export function createResolveProvider(options: ResolveProviderOptions): ResolveProvider {
  const { clock, fetch, providerEndpoints } = options
  const found = new Map<string, { provider: Provider; untilMs: number }>()

  return async (config) => {
    const traits = providerTraits[config.type]
    const endpoints = providerEndpoints(config) ?? writtenEndpoints(config)
    if (endpoints) return { ...endpoints, config, traits, namesIssuer: false }

    const { oidc_issuer: issuer = '' } = config.details
    const known = found.get(issuer)
    if (known && clock.now() < known.untilMs) return { ...known.provider, config }
    const { knowsPkce, ...discovered } = await discover(fetch, issuer)
    const provider = { ...discovered, config, traits: { ...traits, knowsPkce } }
    found.set(issuer, { provider, untilMs: clock.now() + keepsForMs })
    return provider
  }
}

/** An OIDC provider's four URLs, where all of them are in its configuration. */
function writtenEndpoints({ details }: IdentityProviderConfig): ProviderEndpoints | undefined {
  const { oidc_issuer: issuer, authorize_url: authorizeUrl, token_url: tokenUrl } = details
  const { attributes_url: userInfoUrl, jwks_uri: jwksUri } = details
  return issuer && authorizeUrl && tokenUrl && userInfoUrl && jwksUri
    ? { issuer, authorizeUrl, tokenUrl, userInfoUrl, jwksUri }
    : undefined
}
