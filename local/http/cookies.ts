/** Of responses that are a browser's own objects, which take no such header. */
const dropped = new WeakMap<Response, readonly string[]>()

/** Adds values of `Set-Cookie` to a response. */
export function setCookies(response: Response, values: readonly string[]): Response {
  if (values.length === 0) return response
  for (const value of values) response.headers.append('set-cookie', value)
  if (!response.headers.has('set-cookie')) {
    dropped.set(response, [...(dropped.get(response) ?? []), ...values])
  }
  return response
}

/** What a response sets, whether its headers could take it or not. */
export function cookiesOf(response: Response): readonly string[] {
  return dropped.get(response) ?? response.headers.getSetCookie()
}

/** The value of a cookie that the request carries; the first one, if it comes twice. */
export function readCookie(request: Request, name: string): string | undefined {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}

/**
 * A `Set-Cookie` value that scripts cannot read and other sites' posts do not carry (RFC 6265bis).
 * Not `Secure` on loopback, where there is no TLS and some browsers would drop it.
 *
 * @param maxAgeSeconds 0 removes the cookie; undefined keeps it until the browser is closed.
 */
export function cookie(
  name: string,
  value: string,
  maxAgeSeconds: number | undefined,
  path = '/',
): string {
  const lifetime = maxAgeSeconds === undefined ? '' : `; Max-Age=${maxAgeSeconds}`
  return `${name}=${value}; Path=${path}${lifetime}; HttpOnly; SameSite=Lax`
}
