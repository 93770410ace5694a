import * as csrf from '../authorization-server/csrf.ts'
import type { Parameters } from '../authorization-server/parameters.ts'
import { installationKey } from '../user-pools/installation-key.ts'
import type { ManagedLoginContext } from './context.ts'
import { PageError } from './errors.ts'

/** Binds the forms of a page to the browser that it is shown in. */
export async function openCsrf(ctx: ManagedLoginContext, request: Request): Promise<csrf.Csrf> {
  return csrf.openCsrf(ctx, await keyOf(ctx), request, `${ctx.basePath}/`)
}

/**
 * Refuses a post that another site makes a browser send.
 *
 * @throws PageError foreign_post
 */
export function checkSameOrigin(request: Request): void {
  if (!csrf.isFromOwnOrigin(request)) throw new PageError('foreign_post')
}

/** @throws PageError expired_page unless the form was shown to this very browser. */
export async function checkCsrf(
  ctx: ManagedLoginContext,
  request: Request,
  form: Parameters,
): Promise<void> {
  const isOurs = await csrf.isFormOfBrowser(ctx, await keyOf(ctx), request, form)
  if (!isOurs) throw new PageError('expired_page')
}

function keyOf(ctx: ManagedLoginContext): Promise<Uint8Array> {
  return installationKey(ctx, 'managed-login-csrf')
}
