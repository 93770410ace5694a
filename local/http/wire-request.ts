/** A request as it came over the wire. */
export interface Received {
  method: string
  /** As a `Request` would have it. */
  url: string
  /**
   * In origin form, as it was. The URL Standard removes dot segments, and `a/../b` is an S3 key like
   * any other.
   */
  target: string
  headers: Headers
  /** To be read once; undefined when there is no body. */
  chunks: AsyncIterable<Uint8Array> | undefined
  /** Whom it came from; undefined where nobody connected. */
  remoteAddress?: string | undefined
}

/**
 * A `Request` that is made whole only when somebody asks for more than stands here: its abort
 * signal, its stream and the reading of its parts cost as much as proving a signature.
 */
class WireRequest {
  readonly received: Received
  #body: ReadableStream<Uint8Array> | null | undefined
  #whole: Request | undefined

  constructor(received: Received) {
    this.received = received
  }

  get method() {
    return this.received.method
  }

  get url() {
    return this.received.url
  }

  get headers() {
    return this.received.headers
  }

  get body() {
    const { chunks } = this.received
    this.#body ??= chunks ? streamOf(chunks) : null
    return this.#body
  }

  get whole() {
    const { method, headers, body } = this
    const init = { method, headers, body, duplex: 'half' as const }
    this.#whole ??= new Request(this.url, init)
    return this.#whole
  }
}

const everythingElse = Object.getOwnPropertyNames(Request.prototype).filter(
  (name) => !(name in WireRequest.prototype),
)
for (const name of everythingElse) {
  Object.defineProperty(WireRequest.prototype, name, {
    get(this: WireRequest) {
      const value: unknown = Reflect.get(this.whole, name)
      return typeof value === 'function' ? (value.bind(this.whole) as unknown) : value
    },
  })
}

/** @throws TypeError for a method that no `Request` may have. */
export function wireRequest(received: Received): Request {
  // https://fetch.spec.whatwg.org/#forbidden-method
  if (/^(connect|trace|track)$/i.test(received.method)) {
    throw new TypeError(`A request cannot have the method ${received.method}`)
  }
  return new WireRequest(received) as unknown as Request
}

/** The request target in origin form: as it came over the wire, or from `request.url`. */
export function requestTarget(request: Request): string {
  const received = receivedOf(request)
  if (received) return received.target
  const { pathname, search } = new URL(request.url)
  return pathname + search
}

/** The body's bytes, to be read once: without a stream around them where there is none yet. */
export function requestChunks(request: Request): AsyncIterable<Uint8Array> {
  const received = receivedOf(request)
  return (received ? received.chunks : streamed(request)) ?? nothing
}

const nothing: AsyncIterable<never> = {
  [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }),
}

/** The same request; `take` is told its body as whoever answers reads it. */
export function tapRequest(request: Request, take: (chunk: Uint8Array) => void): Request {
  const { method, url, headers } = request
  const received = receivedOf(request) ?? {
    method,
    url,
    target: requestTarget(request),
    headers,
    chunks: streamed(request) ?? undefined,
  }
  const { chunks } = received
  return chunks ? wireRequest({ ...received, chunks: tapped(chunks, take) }) : request
}

async function* tapped(chunks: AsyncIterable<Uint8Array>, take: (chunk: Uint8Array) => void) {
  for await (const chunk of chunks) {
    take(chunk)
    yield chunk
  }
}

export function remoteAddress(request: Request): string | undefined {
  return receivedOf(request)?.remoteAddress
}

function streamed(request: Request): ReadableStream<Uint8Array> | null {
  return request.body as ReadableStream<Uint8Array> | null
}

function receivedOf(request: object): Received | undefined {
  return request instanceof WireRequest ? request.received : undefined
}

function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await iterator.next()
        if (next.done) controller.close()
        else controller.enqueue(next.value)
      },
      async cancel() {
        await iterator.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}
