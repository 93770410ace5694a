import type { ServerCheck } from '../../recorder/local-aws/server-log.ts'
import { requestsWords as words } from '#console-words/requests'

/** As `GET /_local/requests` lists it. */
export interface LoggedRequest {
  id: string
  at: string
  durationMs: number
  service: string
  operation: string
  /** 0 where the connection was cut. */
  status: number
  error?: string
  /** The id of the fault that met it. */
  fault?: string
  userAgent?: string
  origin?: string
}

interface LoggedMessage {
  headers: Readonly<Record<string, string>>
  body?: unknown
}

/** As `GET /_local/requests/{id}` opens it; secrets are masked there. */
export interface OpenedRequest extends LoggedRequest {
  request: LoggedMessage & { method: string; url: string }
  response: LoggedMessage
  /** In order. */
  checks: readonly ServerCheck[]
}

/** The services that a request can be to, as the log names them. */
export const services = [
  'cognito-idp',
  'cognito-identity',
  'managed-login',
  's3',
  'social-providers',
  'sts',
  'kms',
  'local-api',
] as const

/** As a person calls it. */
export function nameOf(service: string): string {
  const found = services.find((each) => each === service)
  return found === undefined ? service : words.services[found]
}

export function hasFailed({ status, error }: LoggedRequest): boolean {
  return error !== undefined || status === 0 || status >= 400
}

/** Who sent it, as short as it can be told: a page's origin, else the first product of its user agent. */
export function senderOf({ origin, userAgent }: LoggedRequest): string | undefined {
  if (origin !== undefined) return origin
  if (userAgent === undefined) return undefined
  const browser = /(?:Edg|Firefox|HeadlessChrome|Chrome|Version)\/\d+/.exec(userAgent)?.[0]
  const isBrowser = userAgent.startsWith('Mozilla/')
  const product = isBrowser ? browser?.replace('Version', 'Safari') : userAgent.split(' ')[0]
  return product?.replace('/', ' ')
}

/** Whether a request says what somebody looks for, in what the list knows of it. */
export function matches(request: LoggedRequest, text: string): boolean {
  const { operation, service, error = '', status, userAgent = '', origin = '' } = request
  const all = [operation, service, error, String(status), userAgent, origin].join('\n')
  return all.toLowerCase().includes(text.trim().toLowerCase())
}
