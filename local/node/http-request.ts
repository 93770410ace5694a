import type { IncomingMessage } from 'node:http'
import { TLSSocket } from 'node:tls'
import { wireRequest } from '../http/wire-request.ts'

/** How much of a body is read before it is asked for. */
const aheadBytes = 128 << 10

/**
 * One request as the services see it.
 *
 * @throws TypeError for a method or a target that Fetch does not know.
 */
export function requestFrom(incoming: IncomingMessage): Request {
  const target = incoming.url ?? '/'
  if (!target.startsWith('/')) throw new TypeError('Only the origin form of a target is served')
  const method = incoming.method ?? 'GET'
  const scheme = incoming.socket instanceof TLSSocket ? 'https' : 'http'
  const hasBody = method !== 'GET' && method !== 'HEAD' && !isEmpty(incoming)
  return wireRequest({
    method,
    url: new URL(`${scheme}://${incoming.headers.host ?? 'localhost'}${target}`).href,
    target,
    headers: new Headers(headersFrom(incoming.rawHeaders)),
    remoteAddress: incoming.socket.remoteAddress,
    chunks: hasBody ? chunksFrom(incoming) : undefined,
  })
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

/** Reads no faster than it is read; fails when the client goes away before the end. */
function chunksFrom(incoming: IncomingMessage): AsyncIterable<Uint8Array> {
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  let state: 'waiting' | 'open' | 'ended' | 'broken' = 'waiting'
  let wake: () => void = () => undefined

  function open() {
    const finish = (how: 'ended' | 'broken') => {
      if (state === 'open') state = how
      wake()
    }
    state = 'open'
    incoming.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      sizeBytes += chunk.byteLength
      if (sizeBytes >= aheadBytes) incoming.pause()
      wake()
    })
    incoming.once('end', () => finish('ended'))
    incoming.once('error', () => finish('broken'))
    incoming.once('close', () => finish('broken'))
    if (incoming.destroyed) finish('broken')
  }

  async function next(): Promise<IteratorResult<Uint8Array, undefined>> {
    if (state === 'waiting') open()
    while (chunks.length === 0 && state === 'open') {
      if (incoming.isPaused()) incoming.resume()
      await new Promise<void>((resolve) => (wake = resolve))
    }
    const chunk = chunks.shift()
    if (chunk) {
      sizeBytes -= chunk.byteLength
      return { done: false, value: chunk }
    }
    if (state === 'broken') throw new Error('The client went away')
    return { done: true, value: undefined }
  }

  return {
    [Symbol.asyncIterator]: () => ({
      next,
      return() {
        state = 'ended'
        chunks.length = 0
        discardBody(incoming)
        return Promise.resolve({ done: true, value: undefined })
      },
    }),
  }
}

/** Lets the rest of a body pass unread, so that the connection can carry the next request. */
export function discardBody(incoming: IncomingMessage): void {
  incoming.removeAllListeners('data')
  incoming.resume()
}
