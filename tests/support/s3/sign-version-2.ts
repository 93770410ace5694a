import { createHmac } from 'node:crypto'
import type { Unsigned } from './sign.ts'

export interface PresignedByVersion2 extends Pick<Unsigned, 'method' | 'url' | 'credentials'> {
  expiresAtMs: number
  /** Signed as headers and sent in the query, as boto3 does. */
  headers?: Record<string, string>
  /** With the bucket; the URL's path unless the bucket is in its host. */
  resource?: string
}

/** Signature Version 2 in a query by its definition, written apart from the one it is to test. */
export function presignByVersion2(unsigned: PresignedByVersion2): string {
  const { method = 'GET', credentials, expiresAtMs, headers = {} } = unsigned
  const url = new URL(unsigned.url)
  const expires = String(Math.floor(expiresAtMs / 1000))
  const signed: Record<string, string> = {
    ...headers,
    ...(credentials.sessionToken !== undefined && {
      'x-amz-security-token': credentials.sessionToken,
    }),
  }
  const text = [
    method,
    signed['content-md5'] ?? '',
    signed['content-type'] ?? '',
    expires,
    ...Object.keys(signed)
      .filter((name) => name.startsWith('x-amz-'))
      .sort()
      .map((name) => `${name}:${signed[name]}`),
    (unsigned.resource ?? url.pathname) + decodeURIComponent(url.search),
  ].join('\n')
  const signature = createHmac('sha1', credentials.secretAccessKey).update(text).digest('base64')
  for (const [name, value] of Object.entries({
    AWSAccessKeyId: credentials.accessKeyId,
    Signature: signature,
    Expires: expires,
    ...signed,
  })) {
    url.searchParams.set(name, value)
  }
  return url.href
}
