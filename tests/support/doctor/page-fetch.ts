const simpleMethods = ['GET', 'HEAD', 'POST']
const simpleHeaders = ['accept', 'accept-language', 'content-language']
const simpleTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/
const readableHeaders = ['cache-control', 'content-language', 'content-length', 'content-type']

/**
 * `fetch` as a page of `origin` has it: it asks other origins before it sends what a form could not,
 * and keeps from the page what it may not read.
 *
 * @see https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function createPageFetch(origin: string) {
  return async function pageFetch(url: string, init: RequestInit = {}): Promise<Response> {
    if (new URL(url).origin === origin) return fetch(url, init)
    if (init.mode === 'no-cors') {
      await fetch(url, init)
      return new Response()
    }
    const method = init.method ?? 'GET'
    const headers = new Headers(new Request(url, init).headers)
    const unsafe = [...headers.keys()].filter((name) => !isSimple(name, headers.get(name) ?? ''))
    if (unsafe.length > 0 || !simpleMethods.includes(method)) {
      await askFirst(origin, url, method, unsafe.sort())
    }
    headers.set('origin', origin)
    const response = await fetch(url, { ...init, headers })
    checkOrigin(origin, response)
    const exposed = [...readableHeaders, ...listOf(response, 'access-control-expose-headers')]
    return new Response(method === 'HEAD' ? null : await response.text(), {
      status: response.status,
      headers: [...response.headers].filter(([name]) => exposed.includes(name)),
    })
  }
}

async function askFirst(origin: string, url: string, method: string, unsafe: string[]) {
  const response = await fetch(url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': method,
      ...(unsafe.length > 0 && { 'access-control-request-headers': unsafe.join(',') }),
    },
  })
  checkOrigin(origin, response)
  const allowed = listOf(response, 'access-control-allow-headers')
  const isAllowed =
    response.ok &&
    (simpleMethods.includes(method) ||
      listOf(response, 'access-control-allow-methods').includes(method.toLowerCase())) &&
    unsafe.every((name) => allowed.includes(name))
  if (!isAllowed) throw new TypeError('Failed to fetch')
}

function checkOrigin(origin: string, { headers }: Response): void {
  const allowed = headers.get('access-control-allow-origin')
  if (allowed !== '*' && allowed !== origin) throw new TypeError('Failed to fetch')
}

function isSimple(name: string, value: string): boolean {
  return simpleHeaders.includes(name) || (name === 'content-type' && simpleTypes.test(value))
}

function listOf({ headers }: Response, name: string): string[] {
  return (headers.get(name) ?? '').split(',').map((item) => item.trim().toLowerCase())
}
