import type { Crypto } from '../../../local/core/ports/crypto.ts'

/**
 * Cryptography that lets other requests run before each answer, as Web Crypto does: what an
 * operation read before it may be stale after it.
 */
export function createYieldingCrypto(crypto: Crypto): Crypto {
  const others = () => new Promise<void>((resolve) => setImmediate(resolve))
  return {
    ...crypto,
    async sha256(data) {
      await others()
      return crypto.sha256(data)
    },
    async hmacSha256(key, data) {
      await others()
      return crypto.hmacSha256(key, data)
    },
    async modPow(base, exponent, modulus) {
      await others()
      return crypto.modPow(base, exponent, modulus)
    },
  }
}
