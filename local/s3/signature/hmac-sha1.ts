import type { Crypto } from '../../core/ports/crypto.ts'

const blockBytes = 64
const encoder = new TextEncoder()

/** HMAC-SHA1 by RFC 2104: what Signature Version 2 is made of, and nothing else here. */
export async function hmacSha1(crypto: Crypto, secret: string, text: string): Promise<Uint8Array> {
  const given = encoder.encode(secret)
  const key = new Uint8Array(blockBytes)
  key.set(given.length > blockBytes ? await sha1(crypto, given) : given)
  const inner = await sha1(crypto, padded(key, 0x36), encoder.encode(text))
  return sha1(crypto, padded(key, 0x5c), inner)
}

function padded(key: Uint8Array, pad: number): Uint8Array {
  return key.map((byte) => byte ^ pad)
}

function sha1(crypto: Crypto, ...parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const hasher = crypto.hasher('SHA-1')
  for (const part of parts) hasher.update(part)
  return hasher.digest()
}
