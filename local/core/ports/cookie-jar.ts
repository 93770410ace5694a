/**
 * Who keeps a browser's cookies where requests and answers cannot carry them: a service worker sees
 * neither `Cookie` nor `Set-Cookie`.
 */
export interface CookieJar {
  /** The value of `Cookie` for a request to `url`; empty for none. */
  header(url: string): string | Promise<string>
  /** @param setCookie a value of `Set-Cookie` in the answer to a request to `url`. */
  keep(url: string, setCookie: string): void | Promise<void>
}
