/**
 * What `URL.canParse` and `new URL` would do together, but for a fault of Node 20 and 22: after some
 * thousands of calls their `canParse` refuses hosts with letters such as ü.
 *
 * @returns undefined for what is no absolute URL.
 */
export function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}
