import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import type { Log } from './core/ports/log.ts'
import type { Service } from './core/ports/service.ts'
import { discardBody, requestFrom } from './node/http-request.ts'
import { sendResponse } from './node/http-response.ts'
import { keepAliveTimeoutMs } from './node/keep-alive.ts'
import { isLoopbackHost } from './node/loopback-host.ts'
import { PortTakenError } from './node/port-taken-error.ts'

export interface Listener {
  readonly port: number
  /** Waits for answers that are under way, a second at most, and breaks off what is left. */
  close(): Promise<void>
  /** Resolves once nobody works on a request any more, also not for a client that is gone. */
  idle(): Promise<void>
}

export interface ListenOptions {
  /** 0 takes any free one. */
  port: number
  log: Log
  /** PEM; with it nothing but TLS is spoken. */
  tls?: { certificate: string; key: string } | undefined
  limits?: Partial<Limits>
}

interface Limits {
  /** From the first byte of a request to the end of its headers. */
  headersTimeoutMs: number
  /** From the first byte of a request to the end of its body. */
  requestTimeoutMs: number
  checkEveryMs: number
  maxHeaderBytes: number
  maxConnections: number
}

const defaultLimits: Limits = {
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 600_000,
  checkEveryMs: 2000,
  maxHeaderBytes: 16 << 10,
  maxConnections: 1000,
}

const closeWithinMs = 1000

/**
 * Answers on 127.0.0.1 and, where there is IPv6, on ::1: `localhost` may mean either. Nothing else
 * can reach it.
 *
 * @throws PortTakenError
 */
export async function listen(service: Service, options: ListenOptions): Promise<Listener> {
  const underWay = new Set<Promise<void>>()
  const servers = [createHttpServer(service, options, underWay)]
  const { log } = options
  const port = await bind(servers[0] as Server, options.port, '127.0.0.1', log)
  const other = createHttpServer(service, options, underWay)
  try {
    await bind(other, port, '::1', log)
    servers.push(other)
  } catch (error) {
    if (error instanceof PortTakenError) {
      await closeAll(servers)
      if (options.port !== 0) throw error
      return listen(service, options)
    }
  }
  return {
    port,
    close: () => closeAll(servers),
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}

function createHttpServer(
  service: Service,
  { log, limits, tls }: ListenOptions,
  underWay: Set<Promise<void>>,
): Server {
  const { headersTimeoutMs, requestTimeoutMs, checkEveryMs, maxHeaderBytes, maxConnections } = {
    ...defaultLimits,
    ...limits,
  }
  const options = {
    headersTimeout: headersTimeoutMs,
    requestTimeout: requestTimeoutMs,
    connectionsCheckingInterval: checkEveryMs,
    keepAliveTimeout: keepAliveTimeoutMs,
    maxHeaderSize: maxHeaderBytes,
    noDelay: true,
  }
  const onRequest = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const answering = answer(service, incoming, outgoing, log)
      .catch((error: unknown) => {
        if (!outgoing.destroyed) log.error('An answer could not be sent', error)
      })
      .finally(() => underWay.delete(answering))
    underWay.add(answering)
  }
  const server = tls
    ? createTlsServer(
        { ...options, cert: tls.certificate, key: tls.key, handshakeTimeout: headersTimeoutMs },
        onRequest,
      )
    : createServer(options, onRequest)
  server.maxConnections = maxConnections
  server.on('clientError', refuseMalformed)
  return server
}

async function answer(
  service: Service,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  log: Log,
) {
  const host = incoming.headers.host ?? ''
  // RFC 9112, section 3.2: with two, who is meant would depend on who reads them.
  if ((incoming.headersDistinct['host'] ?? []).length > 1) {
    return refuse(outgoing, 400, 'A request has one Host header.')
  }
  if (!isLoopbackHost(host)) {
    return refuse(
      outgoing,
      421,
      'The local AWS answers to localhost only, not to another host name.',
    )
  }
  let request: Request
  try {
    request = requestFrom(incoming)
  } catch {
    return refuse(outgoing, 400, 'This is not a request that the local AWS can read.')
  }
  await sendResponse(await answerFrom(service, request, log), outgoing)
  if (!incoming.readableEnded) discardBody(incoming)
}

async function answerFrom(service: Service, request: Request, log: Log): Promise<Response> {
  try {
    return await service(request)
  } catch (error) {
    log.error('A service failed', error)
    return new Response('The local AWS failed; its terminal says how.\n', { status: 500 })
  }
}

function refuse(outgoing: ServerResponse, status: number, reason: string) {
  outgoing.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
  outgoing.end(`${reason}\n`)
}

const malformed: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

function refuseMalformed(error: NodeJS.ErrnoException, socket: Socket) {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const status = malformed[error.code ?? ''] ?? '400 Bad Request'
  socket.end(
    `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-type: text/plain\r\n\r\n${status.slice(4)}\n`,
  )
}

function bind(server: Server, port: number, host: string, log: Log): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port) : error)
    })
    server.listen({ port, host, ipv6Only: true }, () => {
      server.removeAllListeners('error')
      // E.g. that no more connections can be opened: those that are there go on.
      server.on('error', (error) => log.error('A connection could not be taken', error))
      resolve((server.address() as AddressInfo).port)
    })
  })
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(servers.map(close))
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), closeWithinMs).unref()
  })
}
