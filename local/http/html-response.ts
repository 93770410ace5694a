import { setCookies } from './cookies.ts'
import type { Html } from './html.ts'

export interface HtmlResponseOptions {
  status?: number
  /** Values of `Set-Cookie`. */
  cookies?: readonly string[]
  /** Where the answers to the page's forms may lead. */
  formTargets?: readonly string[]
  /** SHA-256 of each script in the page, in Base64. */
  scriptHashes?: readonly string[]
  /** Whether it runs scripts that this origin serves. */
  runsOwnScripts?: boolean
}

/** A page that runs no script but those it names, is framed by nobody and kept by nobody. */
export function htmlResponse(page: Html, options: HtmlResponseOptions = {}): Response {
  const { status = 200, cookies = [] } = options
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy(options),
    'x-frame-options': 'DENY',
    ...pageHeaders,
  }
  return setCookies(new Response(page.markup, { status, headers }), cookies)
}

/**
 * `same-origin` keeps codes and names from other sites, as `no-referrer` would; but under that one a
 * browser sends its own form with `Origin: null` (Fetch, section 3.2).
 */
export const pageHeaders = {
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
}

/**
 * Chromium holds `form-action` against the redirect that answers a form too, so that the app's
 * origin has to be in it (w3c/webappsec-csp#8).
 */
function contentSecurityPolicy({
  formTargets = [],
  scriptHashes = [],
  runsOwnScripts = false,
}: HtmlResponseOptions): string {
  const targets = new Set(["'self'", ...formTargets.map(sourceOf)])
  const scripts = [
    ...scriptHashes.map((hash) => `'sha256-${hash}'`),
    ...(runsOwnScripts ? ["'self'"] : []),
  ]
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    ...(scripts.length > 0 ? [`script-src ${scripts.join(' ')}`] : []),
    `form-action ${[...targets].join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}

/** The origin, or the scheme of an app's own. CSP's grammar has no IPv6 addresses either. */
function sourceOf(uri: string): string {
  const { origin, protocol, hostname } = new URL(uri)
  return origin === 'null' || hostname.startsWith('[') ? protocol : origin
}
