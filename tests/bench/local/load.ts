import { Agent, request, type OutgoingHttpHeaders } from 'node:http'
import { performance } from 'node:perf_hooks'

export interface Call {
  method: string
  path: string
  headers: OutgoingHttpHeaders
  body?: Uint8Array | string
}

export interface Rate {
  perSecond: number
  p50Ms: number
  p99Ms: number
}

export const workers = 8

/** A raw keep-alive client: an SDK would be most of what it measures. */
export function createClient(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: workers })

  function send({ method, path, headers, body }: Call): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const sizeBytes = body === undefined ? 0 : Buffer.byteLength(body)
      const outgoing = request(
        {
          agent,
          host: '127.0.0.1',
          port,
          method,
          path,
          headers: { host: `localhost:${port}`, 'content-length': sizeBytes, ...headers },
        },
        (incoming) => {
          const chunks: Buffer[] = []
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
          incoming.on('error', reject)
          incoming.on('end', () => {
            const answer = Buffer.concat(chunks)
            if ((incoming.statusCode ?? 500) < 300) resolve(answer)
            else reject(new Error(`${method} ${path}: ${incoming.statusCode} ${answer.toString()}`))
          })
        },
      )
      outgoing.on('error', reject)
      outgoing.end(body)
    })
  }

  return { send, close: () => agent.destroy() }
}

/** A closed loop: each worker starts its next piece when its last one is done. */
export async function measureRate(
  count: number,
  work: (index: number) => Promise<unknown>,
): Promise<Rate> {
  const latencies: number[] = []
  let next = 0
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: workers }, async () => {
      for (let index = next++; index < count; index = next++) {
        const before = performance.now()
        await work(index)
        latencies.push(performance.now() - before)
      }
    }),
  )
  const seconds = (performance.now() - startedAt) / 1000
  latencies.sort((left, right) => left - right)
  const percentile = (share: number) => latencies[Math.floor(count * share)] ?? Number.NaN
  return { perSecond: count / seconds, p50Ms: percentile(0.5), p99Ms: percentile(0.99) }
}
