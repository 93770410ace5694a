import { toBase64 } from '../core/encoding/base64.ts'
import { toHex } from '../core/encoding/hex.ts'
import type { Random } from '../core/ports/random.ts'

/** Common to all answers. @see https://docs.aws.amazon.com/AmazonS3/latest/API/RESTCommonResponseHeaders.html */
export type RequestIds = Readonly<Record<'x-amz-request-id' | 'x-amz-id-2' | 'server', string>>

const idBytes = 56
const drawn = 64

/** Draws randomness for many requests at once: a draw costs more than what it yields. */
export function createRequestIds(random: Random): () => RequestIds {
  let pool = new Uint8Array()
  let offset = 0
  return () => {
    if (offset === pool.byteLength) {
      pool = random.bytes(idBytes * drawn)
      offset = 0
    }
    const bytes = pool.subarray(offset, (offset += idBytes))
    return {
      'x-amz-request-id': toHex(bytes.subarray(0, 8)).toUpperCase(),
      'x-amz-id-2': toBase64(bytes.subarray(8)),
      server: 'AmazonS3',
    }
  }
}
