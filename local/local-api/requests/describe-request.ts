import type { Check } from '../../core/ports/checks.ts'
import { isObject } from '../../core/encoding/is-object.ts'
import { maskHeaders, maskJson, maskPairs, maskUrl, maskXml } from './mask.ts'
import type { RequestName } from './request-name.ts'

/** A request as it came and went, secrets and all: it leaves this folder described alone. */
export interface RecordedRequest {
  id: string
  name: RequestName
  atMs: number
  /** By the clock of this machine, which clients share. */
  machineAtMs: number
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
  checks: readonly Check[]
}

export interface RequestSummary {
  /** Numbered in the order of their answers. */
  id: string
  /** ISO 8601, by the clock of the local AWS. */
  at: string
  /** The same by the clock of this machine, as clients have it. */
  machineAt: string
  /** Until its answer began. */
  durationMs: number
  service: string
  operation: string
  status: number
  /** Its name, where it was refused. */
  error?: string
  /** The id of the fault that answered it, or held it up. */
  fault?: string
  /** The service’s own, as its answer has it: what joins a client’s record with this one. */
  requestId?: string
  /** What the sender says of itself. */
  userAgent?: string
  /** Of the page that sent it. */
  origin?: string
}

export interface RequestDetail extends RequestSummary {
  /** What was checked, in order; the one that has not passed decided. */
  checks: readonly Check[]
  request: { method: string; url: string; headers: Record<string, string>; body?: unknown }
  response: { headers: Record<string, string>; body?: unknown }
}

export function summarize(recorded: RecordedRequest): RequestSummary {
  const { id, name, atMs, machineAtMs, durationMs, status, headers, fault } = recorded
  const error = errorOf(recorded)
  const requestId = requestIdOf(recorded.answerHeaders)
  const userAgent = headers.get('user-agent')
  const origin = headers.get('origin')
  return {
    id,
    at: new Date(atMs).toISOString(),
    machineAt: new Date(machineAtMs).toISOString(),
    durationMs,
    service: name.service,
    operation: actionOf(recorded) ?? name.operation,
    status,
    ...(error !== undefined && { error }),
    ...(fault !== undefined && { fault }),
    ...(requestId !== null && { requestId }),
    ...(userAgent !== null && { userAgent }),
    ...(origin !== null && { origin }),
  }
}

/** With everything secret masked. */
export function describeRequest(recorded: RecordedRequest): RequestDetail {
  const { method, url, headers, answerHeaders } = recorded
  return {
    ...summarize(recorded),
    checks: recorded.checks,
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

function requestIdOf(headers: Headers): string | null {
  return headers.get('x-amzn-requestid') ?? headers.get('x-amz-request-id')
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
