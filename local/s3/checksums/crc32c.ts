import type { Hasher } from '../../core/ports/crypto.ts'

/** Castagnoli's polynomial, bits reversed (RFC 3720, section 12.1). */
const polynomial = 0x82f63b78

/** Four tables, so that four bytes are taken at a step. */
const tables = buildTables()

/** CRC-32C, four bytes big-endian, as `x-amz-checksum-crc32c` carries it (in Base64). */
export function crc32c(): Hasher {
  let state = 0xffffffff
  return {
    update(chunk) {
      state = advance(state, chunk)
    },
    digest() {
      const bytes = new Uint8Array(4)
      new DataView(bytes.buffer).setUint32(0, ~state >>> 0)
      return Promise.resolve(bytes)
    },
  }
}

function advance(state: number, chunk: Uint8Array): number {
  const [first, second, third, fourth] = tables
  const wholeEnd = chunk.length - (chunk.length % 4)
  let crc = state
  for (let index = 0; index < wholeEnd; index += 4) {
    crc ^=
      at(chunk, index) |
      (at(chunk, index + 1) << 8) |
      (at(chunk, index + 2) << 16) |
      (at(chunk, index + 3) << 24)
    crc =
      at(fourth, crc & 0xff) ^
      at(third, (crc >>> 8) & 0xff) ^
      at(second, (crc >>> 16) & 0xff) ^
      at(first, crc >>> 24)
  }
  for (let index = wholeEnd; index < chunk.length; index += 1) {
    crc = (crc >>> 8) ^ at(first, (crc ^ at(chunk, index)) & 0xff)
  }
  return crc
}

function buildTables(): [Uint32Array, Uint32Array, Uint32Array, Uint32Array] {
  const first = Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index
    for (let bit = 0; bit < 8; bit += 1) {
      value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1
    }
    return value
  })
  const next = (table: Uint32Array) => table.map((value) => (value >>> 8) ^ at(first, value & 0xff))
  const second = next(first)
  const third = next(second)
  return [first, second, third, next(third)]
}

function at(table: Uint8Array | Uint32Array, index: number): number {
  return table[index] ?? 0
}
