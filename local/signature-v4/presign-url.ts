import type { Clock } from '../core/ports/clock.ts'
import type { Crypto } from '../core/ports/crypto.ts'
import { formatAmzDate } from './amz-date.ts'
import { canonicalQuery, canonicalRequest } from './canonical-request.ts'
import { algorithm, deriveSigningKey, scopeText, sign, stringToSign } from './signature.ts'
import { uriEncodePath } from './uri-encode.ts'

export interface Presigned {
  method: string
  /** Without a query. */
  url: string
  /** Names in lower case; whoever uses the URL has to send them. */
  headers: Readonly<Record<string, string>>
  region: string
  service: string
  expiresInSeconds: number
}

/**
 * A URL that its holder may use once or often, with the rights of whose key signs it.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
export async function presignUrl(
  { clock, crypto }: { clock: Clock; crypto: Crypto },
  key: { accessKeyId: string; secretAccessKey: string },
  { method, url, headers, region, service, expiresInSeconds }: Presigned,
): Promise<string> {
  const { host, pathname } = new URL(url)
  // Clients have the time of the machine, and prove theirs by it.
  const amzDate = formatAmzDate(clock.wallNow?.() ?? clock.now())
  const scope = { date: amzDate.slice(0, 8), region, service }
  const signed = Object.entries({ ...headers, host })
  const query: [string, string][] = [
    ['X-Amz-Algorithm', algorithm],
    ['X-Amz-Credential', `${key.accessKeyId}/${scopeText(scope)}`],
    ['X-Amz-Date', amzDate],
    ['X-Amz-Expires', String(expiresInSeconds)],
    [
      'X-Amz-SignedHeaders',
      signed
        .map(([name]) => name)
        .toSorted()
        .join(';'),
    ],
  ]
  const request = canonicalRequest({
    method,
    path: uriEncodePath(decodeURIComponent(pathname)),
    query,
    headers: signed,
    payloadHash: 'UNSIGNED-PAYLOAD',
  })
  const text = await stringToSign(crypto, amzDate, scope, request)
  const signingKey = await deriveSigningKey(crypto, key.secretAccessKey, scope)
  const signature = await sign(crypto, signingKey, text)
  return `${url}?${canonicalQuery(query)}&X-Amz-Signature=${signature}`
}
