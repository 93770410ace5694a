import {
  checkClientAuthentication,
  readClientCredentials,
} from '../../authorization-server/client-authentication.ts'
import { OAuthError } from '../../authorization-server/errors.ts'
import type { Parameters } from '../../authorization-server/parameters.ts'
import { findClient, type ClientOfDomain, type ManagedLoginContext } from '../context.ts'

/** @throws OAuthError invalid_request, invalid_client */
export function requireAuthenticatedClient(
  ctx: ManagedLoginContext,
  request: Request,
  form: Parameters,
): ClientOfDomain {
  const credentials = readClientCredentials(request, form)
  const found = findClient(ctx, credentials.clientId)
  if (!found) throw new OAuthError('invalid_client')
  checkClientAuthentication(ctx.crypto, found.client, credentials)
  return found
}
