import type { Crypto } from '../core/ports/crypto.ts'
import { toHex } from '../core/encoding/hex.ts'

export const algorithm = 'AWS4-HMAC-SHA256'

/** What a derived key is good for. */
export interface CredentialScope {
  /** `YYYYMMDD`. */
  date: string
  region: string
  service: string
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
  return [algorithm, amzDate, scopeText(scope), toHex(hash)].join('\n')
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

const encoder = new TextEncoder()
