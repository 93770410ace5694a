import { NoAnswerError, type Fetch } from '../core/ports/fetch.ts'

interface NodeFetchOptions {
  /** For the whole answer, its body too. */
  timeoutMs: number
  maxBytes: number
}

const defaults: NodeFetchOptions = { timeoutMs: 5_000, maxBytes: 1 << 20 }

/** Node's `fetch` behind a time limit: an answer has come whole, or it has not come. */
export function createNodeFetch({ timeoutMs, maxBytes } = defaults): Fetch {
  return async (request) => {
    const signal = AbortSignal.timeout(timeoutMs)
    try {
      const response = await fetch(request, { redirect: 'manual', signal })
      const body = await readBody(response, maxBytes)
      const { status, headers } = response
      return new Response(hasBody(status) ? body : null, { status, headers })
    } catch (error) {
      throw new NoAnswerError(signal.aborted ? 'timed-out' : 'unreachable', { cause: error })
    }
  }
}

async function readBody(response: Response, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > maxBytes) throw new RangeError(`More than ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  const body = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    body.set(chunk, offset)
    offset += chunk.byteLength
  }
  return body
}

/** A `Response` of these may have none (Fetch, section 2.2.3). */
function hasBody(status: number): boolean {
  return status !== 204 && status !== 205 && status !== 304
}
