import type { IncomingMessage } from 'node:http'
import { keepRequestTarget } from '../http/request-target.ts'

/**
 * One request as the services see it. The target is kept as it came over the wire, since a `URL`
 * resolves dot segments and an S3 key may have them.
 *
 * @throws TypeError for a method or a target that Fetch does not know.
 */
export function requestFrom(incoming: IncomingMessage): Request {
  const target = incoming.url ?? '/'
  if (!target.startsWith('/')) throw new TypeError('Only the origin form of a target is served')
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD' && !isEmpty(incoming)
  const request = new Request(`http://${incoming.headers.host ?? 'localhost'}${target}`, {
    method: incoming.method ?? 'GET',
    headers: headersFrom(incoming.rawHeaders),
    ...(hasBody ? { body: bodyFrom(incoming), duplex: 'half' } : {}),
  })
  keepRequestTarget(request, target)
  return request
}

function isEmpty({ headers }: IncomingMessage): boolean {
  if (headers['transfer-encoding'] !== undefined) return false
  return headers['content-length'] === undefined || headers['content-length'] === '0'
}

/** From the raw list: Node's own record drops some repeated headers, and a signature covers them. */
function headersFrom(raw: readonly string[]): [name: string, value: string][] {
  const headers: [string, string][] = []
  for (let index = 0; index < raw.length; index += 2) {
    headers.push([raw[index] ?? '', raw[index + 1] ?? ''])
  }
  return headers
}

/** Reads no faster than it is read; errors when the client goes away before the end. */
function bodyFrom(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  let state: 'waiting' | 'open' | 'done' = 'waiting'
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (state === 'waiting') {
          state = 'open'
          connect(controller)
        }
        incoming.resume()
      },
      cancel() {
        state = 'done'
        discardBody(incoming)
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 0 }),
  )

  function connect(controller: ReadableStreamDefaultController<Uint8Array>) {
    const finish = (how: () => void) => {
      if (state === 'open') how()
      state = 'done'
    }
    const breakOff = () => finish(() => controller.error(new Error('The client went away')))
    incoming.on('data', (chunk: Buffer) => {
      controller.enqueue(chunk)
      if ((controller.desiredSize ?? 1) <= 0) incoming.pause()
    })
    incoming.once('end', () => finish(() => controller.close()))
    incoming.once('error', breakOff)
    incoming.once('close', breakOff)
    if (incoming.destroyed) breakOff()
  }
}

/** Lets the rest of a body pass unread, so that the connection can carry the next request. */
export function discardBody(incoming: IncomingMessage): void {
  incoming.removeAllListeners('data')
  incoming.resume()
}
