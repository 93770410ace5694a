import type { Crypto, JsonWebKey } from '../../../local/core/ports/crypto.ts'
import { createNodeCrypto } from '../../../local/node/node-crypto.ts'

/** More than the installations of one test use together, so that theirs differ. */
const count = 12

/** Real cryptography that makes so many RSA keys and then takes turns: making one outlasts a page. */
export function createKeysOnce(): Crypto {
  const crypto = createNodeCrypto()
  const keys: Promise<JsonWebKey>[] = []
  let taken = 0
  return {
    ...crypto,
    generateRsaKey() {
      const turn = taken % count
      taken += 1
      return (keys[turn] ??= crypto.generateRsaKey())
    },
  }
}
