import type { Crypto } from '../ports/crypto.ts'
import { toHex } from '../encoding/hex.ts'
import { uriEncode } from './sigv4-uri-encode.ts'

const sigV4Algorithm = 'AWS4-HMAC-SHA256'

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

/** What a derived key is good for. */
export interface CredentialScope {
  /** `YYYYMMDD`. */
  date: string
  region: string
  service: string
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

export function scopeText({ date, region, service }: CredentialScope): string {
  return `${date}/${region}/${service}/aws4_request`
}

/** @param amzDate `YYYYMMDDTHHMMSSZ`. */
export async function stringToSign(
  crypto: Crypto,
  amzDate: string,
  scope: CredentialScope,
  request: string,
): Promise<string> {
  const hash = await crypto.sha256(encoder.encode(request))
  return [sigV4Algorithm, amzDate, scopeText(scope), toHex(hash)].join('\n')
}

export async function deriveSigningKey(
  crypto: Crypto,
  secretAccessKey: string,
  { date, region, service }: CredentialScope,
): Promise<Uint8Array> {
  let key: Uint8Array = encoder.encode(`AWS4${secretAccessKey}`)
  for (const step of [date, region, service, 'aws4_request']) {
    key = await crypto.hmacSha256(key, encoder.encode(step))
  }
  return key
}

/** @returns lower-case hex. */
export async function sign(crypto: Crypto, signingKey: Uint8Array, text: string): Promise<string> {
  return toHex(await crypto.hmacSha256(signingKey, encoder.encode(text)))
}

/** Hex digits compared in constant time, so that a forger learns nothing from how long it took. */
export function isSameSignature(crypto: Crypto, expected: string, provided: string): boolean {
  return crypto.equal(encoder.encode(expected), encoder.encode(provided))
}

/** Epoch milliseconds of `YYYYMMDDTHHMMSSZ`; undefined when it is no such time. */
export function parseAmzDate(amzDate: string): number | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(amzDate)
  if (!match) return undefined
  const [year, month, day, hour, minute, second] = match.slice(1)
  const iso = `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}.000Z`
  const time = Date.parse(iso)
  // Date.parse takes 31 February for 3 March in some engines.
  return !Number.isNaN(time) && new Date(time).toISOString() === iso ? time : undefined
}

const encoder = new TextEncoder()

function canonicalHeaderValue(value: string): string {
  return value.trim().replace(/ {2,}/g, ' ')
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
