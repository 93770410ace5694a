import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { keepAliveTimeoutMs } from '../../../local/node/keep-alive.ts'

export interface FlakyProxy {
  url: string
  /** Every request that came, oldest first. */
  readonly seen: readonly SeenRequest[]
  /** The next requests of this method are not passed on, but answered as S3 would when in trouble. */
  refuseNext(method: string, times?: number, refusal?: Refusal): void
  /** The next request of this method is passed on, and its answer is lost on the way. */
  loseAnswerTo(method: string): void
  close(): Promise<void>
}

interface SeenRequest {
  method: string
  /** Decoded, without the query. */
  path: string
  headers: IncomingMessage['headers']
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
export interface Refusal {
  status: number
  code: string
}

const slowDown: Refusal = { status: 503, code: 'SlowDown' }
export const expiredToken: Refusal = { status: 400, code: 'ExpiredToken' }

/** No refusal: the request is passed on, and its answer lost. */
interface Fault {
  method: string
  refusal?: Refusal
}

/** Stands between a client and the local AWS, and does what networks and busy services do. */
export async function startFlakyProxy(target: string): Promise<FlakyProxy> {
  const seen: SeenRequest[] = []
  const faults: Fault[] = []
  const server = createServer((incoming, answer) => {
    const { method = '', url = '', headers } = incoming
    seen.push({ method, path: decodeURIComponent(url.split('?')[0] ?? ''), headers })
    const index = faults.findIndex((planned) => planned.method === method)
    const [planned] = index < 0 ? [] : faults.splice(index, 1)
    if (planned?.refusal) refuse(planned.refusal, incoming, answer)
    else pass(target, incoming, planned ? undefined : answer)
  })
  server.keepAliveTimeout = keepAliveTimeoutMs
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo

  return {
    url: `http://localhost:${port}`,
    seen,
    refuseNext: (method, times = 1, refusal = slowDown) => {
      for (let time = 0; time < times; time += 1) faults.push({ method, refusal })
    },
    loseAnswerTo: (method) => void faults.push({ method }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function refuse(
  { status, code }: Refusal,
  incoming: IncomingMessage,
  answer: ServerResponse,
): void {
  incoming.resume()
  incoming.on('end', () => {
    answer.writeHead(status, { 'content-type': 'application/xml' })
    answer.end(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`)
  })
}

function pass(target: string, incoming: IncomingMessage, answer: ServerResponse | undefined): void {
  const { method, url = '', headers } = incoming
  const outgoing = request(new URL(url, target), { method, headers: { ...headers } }, (got) => {
    if (answer === undefined) {
      got.resume()
      got.on('end', () => incoming.socket.destroy())
      return
    }
    answer.writeHead(got.statusCode ?? 502, got.headers)
    got.pipe(answer)
  })
  outgoing.on('error', () => incoming.socket.destroy())
  incoming.pipe(outgoing)
}
