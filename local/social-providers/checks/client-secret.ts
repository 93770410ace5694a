import {
  checkClientAuthentication,
  readClientCredentials,
} from '../../authorization-server/client-authentication.ts'
import { OAuthError } from '../../authorization-server/errors.ts'
import type { Parameters } from '../../authorization-server/parameters.ts'
import type { ProviderContext } from '../provider.ts'

/** @throws OAuthError invalid_request, invalid_client: another client, no secret or a wrong one */
export function checkSecret(
  ctx: ProviderContext,
  request: Request,
  form: Parameters,
): Promise<void> {
  return Promise.resolve().then(() => {
    const credentials = readClientCredentials(request, form)
    if (credentials.clientId !== ctx.client.id) throw new OAuthError('invalid_client')
    const secret = ctx.registrations.secretOf(ctx.provider.slug)
    checkClientAuthentication(ctx.crypto, { secret }, credentials)
  })
}
