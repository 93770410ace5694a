import type { ServerResponse } from 'node:http'
import { knownText } from '../http/text-response.ts'

/** Sends an answer no faster than the client reads; cancels its body when the client goes away. */
export async function sendResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  // https://fetch.spec.whatwg.org/#concept-network-error: there is no answer.
  if (response.type === 'error') {
    outgoing.destroy()
    return
  }
  const headers: string[] = []
  response.headers.forEach((value, name) => headers.push(name, value))
  const body = response.body as ReadableStream<Uint8Array> | null
  if (!body || outgoing.req.method === 'HEAD') {
    outgoing.writeHead(response.status, headers)
    outgoing.end()
    await body?.cancel()
    return
  }

  const text = knownText(response)
  if (text !== undefined) {
    if (!response.headers.has('content-length')) {
      headers.push('content-length', String(Buffer.byteLength(text)))
    }
    outgoing.writeHead(response.status, headers)
    outgoing.end(text)
    return
  }
  const reader = body.getReader()
  const flow = flowTo(reader, outgoing)
  try {
    if (isOpenEnded(response)) {
      // The client learns that it is connected before there is anything to tell it, and the connection
      // goes with the answer: nothing waits for the next request on it.
      outgoing.writeHead(response.status, [...headers, 'connection', 'close'])
      outgoing.flushHeaders()
    }
    let next = await reader.read()
    if (!outgoing.headersSent && !next.done && !response.headers.has('content-length')) {
      // A body of one chunk is whole by now, and its length can be told.
      const following = await reader.read()
      if (following.done) headers.push('content-length', String(next.value.byteLength))
      outgoing.writeHead(response.status, headers)
      await flow.write(next.value)
      next = following
    } else if (!outgoing.headersSent) outgoing.writeHead(response.status, headers)
    for (; !next.done; next = await reader.read()) await flow.write(next.value)
    outgoing.end()
  } catch (error) {
    // The status may be out already: only a broken connection tells that the body is not whole.
    outgoing.destroy()
    throw error
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

function isOpenEnded({ headers }: Response): boolean {
  return headers.get('content-type') === 'text/event-stream'
}

/** Cancels the body when the connection closes, and waits for the client to take what was sent. */
function flowTo(reader: ReadableStreamDefaultReader, outgoing: ServerResponse) {
  let goOn: () => void = () => undefined
  outgoing.on('drain', () => goOn())
  const stop = () => {
    reader.cancel().catch(() => undefined)
    goOn()
  }
  // Whoever went away before there was an answer closes nothing any more.
  if (outgoing.destroyed) stop()
  else outgoing.once('close', stop)
  return {
    async write(chunk: Uint8Array) {
      if (outgoing.write(chunk) || outgoing.destroyed) return
      await new Promise<void>((resolve) => (goOn = resolve))
    },
  }
}
