import type { RawExchange } from './make-exchange.ts'

interface Asked {
  method: string
  url: URL
  headers: Headers
}

/** XMLHttpRequest, by which Amplify uploads. @returns what takes it away again. */
export function listenToXhr(hear: (raw: RawExchange) => void): () => void {
  const prototype = XMLHttpRequest.prototype
  const asked = new WeakMap<XMLHttpRequest, Asked>()
  // oxlint-disable-next-line typescript/unbound-method -- applied with their own `this`
  const { open, setRequestHeader, send } = prototype

  prototype.open = new Proxy(open, {
    apply(target, request: XMLHttpRequest, args: [string, string | URL, ...unknown[]]) {
      const [method, address] = args
      const url = new URL(address, window.location.href)
      asked.set(request, { method, url, headers: new Headers() })
      return Reflect.apply(target, request, args) as unknown
    },
  })
  prototype.setRequestHeader = new Proxy(setRequestHeader, {
    apply(target, request: XMLHttpRequest, args: [string, string]) {
      asked.get(request)?.headers.append(...args)
      return Reflect.apply(target, request, args) as unknown
    },
  })
  prototype.send = new Proxy(send, {
    apply(target, request: XMLHttpRequest, args: [unknown]) {
      const call = asked.get(request)
      const startedAtMs = Date.now()
      if (call) {
        request.addEventListener('loadend', () => {
          const answered = {
            ...{ startedAtMs, endedAtMs: Date.now(), method: call.method, url: call.url },
            requestHeaders: call.headers,
            requestBody: args[0] ? '(file)' : undefined,
            status: request.status || undefined,
            responseHeaders: headersOf(request),
          }
          const tell = (responseBody: string | undefined) => hear({ ...answered, responseBody })
          void textOf(request, answered.responseHeaders).then(tell, () => tell(undefined))
        })
      }
      return Reflect.apply(target, request, args) as unknown
    },
  })
  return () => Object.assign(prototype, { open, setRequestHeader, send })
}

/** Amplify asks for a Blob, whatever comes. @returns undefined for a file. */
async function textOf(request: XMLHttpRequest, headers: Headers): Promise<string | undefined> {
  if (!/json|xml/.test(headers.get('content-type') ?? '')) return undefined
  const response: unknown = request.response
  return response instanceof Blob ? response.text() : String(response)
}

function headersOf(request: XMLHttpRequest): Headers {
  const headers = new Headers()
  for (const line of request
    .getAllResponseHeaders()
    .trim()
    .split(/[\r\n]+/)) {
    const at = line.indexOf(':')
    if (at > 0) headers.append(line.slice(0, at), line.slice(at + 1).trim())
  }
  return headers
}
