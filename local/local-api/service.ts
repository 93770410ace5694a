import type { Crypto } from '../core/ports/crypto.ts'
import type { Log } from '../core/ports/log.ts'
import { allowOrigin, answerPreflight } from './cors.ts'

export interface AdminOptions {
  /** Of this run. */
  adminToken: string
  crypto: Crypto
  /** Origins whose pages may call: those of the app. */
  origins: () => readonly string[]
  /** @param to only those to this address or number. */
  messages: (to?: string) => readonly object[]
  reset: () => Promise<void>
  log: Log
}

type Handler = (url: URL) => Response | Promise<Response>

/**
 * The local AWS's own API, below `/_local/`. AWS has nothing like it.
 *
 * Every call needs `Authorization: Bearer <admin token>`: other pages in the same browser can reach
 * this port, and must not read people's codes.
 */
export function createAdmin({ adminToken, crypto, origins, messages, reset, log }: AdminOptions): {
  /** @param pathname of the request, below the base path. */
  fetch: (request: Request, pathname?: string) => Promise<Response>
} {
  const routes: Readonly<Record<string, Readonly<Record<string, Handler>>>> = {
    '/_local/messages': {
      GET: (url) => Response.json(messages(url.searchParams.get('to') ?? undefined)),
    },
    '/_local/reset': {
      POST: async () => {
        await reset()
        return new Response(null, { status: 204 })
      },
    },
  }

  async function answer(request: Request, pathname: string): Promise<Response> {
    const url = new URL(request.url)
    const route = Object.hasOwn(routes, pathname) ? routes[pathname] : undefined
    if (request.method === 'OPTIONS') return answerPreflight(Object.keys(route ?? {}))
    if (!(await isAdmin(request.headers.get('authorization')))) {
      return problem(401, 'Send the admin token of this run: Authorization: Bearer <adminToken>.', {
        'www-authenticate': 'Bearer',
      })
    }
    if (!route) return problem(404, `There is no ${url.pathname}.`)
    const handler = Object.hasOwn(route, request.method) ? route[request.method] : undefined
    if (handler) return handler(url)
    const allow = Object.keys(route).join(', ')
    return problem(405, `${url.pathname} answers to ${allow}.`, { allow })
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
      const response = await answer(request, pathname).catch((error: unknown) => {
        log.error('/_local failed', error)
        return problem(500, 'The local AWS failed; its terminal says how.')
      })
      response.headers.set('cache-control', 'no-store')
      return allowOrigin(request, response, origins())
    },
  }
}

function problem(status: number, message: string, headers: Record<string, string> = {}): Response {
  return Response.json({ message }, { status, headers })
}
