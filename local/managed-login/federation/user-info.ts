import type { JwtClaims } from '../../core/crypto/jwt.ts'
import type { ManagedLoginContext } from '../context.ts'
import { callProvider } from './call-provider.ts'
import { FederationError } from './errors.ts'
import { readJsonObject } from './read-json.ts'
import { withQuery } from './request-tokens.ts'
import type { Provider } from './resolve-provider.ts'

/**
 * What a provider tells of whoever an access token stands for.
 *
 * @throws FederationError
 */
export async function requestUserInfo(
  ctx: ManagedLoginContext,
  { config, userInfoUrl = '' }: Provider,
  accessToken: string,
): Promise<JwtClaims> {
  const url = config.type === 'Facebook' ? withFields(config, userInfoUrl) : userInfoUrl
  const method = config.details.attributes_request_method === 'POST' ? 'POST' : 'GET'
  const headers = { accept: 'application/json', authorization: `Bearer ${accessToken}` }
  const request = new Request(url, { method, headers })
  const response = await callProvider(ctx.fetch, request, 'Read timed out')
  const claims = response.status === 200 ? await readJsonObject(response) : undefined
  if (!claims) {
    throw new FederationError(`${config.name} Error - ${response.status} error getting attributes`)
  }
  return claims
}

/** Facebook's graph tells no more than it is asked for. */
function withFields({ attributeMapping }: Provider['config'], url: string): string {
  const fields = new Set(['id', ...Object.values(attributeMapping)])
  return withQuery(url, new URLSearchParams({ fields: [...fields].join(',') }))
}
