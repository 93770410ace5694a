import { asset } from '../../authorization-server/asset.ts'
import type { ManagedLoginContext } from '../context.ts'
import { logo } from '../../core/brand.ts'
import { passkeyScript } from '../passkey-script.ts'
import { stylesheet } from '../theme.ts'

/** GET /managed-login/style.css: as the app client named in the query has it. */
export function showStyle(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  const id = new URL(request.url).searchParams.get('client_id')
  const branding = ctx.brandings().find(({ clientId }) => clientId === id)
  return Promise.resolve(asset(stylesheet(branding?.settings), 'text/css; charset=utf-8'))
}

export function showIcon(): Promise<Response> {
  return Promise.resolve(asset(logo, 'image/svg+xml'))
}

/** GET /managed-login/passkey.js */
export function showPasskeyScript(): Promise<Response> {
  return Promise.resolve(asset(passkeyScript, 'text/javascript; charset=utf-8'))
}
