import type { Crypto } from '../core/ports/crypto.ts'
import type { Log } from '../core/ports/log.ts'
import { allowOrigin, answerPreflight } from './cors.ts'
import { LocalApiError } from './local-api-error.ts'
import type { OpenPages } from './console/console-pages.ts'
import type { MailPages } from './messages/mail-pages.ts'
import { findHandlers } from './find-handlers.ts'
import type { Routes } from './handler.ts'

interface LocalApiOptions {
  /** Of this run. */
  adminToken: string
  crypto: Crypto
  /** Origins whose pages may call: those of the app. */
  origins: () => readonly string[]
  routes: Routes
  /** The console. */
  pages: OpenPages
  mailPages: MailPages
  log: Log
}

/**
 * The local AWS's own API, below `/_local/`. AWS has nothing like it.
 *
 * The console is a page, the same for everybody. Every call needs `Authorization: Bearer <admin token>`: other
 * pages in the same browser can reach this port, and must not read people's codes. The token is never taken from a URL, which ends up in
 * histories and logs; what can send no header, as a browser's `EventSource`, has to use `fetch`.
 */
export function createLocalApi(options: LocalApiOptions): {
  /** @param pathname of the request, below the base path. */
  fetch: (request: Request, pathname?: string) => Promise<Response>
} {
  const { adminToken, crypto, origins, routes, pages, mailPages, log } = options

  async function answer(request: Request, pathname: string): Promise<Response> {
    const url = new URL(request.url)
    const found = findHandlers(routes, pathname)
    if (request.method === 'OPTIONS') return answerPreflight(Object.keys(found?.handlers ?? {}))
    if (request.method === 'GET') {
      const page = pages.get(pathname)?.() ?? mailPages.find(pathname)
      if (page) return page
    }
    if (!(await isAdmin(request.headers.get('authorization')))) {
      throw new LocalApiError(
        401,
        'Send the admin token of this run: Authorization: Bearer <adminToken>.',
        { 'www-authenticate': 'Bearer' },
      )
    }
    if (!found) throw new LocalApiError(404, `There is no ${url.pathname}.`)
    const { handlers, id } = found
    const handler = Object.hasOwn(handlers, request.method) ? handlers[request.method] : undefined
    if (handler) return handler(request, url, id)
    const allow = Object.keys(handlers).join(', ')
    throw new LocalApiError(405, `${url.pathname} answers to ${allow}.`, { allow })
  }

  /** Compares digests, which have one length whatever was sent. */
  async function isAdmin(authorization: string | null): Promise<boolean> {
    const [scheme = '', token = ''] = (authorization ?? '').split(' ')
    if (scheme.toLowerCase() !== 'bearer') return false
    const [sent, expected] = await Promise.all([digest(token), digest(adminToken)])
    return crypto.equal(sent, expected)
  }

  const digest = (text: string) => crypto.sha256(new TextEncoder().encode(text))

  return {
    async fetch(request, pathname = new URL(request.url).pathname) {
      // Before: what is asked for may be to go on to other data.
      const allowed = origins()
      const response = await answer(request, pathname).catch((error: unknown) => refuse(error, log))
      response.headers.set('cache-control', 'no-store')
      return allowOrigin(request, response, allowed)
    },
  }
}

function refuse(error: unknown, log: Log): Response {
  if (error instanceof LocalApiError) {
    const { status, message, headers } = error
    return Response.json({ message }, { status, headers })
  }
  log.error('/_local failed', error)
  const message = 'The local AWS failed; its terminal says how.'
  return Response.json({ message }, { status: 500 })
}
