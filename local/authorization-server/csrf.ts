import { toBase64Url } from '../core/encoding/base64.ts'
import type { Runtime } from '../core/ports/runtime.ts'
import { cookie, readCookie } from '../http/cookies.ts'
import type { Parameters } from './parameters.ts'

const cookieName = 'XSRF-TOKEN'
const lifetimeSeconds = 86_400
const encoder = new TextEncoder()

type Tools = Pick<Runtime, 'crypto' | 'random'>

export interface Csrf {
  /** For the form's hidden field `_csrf`. */
  token: string
  /** Values of `Set-Cookie`: one, unless the browser has the cookie already. */
  cookies: string[]
}

/**
 * Binds the forms of a page to the browser that it is shown in. All authorization servers of an
 * base path share the cookie; each has a key of its own, so that none takes another's token.
 */
export async function openCsrf(
  tools: Tools,
  key: Uint8Array,
  request: Request,
  cookiePath: string,
): Promise<Csrf> {
  const known = readCookie(request, cookieName)
  const id = known ?? toBase64Url(tools.random.bytes(32))
  return {
    token: await tokenOf(tools, key, id),
    cookies: known === undefined ? [cookie(cookieName, id, lifetimeSeconds, cookiePath)] : [],
  }
}

/**
 * Whether a post was sent by a page of this very origin. Browsers say where a post comes from; the
 * token holds where one does not.
 */
export function isFromOwnOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site') ?? 'same-origin'
  const own = new URL(request.url).origin
  const origin = request.headers.get('origin') ?? own
  return (site === 'same-origin' || site === 'none') && origin === own
}

/** Whether the form was shown to this very browser. */
export async function isFormOfBrowser(
  tools: Tools,
  key: Uint8Array,
  request: Request,
  form: Parameters,
): Promise<boolean> {
  const id = readCookie(request, cookieName) ?? ''
  const expected = encoder.encode(await tokenOf(tools, key, id))
  const given = encoder.encode(form.get('_csrf') ?? '')
  return id !== '' && tools.crypto.equal(given, expected)
}

async function tokenOf({ crypto }: Tools, key: Uint8Array, id: string): Promise<string> {
  return toBase64Url(await crypto.hmacSha256(key, encoder.encode(id)))
}
