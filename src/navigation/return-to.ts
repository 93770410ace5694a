import { paths } from './paths.ts'

/** Nor to those below them. */
const neverReturnedTo = new Set([
  paths.signIn(),
  paths.signUp(),
  paths.confirm(),
  paths.forgotPassword(),
  paths.ownPassword(),
  paths.secondFactor(),
  paths.passkeyOffer(),
  paths.callback(),
  paths.signOut(),
])

/**
 * The path to go to after signing in: `value` where it resolves to a page of our own origin, the
 * profile for anything else.
 *
 * @see https://owasp.org/www-project-application-security-verification-standard/ ASVS 3.7.2
 */
export function parseReturnTo(value: string | null | undefined, origin: string): string {
  if (!value || !URL.canParse(value, origin)) return paths.profile()
  const url = new URL(value, origin)
  const [, page = ''] = url.pathname.split('/')
  if (url.origin !== origin || neverReturnedTo.has(`/${page}`)) return paths.profile()
  // `/.//host` resolves to our origin with the path `//host`, which a browser reads as a host.
  if (url.pathname.startsWith('//')) return paths.profile()
  return url.pathname + url.search + url.hash
}
