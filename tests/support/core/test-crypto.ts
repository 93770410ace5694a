import { inject } from 'vitest'
import type { Crypto } from '../../../local/core/ports/crypto.ts'
import { createNodeCrypto } from '../../../local/node/node-crypto.ts'

let taken = 0

/** Real cryptography, whose RSA keys were made before the run; no two in a row are the same. */
export function createTestCrypto(): Crypto {
  const keys = inject('rsaKeys')
  return {
    ...createNodeCrypto(),
    generateRsaKey() {
      taken += 1
      const key = keys[taken % keys.length]
      return key ? Promise.resolve(key) : Promise.reject(new Error('No keys were made.'))
    },
  }
}
