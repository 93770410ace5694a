import type { Exchange, Participant } from '../../recorder/exchange.ts'
import type { OpenedRequest } from './logged-request.ts'

const participants: Readonly<Record<string, Participant>> = {
  'cognito-idp': 'user-pool',
  'cognito-identity': 'identity-pool',
  'managed-login': 'domain',
  'social-providers': 'provider',
  s3: 's3',
}

/** A request of the log as `/flow` draws it. @returns undefined for what has no place in the picture. */
export function toExchange(opened: OpenedRequest): Exchange | undefined {
  const { id, at, durationMs, service, status, error, request, response } = opened
  const to = participants[service]
  if (to === undefined) return undefined
  const { method, url } = request
  return {
    id,
    startedAtMs: Date.parse(at),
    durationMs,
    to,
    operation: operationOf(opened),
    variant: variantOf(opened),
    method,
    url,
    status: status === 0 ? undefined : status,
    error,
    request: { headers: request.headers, body: textOf(request.body) },
    response: { headers: response.headers, body: textOf(response.body) },
    // What they say is masked in the log; that there are some tells where a sign-in ends.
    tokens: hasTokens(response.body) ? [{ name: 'AccessToken', header: {}, claims: {} }] : [],
  }
}

/** `POST /oauth2/token` is `oauth2/token` there, and a path of keys the name of its document. */
function operationOf({ operation, service }: OpenedRequest): string {
  const path = /^[A-Z]+ \/(.*)$/.exec(operation)?.[1]
  if (path === undefined) return operation
  return service === 'cognito-idp' ? path.replace(/^.*\//, '') : path
}

function variantOf({ request: { url, body } }: OpenedRequest): string | undefined {
  const sent = isRecord(body) ? body : {}
  const { searchParams } = new URL(url)
  const variant =
    sent['AuthFlow'] ??
    sent['ChallengeName'] ??
    sent['grant_type'] ??
    searchParams.get('identity_provider')
  return typeof variant === 'string' ? variant : undefined
}

function hasTokens(body: unknown): boolean {
  return isRecord(body) && ('AuthenticationResult' in body || 'access_token' in body)
}

export function textOf(body: unknown): string | undefined {
  if (body === undefined) return undefined
  return typeof body === 'string' ? body : JSON.stringify(body, null, 2)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
