import type { Parameters } from '../../authorization-server/parameters.ts'
import type { AppClientConfig } from '../../user-pools/config.ts'
import { PageError } from '../errors.ts'

/**
 * Who is to sign the user in: this pool itself, the only one there is here.
 *
 * @throws PageError unknown_identity_provider
 */
export function checkIdentityProvider(client: AppClientConfig, parameters: Parameters): void {
  for (const parameter of ['identity_provider', 'idp_identifier']) {
    const sent = parameters.get(parameter)
    const isOurs = parameter === 'identity_provider' && sent === 'COGNITO'
    if (sent !== undefined && !isOurs) throw unknown(client, parameter, sent)
  }
  if (!client.supportedIdentityProviders.includes('COGNITO')) {
    throw unknown(client, 'identity_provider', parameters.get('identity_provider') ?? 'COGNITO')
  }
}

function unknown(client: AppClientConfig, parameter: string, sent: string): PageError {
  return new PageError('unknown_identity_provider', { client_id: client.id, parameter, sent })
}
