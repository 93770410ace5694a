import type { Hasher } from '../../core/ports/crypto.ts'

/** Bits reversed (NVM Express base specification, section 5.2.1.3.4). */
const polynomial = 0x9a6c9329ac4bc9b5n

const [highTable, lowTable] = buildTables()

/** CRC-64/NVME, eight bytes big-endian, as `x-amz-checksum-crc64nvme` carries it (in Base64). */
export function crc64nvme(): Hasher {
  let high = 0xffffffff
  let low = 0xffffffff
  return {
    update(chunk) {
      // Locals and an index: this loop is what an upload waits for.
      let [h, l] = [high, low]
      for (let at = 0; at < chunk.length; at += 1) {
        const index = (l ^ (chunk[at] ?? 0)) & 0xff
        l = ((l >>> 8) | (h << 24)) ^ (lowTable[index] ?? 0)
        h = (h >>> 8) ^ (highTable[index] ?? 0)
      }
      ;[high, low] = [h, l]
    },
    digest() {
      const bytes = new Uint8Array(8)
      const view = new DataView(bytes.buffer)
      view.setUint32(0, ~high >>> 0)
      view.setUint32(4, ~low >>> 0)
      return Promise.resolve(bytes)
    },
  }
}

/** Halves of 32 bits: BigInt would be a hundred times slower, byte by byte. */
function buildTables(): [high: Uint32Array, low: Uint32Array] {
  const high = new Uint32Array(256)
  const low = new Uint32Array(256)
  for (let index = 0; index < 256; index += 1) {
    let value = BigInt(index)
    for (let bit = 0; bit < 8; bit += 1)
      value = value & 1n ? (value >> 1n) ^ polynomial : value >> 1n
    high[index] = Number(value >> 32n)
    low[index] = Number(value & 0xffffffffn)
  }
  return [high, low]
}
