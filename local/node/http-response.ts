import type { ServerResponse } from 'node:http'

/** Sends an answer no faster than the client reads; cancels its body when the client goes away. */
export async function sendResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, [...response.headers].flat())
  const body = response.body as ReadableStream<Uint8Array> | null
  if (!body || outgoing.req.method === 'HEAD') {
    await body?.cancel()
    outgoing.end()
    return
  }

  const reader = body.getReader()
  let goOn: () => void = () => undefined
  const cancel = () => {
    reader.cancel().catch(() => undefined)
    goOn()
  }
  outgoing.on('drain', () => goOn())
  outgoing.once('close', cancel)
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (outgoing.write(next.value) || outgoing.destroyed) continue
      await new Promise<void>((resolve) => (goOn = resolve))
    }
    outgoing.end()
  } catch (error) {
    // The status is out already: only a broken connection tells the client that the body is not whole.
    outgoing.destroy()
    throw error
  } finally {
    outgoing.off('close', cancel)
  }
}
