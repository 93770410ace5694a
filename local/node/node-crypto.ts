import {
  createHash,
  createHmac,
  createPrivateKey,
  generateKeyPair,
  hash,
  sign,
  timingSafeEqual,
} from 'node:crypto'
import { promisify } from 'node:util'
import { crc32 } from 'node:zlib'
import { Crc32cJs, Crc64NvmeJs } from '@aws-sdk/checksums/crc'
import { hasherOf } from '../core/crypto/sdk-checksum.ts'
import type { Crypto, HashAlgorithm, Hasher } from '../core/ports/crypto.ts'
import { opensslModPow } from './openssl-mod-pow.ts'

const generateKeyPairAsync = promisify(generateKeyPair)
const signAsync = promisify(sign)

/** OpenSSL behind the one door to cryptography. */
export function createNodeCrypto(): Crypto {
  return {
    sha256: (data) => Promise.resolve(exact(hash('sha256', data, 'buffer'))),
    hmacSha256: (key, data) =>
      Promise.resolve(exact(createHmac('sha256', key).update(data).digest())),
    hasher,
    modPow: (base, exponent, modulus) =>
      Promise.resolve().then(() => opensslModPow(base, exponent, modulus)),
    async generateRsaKey() {
      const { privateKey } = await generateKeyPairAsync('rsa', { modulusLength: 2048 })
      return privateKey.export({ format: 'jwk' })
    },
    rs256Signer(jwk) {
      const key = createPrivateKey({ key: { ...jwk }, format: 'jwk' })
      return Promise.resolve(async (signingInput: string) =>
        exact(await signAsync('sha256', Buffer.from(signingInput, 'latin1'), key)),
      )
    },
    equal: (left, right) => left.byteLength === right.byteLength && timingSafeEqual(left, right),
  }
}

function hasher(algorithm: HashAlgorithm): Hasher {
  if (algorithm === 'CRC32') return crc32Hasher()
  if (algorithm === 'CRC32C') return hasherOf(new Crc32cJs())
  if (algorithm === 'CRC64NVME') return hasherOf(new Crc64NvmeJs())
  const hash = createHash(algorithm)
  return {
    update: (chunk) => void hash.update(chunk),
    digest: () => Promise.resolve(exact(hash.digest())),
  }
}

/** By zlib, some sixty times quicker than JavaScript. */
function crc32Hasher(): Hasher {
  let state = 0
  return {
    update(chunk) {
      state = crc32(chunk, state)
    },
    digest() {
      const bytes = new Uint8Array(4)
      new DataView(bytes.buffer).setUint32(0, state)
      return Promise.resolve(bytes)
    },
  }
}

/** Small Buffers are windows on a shared pool; what leaves here owns its bytes. */
function exact(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer)
}
