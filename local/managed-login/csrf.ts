import type { Parameters } from '../authorization-server/parameters.ts'
import { toBase64Url } from '../core/base64.ts'
import { cookie, readCookie } from '../http/cookies.ts'
import { installationKey } from '../user-pools/installation-key.ts'
import type { ManagedLoginContext } from './context.ts'
import { PageError } from './errors.ts'

const cookieName = 'XSRF-TOKEN'
const lifetimeSeconds = 86_400
const encoder = new TextEncoder()

export interface Csrf {
  /** For the form's hidden field. */
  token: string
  /** Values of `Set-Cookie`: one, unless the browser has the cookie already. */
  cookies: string[]
}

/** Binds the forms of a page to the browser that it is shown in. */
export async function openCsrf(ctx: ManagedLoginContext, request: Request): Promise<Csrf> {
  const known = readCookie(request, cookieName)
  const id = known ?? toBase64Url(ctx.random.bytes(32))
  return {
    token: await tokenOf(ctx, id),
    cookies: known === undefined ? [cookie(cookieName, id, lifetimeSeconds)] : [],
  }
}

/**
 * Refuses a post that another site makes a browser send. Browsers say where a post comes from; the
 * token holds where one does not.
 *
 * @throws PageError foreign_post
 */
export function checkSameOrigin(request: Request): void {
  const site = request.headers.get('sec-fetch-site') ?? 'same-origin'
  const own = new URL(request.url).origin
  const origin = request.headers.get('origin') ?? own
  if ((site !== 'same-origin' && site !== 'none') || origin !== own) {
    throw new PageError('foreign_post')
  }
}

/** @throws PageError expired_page unless the form was shown to this very browser. */
export async function checkCsrf(
  ctx: ManagedLoginContext,
  request: Request,
  form: Parameters,
): Promise<void> {
  const id = readCookie(request, cookieName) ?? ''
  const expected = encoder.encode(await tokenOf(ctx, id))
  const given = encoder.encode(form.get('_csrf') ?? '')
  if (id === '' || !ctx.crypto.equal(given, expected)) throw new PageError('expired_page')
}

async function tokenOf(ctx: ManagedLoginContext, id: string): Promise<string> {
  const key = await installationKey(ctx, 'managed-login-csrf')
  return toBase64Url(await ctx.crypto.hmacSha256(key, encoder.encode(id)))
}
