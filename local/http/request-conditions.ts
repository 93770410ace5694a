import { remoteAddress } from './wire-request.ts'

interface Asked {
  headers: Headers
  isTls: boolean
  /** Undefined where nobody connected: then it is this machine. */
  remoteAddress: string | undefined
  nowMs: number
}

/**
 * The condition keys that every service of AWS has for a request, whatever is asked. Loopback stands in
 * for TLS (decision 0012); what came from anywhere else has to come by it.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function requestConditions(request: Asked): Record<string, string> {
  const { headers, isTls, nowMs } = request
  const sourceIp = (request.remoteAddress ?? '127.0.0.1').replace(/^::ffff:(?=[\d.]+$)/i, '')
  const isLoopback = sourceIp === '::1' || sourceIp.startsWith('127.')
  const [userAgent, referer] = [headers.get('user-agent'), headers.get('referer')]
  return {
    'aws:CurrentTime': new Date(nowMs).toISOString(),
    'aws:EpochTime': String(Math.floor(nowMs / 1000)),
    'aws:SecureTransport': String(isTls || isLoopback),
    'aws:SourceIp': sourceIp,
    ...(userAgent !== null && { 'aws:UserAgent': userAgent }),
    ...(referer !== null && { 'aws:Referer': referer }),
  }
}

/** The same of a request as it came. */
export function conditionsOf(request: Request, nowMs: number): Record<string, string> {
  const { headers } = request
  return requestConditions({
    headers,
    isTls: isTls(request),
    remoteAddress: remoteAddress(request),
    nowMs,
  })
}

export function isTls({ url }: Pick<Request, 'url'>): boolean {
  return url.startsWith('https:')
}
