import { webcrypto } from 'node:crypto'
import type { Random } from '../core/random.ts'

export const systemRandom: Random = {
  bytes: (length) => webcrypto.getRandomValues(new Uint8Array(length)),
}
