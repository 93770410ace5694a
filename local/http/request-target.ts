const targets = new WeakMap<Request, string>()

/**
 * Keeps the request target as it came over the wire, for `requestTarget`. A `Request` cannot hold
 * it: the URL Standard removes dot segments, and `a/../b` is an S3 key like any other.
 *
 * @param target As in the request line: origin form (`/path?query`) or absolute form.
 */
export function keepRequestTarget(request: Request, target: string): void {
  targets.set(request, target)
}

/** The request target in origin form: as it was kept, or from `request.url`. */
export function requestTarget(request: Request): string {
  const target = targets.get(request) ?? request.url
  if (target.startsWith('/')) return target
  const rest = target.slice(target.indexOf('://') + 3)
  const end = rest.search(/[/?]/)
  return end === -1 ? '/' : rest.charAt(end) === '?' ? `/${rest.slice(end)}` : rest.slice(end)
}
