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
