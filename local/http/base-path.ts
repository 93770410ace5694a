/**
 * The path that a URL's services are below: empty at the root of an origin, `/aws` of
 * `https://a.example/aws`.
 */
export function basePathOf(url: string): string {
  return new URL(url).pathname.replace(/\/+$/, '')
}

/** A path below `basePath`, e.g. `/login`; undefined for one that is elsewhere. */
export function pathBelow(basePath: string, pathname: string): string | undefined {
  if (basePath === '') return pathname
  if (pathname === basePath) return '/'
  return pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : undefined
}
