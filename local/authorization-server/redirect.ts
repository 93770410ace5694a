import { setCookies } from '../http/cookies.ts'

/**
 * A registered redirect URI with the answer to an authorization request. What its own query holds
 * stays as it is written (RFC 6749, section 3.1.2).
 *
 * @param part `fragment` in the implicit flow, whose answer no server should see.
 */
export function redirectUrl(
  redirectUri: string,
  parameters: Readonly<Record<string, string | undefined>>,
  part: 'query' | 'fragment' = 'query',
): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined)
  const query = new URLSearchParams(given as [string, string][]).toString()
  if (part === 'fragment') return `${redirectUri}#${query}`
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${query}`
}

/** @param cookies values of `Set-Cookie`. */
export function redirectTo(location: string, cookies: readonly string[] = []): Response {
  const headers = { location, 'cache-control': 'no-store' }
  return setCookies(new Response(null, { status: 302, headers }), cookies)
}
