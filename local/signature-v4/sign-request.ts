import { toHex } from '../core/encoding/hex.ts'
import type { Crypto } from '../core/ports/crypto.ts'
import { formatAmzDate } from './amz-date.ts'
import { canonicalQuery, canonicalRequest } from './canonical-request.ts'
import { algorithm, deriveSigningKey, scopeText, sign, stringToSign } from './signature.ts'

export interface Signing {
  accessKeyId: string
  secretAccessKey: string
  region: string
  service: string
  /** Of the clock that the service compares with. */
  nowMs: number
}

interface Unsigned {
  method: string
  url: URL
  headers?: Readonly<Record<string, string>>
  body?: string
}

/**
 * A request with its signature in a header.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export async function signRequest(
  crypto: Crypto,
  signing: Signing,
  { method, url, headers = {}, body = '' }: Unsigned,
): Promise<Request> {
  const amzDate = formatAmzDate(signing.nowMs)
  const payloadHash = toHex(await crypto.sha256(new TextEncoder().encode(body)))
  const signed = {
    ...headers,
    host: url.host,
    'x-amz-content-sha256': payloadHash,
    'x-amz-date': amzDate,
  }
  const scope = { ...signing, date: amzDate.slice(0, 8) }
  const key = await deriveSigningKey(crypto, signing.secretAccessKey, scope)
  const canonical = canonicalRequest({
    method,
    path: url.pathname,
    query: url.searchParams,
    headers: Object.entries(signed),
    payloadHash,
  })
  const signature = await sign(crypto, key, await stringToSign(crypto, amzDate, scope, canonical))
  const authorization = [
    `${algorithm} Credential=${signing.accessKeyId}/${scopeText(scope)}`,
    `SignedHeaders=${Object.keys(signed).sort().join(';')}`,
    `Signature=${signature}`,
  ].join(', ')
  return new Request(url, {
    method,
    headers: { ...signed, authorization },
    ...(body !== '' && { body }),
  })
}

/** An address that reads an object for a while, for whoever has it. */
export async function presignUrl(
  crypto: Crypto,
  signing: Signing,
  url: URL,
  expiresInSeconds: number,
): Promise<URL> {
  const amzDate = formatAmzDate(signing.nowMs)
  const scope = { ...signing, date: amzDate.slice(0, 8) }
  const query: [string, string][] = [
    ...url.searchParams,
    ['X-Amz-Algorithm', algorithm],
    ['X-Amz-Credential', `${signing.accessKeyId}/${scopeText(scope)}`],
    ['X-Amz-Date', amzDate],
    ['X-Amz-Expires', String(expiresInSeconds)],
    ['X-Amz-SignedHeaders', 'host'],
  ]
  const key = await deriveSigningKey(crypto, signing.secretAccessKey, scope)
  const canonical = canonicalRequest({
    method: 'GET',
    path: url.pathname,
    query,
    headers: [['host', url.host]],
    payloadHash: 'UNSIGNED-PAYLOAD',
  })
  const signature = await sign(crypto, key, await stringToSign(crypto, amzDate, scope, canonical))
  return new URL(
    `${url.origin}${url.pathname}?${canonicalQuery(query)}&X-Amz-Signature=${signature}`,
  )
}
