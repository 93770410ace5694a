import type { Parameters } from '../../authorization-server/parameters.ts'
import { findClient, type ClientOfDomain, type ManagedLoginContext } from '../context.ts'
import { PageError } from '../errors.ts'

/**
 * The app client that a request names.
 *
 * @throws PageError invalid_request, client_not_found
 */
export function requireKnownClient(
  ctx: ManagedLoginContext,
  parameters: Parameters,
): ClientOfDomain {
  const clientId = parameters.get('client_id')
  if (clientId === undefined) throw new PageError('invalid_request', { parameter: 'client_id' })
  const found = findClient(ctx, clientId)
  if (found) return found
  throw new PageError('client_not_found', { parameter: 'client_id', sent: clientId })
}

/** @throws PageError unauthorized_client */
export function checkOAuthEnabled({ client }: ClientOfDomain): void {
  if (client.allowedOAuthFlowsUserPoolClient) return
  throw new PageError('unauthorized_client', { client_id: client.id })
}
