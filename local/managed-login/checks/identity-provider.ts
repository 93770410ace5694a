import type { Parameters } from '../../authorization-server/parameters.ts'
import type { IdentityProviderConfig } from '../../user-pools/config.ts'
import type { ClientOfDomain } from '../context.ts'
import { PageError } from '../errors.ts'

/** Who is to sign somebody in: a provider, or the user pool itself. */
export type RequestedProvider = IdentityProviderConfig | 'COGNITO'

/**
 * The identity provider that a request names. Undefined when it names none: then people choose.
 *
 * @throws PageError unknown_identity_provider when there is none such, or not for this client.
 */
export function parseIdentityProvider(
  found: ClientOfDomain,
  parameters: Parameters,
): RequestedProvider | undefined {
  const name = parameters.get('identity_provider')
  if (name === 'COGNITO') {
    checkIsNative(found)
    return 'COGNITO'
  }
  const providers = supportedProviders(found)
  if (name !== undefined) {
    const provider = providers.find((one) => one.name === name)
    return provider ?? unknown(found, 'identity_provider', name)
  }
  const identifier = parameters.get('idp_identifier')
  if (identifier !== undefined) {
    const provider = providers.find(({ identifiers }) => identifiers.includes(identifier))
    return provider ?? unknown(found, 'idp_identifier', identifier)
  }
  if (providers.length === 0) checkIsNative(found)
  return undefined
}

/**
 * That users of the pool itself may sign in by this client.
 *
 * @throws PageError unknown_identity_provider
 */
export function checkIsNative(found: ClientOfDomain): void {
  if (!isNative(found)) unknown(found, 'identity_provider', 'COGNITO')
}

export function isNative({ client }: ClientOfDomain): boolean {
  return client.supportedIdentityProviders.includes('COGNITO')
}

/** Those that both the pool has and its client supports. */
export function supportedProviders({ pool, client }: ClientOfDomain): IdentityProviderConfig[] {
  const { supportedIdentityProviders: names } = client
  return (pool.identityProviders ?? []).filter(({ name }) => names.includes(name))
}

function unknown({ client }: ClientOfDomain, parameter: string, sent: string): never {
  throw new PageError('unknown_identity_provider', { client_id: client.id, parameter, sent })
}
