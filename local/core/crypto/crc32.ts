import type { Hasher } from '../ports/crypto.ts'

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** CRC-32 of ISO 3309, four bytes big-endian, as `x-amz-checksum-crc32` carries it (in Base64). */
export function crc32(): Hasher {
  let state = 0xffffffff
  return {
    update(chunk) {
      for (const byte of chunk) state = (state >>> 8) ^ (table[(state ^ byte) & 0xff] ?? 0)
    },
    digest() {
      const bytes = new Uint8Array(4)
      new DataView(bytes.buffer).setUint32(0, ~state >>> 0)
      return Promise.resolve(bytes)
    },
  }
}
