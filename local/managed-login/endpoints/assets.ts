import { pageHeaders } from '../../http/html-response.ts'
import type { ManagedLoginContext } from '../context.ts'
import { icon } from '../pages/style.ts'
import { stylesheet } from '../theme.ts'

/** GET /managed-login/style.css: as the app client named in the query has it. */
export function showStyle(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  const id = new URL(request.url).searchParams.get('client_id')
  const branding = ctx.brandings().find(({ clientId }) => clientId === id)
  return Promise.resolve(asset(stylesheet(branding?.settings), 'text/css; charset=utf-8'))
}

export function showIcon(): Promise<Response> {
  return Promise.resolve(asset(icon, 'image/svg+xml'))
}

function asset(text: string, type: string): Response {
  const headers = { ...pageHeaders, 'content-type': type, 'cache-control': 'no-cache' }
  return new Response(text, { headers })
}
