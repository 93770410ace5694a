import type { Parameters } from '../../authorization-server/parameters.ts'
import type { ProviderContext } from '../provider.ts'
import { PageError } from '../errors.ts'

/** @throws PageError invalid_request, unknown_client */
export function checkClientId({ client }: ProviderContext, parameters: Parameters): void {
  const sent = parameters.get('client_id')
  if (sent === undefined) throw new PageError('invalid_request', { parameter: 'client_id' })
  if (sent !== client.id) throw new PageError('unknown_client', { parameter: 'client_id', sent })
}

/**
 * Where the answer goes: character by character the URI that is registered, or a stranger could have
 * codes sent elsewhere (RFC 9700, section 2.1).
 *
 * @throws PageError invalid_request, redirect_uri_mismatch
 */
export function checkRedirectUri({ client }: ProviderContext, parameters: Parameters): void {
  const parameter = 'redirect_uri'
  const sent = parameters.get(parameter)
  if (sent === undefined) throw new PageError('invalid_request', { parameter })
  if (sent !== client.redirectUri) throw new PageError('redirect_uri_mismatch', { parameter, sent })
}
