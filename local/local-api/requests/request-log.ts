import type { Clock } from '../../core/ports/clock.ts'
import { recordChecks } from '../../core/ports/checks.ts'
import { knownText, TextResponse } from '../../http/text-response.ts'
import { tapRequest } from '../../http/wire-request.ts'
import type { Interceptor } from '../edge.ts'
import { describeRequest, summarize, type RecordedRequest } from './describe-request.ts'
import type { RequestDetail, RequestSummary } from './describe-request.ts'
import type { NameRequest, RequestName } from './request-name.ts'

export interface RequestLog {
  /** The outermost one, so that what a client was answered is what is recorded. */
  interceptor: Interceptor
  /** Newest first. */
  list(filter?: RequestFilter): RequestSummary[]
  find(id: string): RequestDetail | undefined
  /** Calls `changed` after a request was answered or all were forgotten. @returns how to stop that. */
  watch(changed: () => void): () => void
  clear(): void
}

interface RequestFilter {
  service?: string | undefined
  operation?: string | undefined
  limit?: number | undefined
}

interface RequestLogOptions {
  clock: Clock
  nameOf: NameRequest
  /** By which fault an answer was made. */
  faultOf: (response: Response) => string | undefined
}

/** Enough to see what a journey did, little enough to be kept in memory with its bodies. */
const keeps = 500
const maxBodyBytes = 16 << 10

/**
 * The newest requests of both ports, whoever sent them. In memory, for this run: nothing of it is
 * written anywhere, and nobody is shown more than `describeRequest` leaves in it.
 *
 * What reads this log is not in it, or looking would change what is seen.
 */
export function createRequestLog({ clock, nameOf, faultOf }: RequestLogOptions): RequestLog {
  let recorded: readonly RecordedRequest[] = []
  let count = 0
  const watchers = new Set<() => void>()
  const wallNow = () => clock.wallNow?.() ?? clock.now()

  function announce() {
    for (const changed of watchers) changed()
  }

  const interceptor: Interceptor = async (request, next, port) => {
    const name = nameOf(request, port)
    if (!name || isLooking(request, name)) return next(request)
    const atMs = clock.now()
    const startedMs = wallNow()
    const body = name.service === 's3' ? undefined : collector()
    const passed = body ? tapRequest(request, (chunk) => body.take(chunk)) : request
    const checks = recordChecks(passed)
    const answered = await next(passed)
    const { text, response } = await withText(answered, name)
    count += 1
    const { method, url, headers } = request
    recorded = [
      {
        id: String(count),
        name,
        atMs,
        machineAtMs: startedMs,
        durationMs: wallNow() - startedMs,
        method,
        url,
        headers,
        body: body?.text(),
        status: answered.status,
        answerHeaders: response.headers,
        answerBody: text,
        fault: faultOf(answered),
        checks,
      },
      ...recorded.slice(0, keeps - 1),
    ]
    announce()
    return response
  }

  return {
    interceptor,
    list: ({ service, operation, limit = keeps } = {}) =>
      recorded
        .filter(
          ({ name }) =>
            (service === undefined || name.service === service) &&
            (operation === undefined || name.operation === operation),
        )
        .slice(0, limit)
        .map(summarize),
    find(id) {
      const found = recorded.find((each) => each.id === id)
      return found && describeRequest(found)
    },
    watch(changed) {
      watchers.add(changed)
      return () => watchers.delete(changed)
    },
    clear() {
      recorded = []
      announce()
    },
  }
}

function isLooking({ method }: Request, { service, operation }: RequestName): boolean {
  if (method === 'OPTIONS') return true
  return service === 'local-api' && (method === 'GET' || reads.test(operation))
}

/** Operations of AWS that change nothing, called for the console. */
const reads = /\/_local\/calls\/(?:Admin)?(?:Get|List|Describe)/

/** A body as it is read, unless it is long. */
function collector() {
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  return {
    take(chunk: Uint8Array) {
      sizeBytes += chunk.byteLength
      if (sizeBytes <= maxBodyBytes) chunks.push(chunk)
    },
    text(): string | undefined {
      if (sizeBytes > maxBodyBytes) return undefined
      const decoder = new TextDecoder()
      return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('')
    },
  }
}

/** The text of an answer to a program; pages and objects are passed on as they are. */
async function withText(
  answered: Response,
  { service }: RequestName,
): Promise<{ text: string | undefined; response: Response }> {
  const { status, headers } = answered
  const isText = /\b(?:json|xml)\b/.test(headers.get('content-type') ?? '')
  const isObject = service === 's3' && status < 400
  if (!isText || isObject || !answered.body) return { text: undefined, response: answered }
  const known = knownText(answered)
  const text = known ?? (await answered.text())
  const kept = text.length > maxBodyBytes ? undefined : text
  const response = known === undefined ? new TextResponse(text, { status, headers }) : answered
  return { text: kept, response }
}
