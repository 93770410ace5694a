import { Crc32cJs, Crc32Js, Crc64NvmeJs } from '@aws-sdk/checksums/crc'
import { Md5Js } from '@aws-sdk/checksums/md5'
import type { Crypto, HashAlgorithm, Hasher } from '../ports/crypto.ts'
import { windowedModPow } from './mod-pow.ts'
import { hasherOf } from './sdk-checksum.ts'

const rs256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const publicExponent = Uint8Array.of(1, 0, 1)

/** Web Crypto and BigInt: for where there is no Node, e.g. a service worker. */
export function createWebCrypto(): Crypto {
  const { subtle } = globalThis.crypto
  return {
    sha256: async (data) => new Uint8Array(await subtle.digest('SHA-256', owned(data))),
    async hmacSha256(keyBytes, data) {
      // An empty key is not one for Web Crypto; HMAC pads it with zeros anyway (RFC 2104).
      const bytes = keyBytes.length === 0 ? new Uint8Array(1) : owned(keyBytes)
      const algorithm = { name: 'HMAC', hash: 'SHA-256' }
      const key = await subtle.importKey('raw', bytes, algorithm, false, ['sign'])
      return new Uint8Array(await subtle.sign('HMAC', key, owned(data)))
    },
    hasher,
    modPow: (base, exponent, modulus) => Promise.resolve(windowedModPow(base, exponent, modulus)),
    async generateRsaKey() {
      const algorithm = { ...rs256, modulusLength: 2048, publicExponent }
      const { privateKey } = await subtle.generateKey(algorithm, true, ['sign', 'verify'])
      const { kty, n, e, d, p, q, dp, dq, qi } = await subtle.exportKey('jwk', privateKey)
      return { kty, n, e, d, p, q, dp, dq, qi } as Required<
        Awaited<ReturnType<Crypto['generateRsaKey']>>
      >
    },
    async rs256Signer(jwk) {
      const key = await subtle.importKey('jwk', { ...jwk }, rs256, false, ['sign'])
      return async (signingInput) =>
        new Uint8Array(await subtle.sign(rs256, key, new TextEncoder().encode(signingInput)))
    },
    equal,
  }
}

function hasher(algorithm: HashAlgorithm): Hasher {
  switch (algorithm) {
    case 'CRC32':
      return hasherOf(new Crc32Js())
    case 'CRC32C':
      return hasherOf(new Crc32cJs())
    case 'CRC64NVME':
      return hasherOf(new Crc64NvmeJs())
    case 'MD5':
      return hasherOf(new Md5Js())
    case 'SHA-1':
    case 'SHA-256':
      return collectingHasher(algorithm)
  }
}

/** Web Crypto hashes whole messages only, so SHA bodies are collected: they are small in a browser. */
function collectingHasher(algorithm: 'SHA-1' | 'SHA-256'): Hasher {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  return {
    update: (chunk) => void chunks.push(chunk.slice()),
    async digest() {
      const whole = await new Blob(chunks).arrayBuffer()
      return new Uint8Array(await globalThis.crypto.subtle.digest(algorithm, whole))
    },
  }
}

function equal(left: Uint8Array, right: Uint8Array): boolean {
  if (left.byteLength !== right.byteLength) return false
  let difference = 0
  for (const [index, byte] of left.entries()) difference |= byte ^ (right[index] ?? 0)
  return difference === 0
}

/** Web Crypto takes no view of shared memory. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.slice()
}
