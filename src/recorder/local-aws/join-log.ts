import type { Exchange } from '../exchange.ts'
import type { ServerRequest } from './server-log.ts'

/** How much later a request may reach the server than it was sent: a browser that leaves takes a while. */
const mostLateMs = 15_000

/** The server's own record of what a page has asked. */
export function requestOf(
  exchange: Exchange,
  requests: readonly ServerRequest[],
): ServerRequest | undefined {
  const { serverId, response } = exchange
  if (serverId !== undefined) return requests.find(({ id }) => id === serverId)
  const answeredId = response.headers['x-amzn-requestid'] ?? response.headers['x-amz-request-id']
  if (answeredId !== undefined) {
    return requests.find(({ requestId }) => requestId === answeredId)
  }
  // Managed login names no request: it is known by what was asked, and when.
  return requests
    .filter((request) => isSame(exchange, request) && isInTime(exchange, request))
    .toSorted((a, b) => lateness(exchange, a) - lateness(exchange, b))[0]
}

function isSame({ to, method, operation }: Exchange, request: ServerRequest): boolean {
  if (to === 'user-pool') return request.operation.endsWith(`/.well-known/${operation}`)
  return request.service === 'managed-login' && request.operation === `${method} /${operation}`
}

function isInTime(exchange: Exchange, request: ServerRequest): boolean {
  const late = lateness(exchange, request)
  return late >= -5 && late <= Math.max(exchange.durationMs, mostLateMs)
}

function lateness({ startedAtMs }: Exchange, { machineAt }: ServerRequest): number {
  return Date.parse(machineAt) - startedAtMs
}

/** What a page is made of, and nobody has asked for. */
export function isFile({ operation }: Pick<ServerRequest, 'operation'>): boolean {
  return /\.(?:css|js|svg|png|ico)$/.test(operation)
}

/**
 * What the page itself could not see: between its leaving for managed login and its coming back the
 * browser asks managed login and the provider, and managed login asks the provider.
 *
 * @param exchanges oldest first.
 * @param userAgent of this browser; of others on this machine nothing is taken.
 * @returns both together, oldest first.
 */
export function withServerSteps(
  exchanges: readonly Exchange[],
  requests: readonly ServerRequest[],
  userAgent: string,
): readonly Exchange[] {
  const own = new Set(exchanges.map((exchange) => requestOf(exchange, requests)?.id))
  const steps = absencesOf(exchanges).flatMap(([fromMs, toMs]) =>
    requests.filter((request) => {
      const { id, machineAt, service, userAgent: sender } = request
      const atMs = Date.parse(machineAt)
      const isElsewhere = service === 'managed-login' || service === 'social-providers'
      const isOurs = sender === undefined || sender === userAgent
      const isBetween = atMs >= fromMs - 5 && atMs <= toMs
      return isElsewhere && isOurs && isBetween && !own.has(id) && !isFile(request)
    }),
  )
  return [...exchanges, ...steps.map(stepOf)].toSorted((a, b) => a.startedAtMs - b.startedAtMs)
}

/** From each departure to the next thing that the page itself has done. */
function absencesOf(exchanges: readonly Exchange[]): [fromMs: number, toMs: number][] {
  return exchanges.flatMap((exchange, index) => {
    const isDeparture =
      exchange.to === 'domain' && exchange.status === 0 && exchange.operation !== 'callback'
    if (!isDeparture) return []
    const next = exchanges[index + 1]
    return [[exchange.startedAtMs, next?.startedAtMs ?? Infinity] as [number, number]]
  })
}

function stepOf(request: ServerRequest): Exchange {
  const { id, machineAt, durationMs, service, operation, status, error, userAgent } = request
  const [method = 'GET', path = ''] = operation.split(' ')
  const isProvider = service === 'social-providers'
  const [, , slug, ...rest] = path.split('/')
  return {
    id: `server-${id}`,
    serverId: id,
    startedAtMs: Date.parse(machineAt),
    durationMs,
    // What runs in the local AWS asks without saying who it is.
    from: userAgent === undefined ? 'domain' : 'browser',
    to: isProvider ? 'provider' : 'domain',
    operation: isProvider ? rest.join('/') : path.slice(1),
    variant: isProvider ? slug : undefined,
    method,
    url: path,
    status,
    error,
    request: nothing,
    response: nothing,
    tokens: [],
  }
}

const nothing = { headers: {}, body: undefined }
