import { appRequests, type AppMethod } from './app-requests.ts'
import type { DoctorPorts } from '../ports.ts'
import { request } from './request.ts'

export interface Preflight {
  method: AppMethod
  isAllowed: boolean
  status: number
  /** S3's own words. */
  message: string
  /** In lower case. */
  exposed: readonly string[]
}

/**
 * Asks as a browser does before a request of the app's. For who may set these headers, so not a
 * page.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export async function askPreflight(
  ports: DoctorPorts,
  url: string,
  method: AppMethod,
): Promise<Preflight | undefined> {
  const { origin } = ports
  const wanted = [...appRequests[method]].sort()
  const response = await request(ports, url, {
    method: 'OPTIONS',
    redirect: 'manual',
    headers: {
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': wanted.join(','),
    },
  })
  if (!response) return undefined
  const list = (name: string) => listOf(response.headers.get(name))
  const allowedOrigin = response.headers.get('access-control-allow-origin')
  const headers = list('access-control-allow-headers')
  const isAllowed =
    response.ok &&
    (allowedOrigin === '*' || allowedOrigin === origin) &&
    list('access-control-allow-methods').includes(method.toLowerCase()) &&
    // A star does not stand for Authorization.
    wanted.every(
      (name) => headers.includes(name) || (isStarred(headers) && name !== 'authorization'),
    )
  const text = response.ok ? '' : await response.text().catch(() => '')
  return {
    method,
    isAllowed,
    status: response.status,
    message: /<Message>([^<]*)<\/Message>/.exec(text)?.[1] ?? '',
    exposed: list('access-control-expose-headers'),
  }
}

function isStarred(list: readonly string[]): boolean {
  return list.includes('*')
}

function listOf(header: string | null): string[] {
  return (header ?? '')
    .split(',')
    .map((item) => item.trim().toLowerCase())
    .filter((item) => item !== '')
}
