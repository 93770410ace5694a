import type { RawExchange } from './make-exchange.ts'

/**
 * Stands before `fetch`. The answer goes on at once; a copy of it is read beside it.
 *
 * @returns what takes it away again.
 */
export function listenToFetch(hear: (raw: RawExchange) => void): () => void {
  const original = window.fetch
  const heard: typeof window.fetch = async function heardFetch(input, init) {
    const startedAtMs = Date.now()
    const asked = {
      startedAtMs,
      method: init?.method ?? (input instanceof Request ? input.method : 'GET'),
      url: new URL(input instanceof Request ? input.url : input, window.location.href),
      requestHeaders: new Headers(
        init?.headers ?? (input instanceof Request ? input.headers : undefined),
      ),
    }
    const sent = bodyOf(input, init)
    const nothing = { responseHeaders: new Headers(), responseBody: undefined }
    try {
      const response = await original.call(window, input, init)
      const endedAtMs = Date.now()
      const answered = { ...asked, endedAtMs, status: response.status }
      const tell = (responseBody: string | undefined) =>
        sent.then((requestBody) =>
          hear({ ...answered, requestBody, responseHeaders: response.headers, responseBody }),
        )
      // A file is nobody's business; what broke off is told to whoever reads the answer itself.
      const isText = /json|xml/.test(response.headers.get('content-type') ?? '')
      if (isText)
        void response
          .clone()
          .text()
          .then(tell, () => tell(undefined))
      else void tell(undefined)
      return response
    } catch (error) {
      const broken = { ...asked, ...nothing, endedAtMs: Date.now(), status: undefined }
      void sent.then((requestBody) => hear({ ...broken, requestBody }))
      throw error
    }
  }
  window.fetch = heard
  return () => {
    if (window.fetch === heard) window.fetch = original
  }
}

/** Of a whole `Request` a copy is read, made before it is sent. */
async function bodyOf(
  input: RequestInfo | URL,
  init: RequestInit | undefined,
): Promise<string | undefined> {
  if (!(input instanceof Request) || init?.body) return textOf(init?.body)
  if (!input.body) return undefined
  const isText = /json|xml|x-www-form-urlencoded/.test(input.headers.get('content-type') ?? '')
  return isText ? input.clone().text() : file
}

/** In the place of what is nobody's business. */
const file = '(file)'

function textOf(body: BodyInit | null | undefined): string | undefined {
  if (typeof body === 'string') return body
  if (body instanceof URLSearchParams) return body.toString()
  return body ? file : undefined
}
