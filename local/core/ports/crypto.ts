/**
 * The one door to cryptography. Two implementations: `local/node/node-crypto.ts` (OpenSSL) and
 * `local/core/crypto/web-crypto.ts` (Web Crypto and BigInt only).
 */
export interface Crypto {
  sha256(data: Uint8Array): Promise<Uint8Array<ArrayBuffer>>
  hmacSha256(key: Uint8Array, data: Uint8Array): Promise<Uint8Array<ArrayBuffer>>
  /** Hashes a body as it streams by. */
  hasher(algorithm: HashAlgorithm): Hasher
  /** base^exponent mod modulus; exponent and modulus positive. Not constant-time. */
  modPow(base: bigint, exponent: bigint, modulus: bigint): Promise<bigint>
  /** A new RSA key of 2048 bits, as a private JWK (RFC 7517) without `kid`. */
  generateRsaKey(): Promise<JsonWebKey>
  /** RS256 over the ASCII signing input. The key is prepared once and kept. */
  rs256Signer(key: JsonWebKey): Promise<(signingInput: string) => Promise<Uint8Array<ArrayBuffer>>>
  /** In constant time for equal lengths; different lengths are false. */
  equal(left: Uint8Array, right: Uint8Array): boolean
}

export type HashAlgorithm = 'SHA-256' | 'SHA-1' | 'MD5' | CrcAlgorithm

/** Digests are big-endian. */
export type CrcAlgorithm = 'CRC32' | 'CRC32C' | 'CRC64NVME'

export interface Hasher {
  update(chunk: Uint8Array): void
  digest(): Promise<Uint8Array<ArrayBuffer>>
}

/** RFC 7517 members that RSA keys here have. */
export interface JsonWebKey {
  kty?: string
  n?: string
  e?: string
  d?: string
  p?: string
  q?: string
  dp?: string
  dq?: string
  qi?: string
}
