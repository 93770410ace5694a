import type { CrcAlgorithm } from '../../core/ports/crypto.ts'

/** Bits reversed: RFC 1952 section 8, RFC 3720 section 12.1, NVM Express base specification 5.2.1.3.4. */
const codes = {
  CRC32: { bits: 32n, polynomial: 0xedb88320n },
  CRC32C: { bits: 32n, polynomial: 0x82f63b78n },
  CRC64NVME: { bits: 64n, polynomial: 0x9a6c9329ac4bc9b5n },
} as const satisfies Record<CrcAlgorithm, unknown>

/**
 * The CRC of byte strings as one, from the CRC of each: crc(AB) = crc(A) · x^(8·|B|) + crc(B) in
 * GF(2) modulo the polynomial. So a multipart upload has a full-object checksum without being read
 * again.
 */
export function combineCrcs(
  algorithm: CrcAlgorithm,
  parts: Iterable<{ crc: bigint; sizeBytes: number }>,
): bigint {
  // Most parts are of one size.
  const shifts = new Map<number, bigint>()
  let whole = 0n
  for (const { crc, sizeBytes } of parts) {
    const shift = shifts.get(sizeBytes) ?? shiftBy(algorithm, sizeBytes)
    shifts.set(sizeBytes, shift)
    whole = multiply(algorithm, whole, shift) ^ crc
  }
  return whole
}

/** x^(8·sizeBytes). In the reversed form the highest bit is x^0. */
function shiftBy(algorithm: CrcAlgorithm, sizeBytes: number): bigint {
  const one = 1n << (codes[algorithm].bits - 1n)
  let power = one >> 8n
  let shift = one
  for (let rest = sizeBytes; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) shift = multiply(algorithm, shift, power)
    power = multiply(algorithm, power, power)
  }
  return shift
}

function multiply(algorithm: CrcAlgorithm, a: bigint, b: bigint): bigint {
  const { bits, polynomial } = codes[algorithm]
  let product = 0n
  let shifted = b
  for (let bit = 1n << (bits - 1n); bit > 0n; bit >>= 1n) {
    if (a & bit) product ^= shifted
    shifted = shifted & 1n ? (shifted >> 1n) ^ polynomial : shifted >> 1n
  }
  return product
}
