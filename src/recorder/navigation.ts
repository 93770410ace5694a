import type { Exchange } from './exchange.ts'
import { makeExchange } from './make-exchange.ts'

const nothing = { headers: {}, body: undefined }

/** The browser leaves the page for the domain, or for a provider by way of it. */
export function departure(address: string): Exchange | undefined {
  const now = Date.now()
  return makeExchange({
    startedAtMs: now,
    endedAtMs: now,
    method: 'GET',
    url: new URL(address),
    requestHeaders: new Headers(),
    requestBody: undefined,
    status: 0,
    responseHeaders: new Headers(),
    responseBody: undefined,
  })
}

/** The page is what the domain has sent the browser back to. @returns undefined where it is not. */
export function arrival(address: string): Exchange | undefined {
  const { origin, pathname, searchParams: query } = new URL(address)
  const error = query.get('error')
  if (!query.has('state') || (error === null && !query.has('code'))) return undefined
  return {
    id: crypto.randomUUID(),
    startedAtMs: Date.now(),
    durationMs: 0,
    to: 'domain',
    operation: 'callback',
    variant: undefined,
    method: 'GET',
    url: `${origin}${pathname}?${error === null ? 'code' : 'error'}=•••&state=•••`,
    status: 0,
    error: error ?? undefined,
    request: nothing,
    response: nothing,
    tokens: [],
  }
}
