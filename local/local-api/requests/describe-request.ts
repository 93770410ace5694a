import { isObject } from '../../core/encoding/is-object.ts'
import { maskHeaders, maskJson, maskPairs, maskUrl, maskXml } from './mask.ts'
import type { RequestName } from './request-name.ts'

/** A request as it came and went, secrets and all: it leaves this folder described alone. */
export interface RecordedRequest {
  id: string
  name: RequestName
  atMs: number
  durationMs: number
  method: string
  url: string
  headers: Headers
  /** Undefined where it is long, or an object. */
  body: string | undefined
  /** 0 where the connection was cut. */
  status: number
  answerHeaders: Headers
  answerBody: string | undefined
  fault: string | undefined
}

export interface RequestSummary {
  /** Numbered in the order of their answers. */
  id: string
  /** ISO 8601, by the clock of the local AWS. */
  at: string
  /** Until its answer began. */
  durationMs: number
  service: string
  operation: string
  status: number
  /** Its name, where it was refused. */
  error?: string
  /** The id of the fault that answered it, or held it up. */
  fault?: string
  /** What the sender says of itself. */
  userAgent?: string
  /** Of the page that sent it. */
  origin?: string
}

export interface RequestDetail extends RequestSummary {
  request: { method: string; url: string; headers: Record<string, string>; body?: unknown }
  response: { headers: Record<string, string>; body?: unknown }
}

export function summarize(recorded: RecordedRequest): RequestSummary {
  const { id, name, atMs, durationMs, status, headers, fault } = recorded
  const error = errorOf(recorded)
  const userAgent = headers.get('user-agent')
  const origin = headers.get('origin')
  return {
    id,
    at: new Date(atMs).toISOString(),
    durationMs,
    service: name.service,
    operation: actionOf(recorded) ?? name.operation,
    status,
    ...(error !== undefined && { error }),
    ...(fault !== undefined && { fault }),
    ...(userAgent !== null && { userAgent }),
    ...(origin !== null && { origin }),
  }
}

/** With everything secret masked. */
export function describeRequest(recorded: RecordedRequest): RequestDetail {
  const { method, url, headers, answerHeaders } = recorded
  return {
    ...summarize(recorded),
    request: {
      method,
      url: maskUrl(url),
      headers: maskHeaders(headers),
      ...withBody(recorded.body, headers),
    },
    response: {
      headers: maskHeaders(answerHeaders),
      ...withBody(recorded.answerBody, answerHeaders),
    },
  }
}

function withBody(text: string | undefined, headers: Headers): { body?: unknown } {
  if (text === undefined || text === '') return {}
  const type = headers.get('content-type') ?? ''
  if (/\bjson\b|x-amz-json/.test(type)) {
    const value = parseJson(text)
    return value === undefined ? {} : { body: maskJson(value) }
  }
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return { body: Object.fromEntries(maskPairs(new URLSearchParams(text))) }
  }
  // What it is cannot be told, so neither what in it is secret.
  return /\bxml\b/.test(type) ? { body: maskXml(text) } : {}
}

/** STS names its operation in the body. */
function actionOf({ name, body }: RecordedRequest): string | undefined {
  if (name.service !== 'sts') return undefined
  return new URLSearchParams(body).get('Action') ?? undefined
}

function errorOf({ status, answerBody }: RecordedRequest): string | undefined {
  if (status === 0) return 'cut-off'
  if (status < 400) return undefined
  const json = parseJson(answerBody ?? '')
  const named = isObject(json) ? (json['__type'] ?? json['error']) : undefined
  if (typeof named === 'string') return named
  return /<Code>([\w.]+)<\/Code>/.exec(answerBody ?? '')?.[1]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
