import { describeCall } from './describe-call.ts'
import type { Exchange } from './exchange.ts'
import { maskHeaders } from './masking/mask-headers.ts'
import { mask, maskBody, maskUrl } from './masking/mask-text.ts'

/** A request as it went out and what came back, with every secret still in it. Never kept. */
export interface RawExchange {
  startedAtMs: number
  endedAtMs: number
  method: string
  url: URL
  requestHeaders: Headers
  /** Of a request that has text. */
  requestBody: string | undefined
  /** Undefined where no answer came. */
  status: number | undefined
  responseHeaders: Headers
  responseBody: string | undefined
}

/** Masks it. @returns undefined where it is none of AWS's. */
export function makeExchange(raw: RawExchange): Exchange | undefined {
  const { method, url, requestHeaders: headers, requestBody: body } = raw
  const call = describeCall({ method, url, headers, body })
  if (!call) return undefined
  const isFile = call.to === 's3'
  const sent = isFile ? undefined : masked(body)
  const received = masked(isFile && !isXml(raw.responseHeaders) ? undefined : raw.responseBody)
  return {
    id: crypto.randomUUID(),
    startedAtMs: raw.startedAtMs,
    durationMs: Math.round(raw.endedAtMs - raw.startedAtMs),
    ...call,
    method,
    url: maskUrl(url.href),
    status: raw.status,
    error: raw.status !== undefined && raw.status < 400 ? undefined : errorOf(raw),
    request: { headers: maskHeaders(headers), body: isFile && body ? mask : sent?.text },
    response: { headers: maskHeaders(raw.responseHeaders), body: received?.text },
    tokens: [...(sent?.tokens ?? []), ...(received?.tokens ?? [])],
  }
}

/** As much of a body as anybody would read. */
const maxCharacters = 20_000

function masked(text: string | undefined) {
  if (!text) return undefined
  const { text: whole, tokens } = maskBody(text)
  return { text: whole.slice(0, maxCharacters), tokens }
}

/** People's own files are theirs; lists and refusals are S3's. */
function isXml(headers: Headers): boolean {
  return (headers.get('content-type') ?? '').includes('xml')
}

/** As each protocol names it. */
function errorOf({ status, responseHeaders, responseBody = '' }: RawExchange): string | undefined {
  if (status === undefined) return 'NetworkError'
  const header = responseHeaders.get('x-amzn-errortype')
  const [, name] =
    /"__type"\s*:\s*"([^"]+)"/.exec(responseBody) ??
    /<Code>(\w+)<\/Code>/.exec(responseBody) ??
    /"error"\s*:\s*"(\w+)"/.exec(responseBody) ??
    []
  const found = header ?? name
  return found === undefined ? `HTTP ${status}` : found.replace(/^.*#/, '').replace(/[,:].*$/, '')
}
