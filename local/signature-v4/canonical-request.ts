import { uriEncode } from './uri-encode.ts'

/** What a signature covers. */
export interface CanonicalRequestParts {
  method: string
  /** Encoded as the service wants it. */
  path: string
  /** Decoded names and values, `X-Amz-Signature` left out. */
  query: Iterable<readonly [name: string, value: string]>
  /** The signed headers, names in lower case. */
  headers: readonly (readonly [name: string, value: string])[]
  /** Lower-case hex, or one of the constants such as `UNSIGNED-PAYLOAD`. */
  payloadHash: string
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
export function canonicalRequest(parts: CanonicalRequestParts): string {
  const headers = parts.headers
    .map(([name, value]) => [name, canonicalHeaderValue(value)] as const)
    .sort(([left], [right]) => (left < right ? -1 : 1))
  return [
    parts.method,
    parts.path,
    canonicalQuery(parts.query),
    ...headers.map(([name, value]) => `${name}:${value}`),
    '',
    headers.map(([name]) => name).join(';'),
    parts.payloadHash,
  ].join('\n')
}

/** Names and values encoded, then sorted by name and by value. */
export function canonicalQuery(query: CanonicalRequestParts['query']): string {
  return Array.from(query, ([name, value]) => [uriEncode(name), uriEncode(value)] as const)
    .sort(([leftName, left], [rightName, right]) =>
      leftName === rightName ? compare(left, right) : compare(leftName, rightName),
    )
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}

function canonicalHeaderValue(value: string): string {
  return value.trim().replace(/ {2,}/g, ' ')
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
