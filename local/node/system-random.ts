import { webcrypto } from 'node:crypto'
import type { Random } from '../core/ports/random.ts'

const poolBytes = 4096

/** The operating system's, drawn by the page: a call costs more than the bytes. None is given out twice. */
export const systemRandom: Random = createPool()

function createPool(): Random {
  let pool = new Uint8Array()
  return {
    bytes(length) {
      if (length > poolBytes) return webcrypto.getRandomValues(new Uint8Array(length))
      if (length > pool.length) pool = webcrypto.getRandomValues(new Uint8Array(poolBytes))
      const drawn = pool.slice(0, length)
      pool.fill(0, 0, length)
      pool = pool.subarray(length)
      return drawn
    },
  }
}
