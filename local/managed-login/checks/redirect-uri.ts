import type { Parameters } from '../../authorization-server/parameters.ts'
import type { ClientOfDomain } from '../context.ts'
import { PageError } from '../errors.ts'

/**
 * Where the answer goes: character by character one of the client's callback URLs, or a stranger
 * could have codes sent elsewhere (RFC 9700, section 2.1).
 *
 * @throws PageError invalid_request, redirect_mismatch
 */
export function requireRedirectUri({ client }: ClientOfDomain, parameters: Parameters): string {
  const redirectUri = parameters.get('redirect_uri')
  if (redirectUri === undefined) {
    throw new PageError('invalid_request', { client_id: client.id, parameter: 'redirect_uri' })
  }
  if (client.callbackUrls.includes(redirectUri)) return redirectUri
  throw new PageError('redirect_mismatch', {
    client_id: client.id,
    parameter: 'redirect_uri',
    sent: redirectUri,
  })
}
