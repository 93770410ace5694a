import { createHash, createHmac } from 'node:crypto'
import type { SessionCredentials } from '../../../local/iam/policy/policy.ts'

export interface Unsigned {
  method?: string
  /** Where it goes. */
  url: string
  headers?: Record<string, string>
  body?: string | Uint8Array<ArrayBuffer> | null
  credentials: Pick<SessionCredentials, 'accessKeyId' | 'secretAccessKey'> & {
    sessionToken?: string
  }
  region: string
  nowMs: number
  /** What the client believes the URL to be, when that differs: `https://bucket.s3…/key`. */
  signedUrl?: string
  /** Hex, or a constant; the hash of the body unless said. */
  payloadHash?: string
  /** Left out of the signature although they are sent. */
  unsignedHeaders?: readonly string[]
  scope?: { date?: string; region?: string; service?: string }
}

/** Signature Version 4 by its definition, written apart from the one it is to test. */
export function signRequest(unsigned: Unsigned): Request {
  const { method = 'GET', url, headers = {}, body, credentials, unsignedHeaders = [] } = unsigned
  const amzDate = basicTime(unsigned.nowMs)
  const payloadHash = unsigned.payloadHash ?? hash(body ?? '')
  const sent: Record<string, string> = {
    ...headers,
    'x-amz-date': amzDate,
    'x-amz-content-sha256': payloadHash,
    ...(credentials.sessionToken !== undefined && {
      'x-amz-security-token': credentials.sessionToken,
    }),
  }
  const signedUrl = new URL(unsigned.signedUrl ?? url)
  const covered = { host: signedUrl.host, ...sent }
  const names = Object.keys(covered)
    .filter((name) => !unsignedHeaders.includes(name))
    .sort()
  const scope = scopeOf(unsigned, amzDate)
  const signature = signatureOf(unsigned, amzDate, scope, {
    method,
    signedUrl,
    headers: names.map((name) => [name, covered[name as keyof typeof covered]]),
    payloadHash,
  })
  const authorization = `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`
  return new Request(url, { method, headers: { ...sent, authorization }, body: body ?? null })
}

export interface Presigned extends Omit<Unsigned, 'body' | 'payloadHash' | 'unsignedHeaders'> {
  expiresInSeconds: number
}

/** @returns the URL, its signature made over `signedUrl`. */
export function presign(unsigned: Presigned): string {
  const { method = 'GET', url, headers = {}, credentials, expiresInSeconds } = unsigned
  const amzDate = basicTime(unsigned.nowMs)
  const scope = scopeOf(unsigned, amzDate)
  const target = new URL(url)
  const signedUrl = new URL(unsigned.signedUrl ?? url)
  const signedHeaders = ['host', ...Object.keys(headers)].sort()
  const claims: Record<string, string> = {
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${credentials.accessKeyId}/${scope}`,
    'X-Amz-Date': amzDate,
    'X-Amz-Expires': String(expiresInSeconds),
    'X-Amz-SignedHeaders': signedHeaders.join(';'),
    ...(credentials.sessionToken !== undefined && {
      'X-Amz-Security-Token': credentials.sessionToken,
    }),
  }
  for (const [name, value] of Object.entries(claims)) {
    target.searchParams.set(name, value)
    if (signedUrl !== target) signedUrl.searchParams.set(name, value)
  }
  const covered: Record<string, string> = { ...headers, host: signedUrl.host }
  const signature = signatureOf(unsigned, amzDate, scope, {
    method,
    signedUrl,
    headers: signedHeaders.map((name) => [name, covered[name] ?? '']),
    payloadHash: 'UNSIGNED-PAYLOAD',
  })
  target.searchParams.set('X-Amz-Signature', signature)
  return target.href
}

function signatureOf(
  { credentials }: Pick<Unsigned, 'credentials'>,
  amzDate: string,
  scope: string,
  request: {
    method: string
    signedUrl: URL
    headers: [string, string][]
    payloadHash: string
  },
): string {
  const query = [...request.signedUrl.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&')
  const canonical = [
    request.method,
    decodeURIComponent(request.signedUrl.pathname).split('/').map(encode).join('/'),
    query,
    ...request.headers.map(([name, value]) => `${name}:${value}`),
    '',
    request.headers.map(([name]) => name).join(';'),
    request.payloadHash,
  ].join('\n')
  const text = ['AWS4-HMAC-SHA256', amzDate, scope, hash(canonical)].join('\n')
  const key = scope
    .split('/')
    .reduce<Buffer | string>(
      (secret, step) => createHmac('sha256', secret).update(step).digest(),
      `AWS4${credentials.secretAccessKey}`,
    )
  return createHmac('sha256', key).update(text).digest('hex')
}

function scopeOf({ region, scope = {} }: Pick<Unsigned, 'region' | 'scope'>, amzDate: string) {
  const { date = amzDate.slice(0, 8), service = 's3' } = scope
  return `${date}/${scope.region ?? region}/${service}/aws4_request`
}

function basicTime(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, '')
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function hash(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
