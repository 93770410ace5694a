import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileBehind } from '../../../infra/build/pages/pages-function.ts'
import { securityHeaders, type CspEndpoints } from '../../../infra/build/pages/security-headers.ts'
import { headersOf, kindOf } from '../../../infra/deploy/site/file-headers.ts'
import { listen } from '../../../local/listeners.ts'
import { systemLog } from '../../../local/node/system-log.ts'

export interface AppServer {
  /** The app's origin. */
  url: string
  close: () => Promise<void>
}

/**
 * Serves the built app as `vite preview` does, on a port of its own and with any configuration. Answers
 * that Playwright puts in the place of others have every request of a page wait for the test, and its
 * own client may ask on a connection that the server is closing just then.
 *
 * @param config what `/config.json` holds, and the policies of pages name, at each request anew.
 */
export async function serveApp(config: () => CspEndpoints | undefined): Promise<AppServer> {
  const service = (request: Request) => answer(request, config())
  const listener = await listen(service, { port: 0, log: systemLog })
  return { url: `http://localhost:${listener.port}`, close: () => listener.close() }
}

async function answer(request: Request, config: CspEndpoints | undefined): Promise<Response> {
  const { pathname } = new URL(request.url)
  const headers = new Headers(Object.entries(securityHeaders(config)))
  if (pathname === '/config.json') {
    headers.set('Cache-Control', 'no-store')
    return Response.json(config, { headers })
  }
  const key = fileBehind(pathname, Object.fromEntries(request.headers)).slice(1)
  const content = await readFile(join('dist', key)).catch(() => undefined)
  if (content === undefined) return new Response('Not found', { status: 404, headers })
  const { contentType, cacheControl } = headersOf(key, kindOf(key, false))
  headers.set('Content-Type', contentType)
  headers.set('Cache-Control', cacheControl)
  return new Response(content, { headers })
}
