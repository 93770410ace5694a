import { OAuthError } from '../../authorization-server/errors.ts'
import type { Parameters } from '../../authorization-server/parameters.ts'
import type { AppClientConfig } from '../../user-pools/config.ts'

export type ResponseType = 'code' | 'token'

const flowOf: Readonly<Record<ResponseType, string>> = { code: 'code', token: 'implicit' }

/** @throws OAuthError invalid_request (none, or none there is), unauthorized_client */
export function requireResponseType(client: AppClientConfig, parameters: Parameters): ResponseType {
  const type = parameters.get('response_type')
  if (type !== 'code' && type !== 'token') {
    throw new OAuthError('invalid_request', 'response_type must be code or token')
  }
  if (!client.allowedOAuthFlows.includes(flowOf[type])) throw new OAuthError('unauthorized_client')
  return type
}
