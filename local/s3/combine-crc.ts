/** Bits reversed; RFC 1952 section 8 and RFC 3720 section 12.1. */
const polynomials = { CRC32: 0xedb88320, CRC32C: 0x82f63b78 } as const

/**
 * The CRC of two byte strings as one, from the CRC of each: crc(A) · x^(8·|B|) + crc(B) in GF(2)
 * modulo the polynomial. So a multipart upload has a full-object checksum without being read again.
 */
export function combineCrc(
  algorithm: keyof typeof polynomials,
  left: number,
  right: number,
  rightSizeBytes: number,
): number {
  const polynomial = polynomials[algorithm]
  // Bit 31 is x^0 in this reversed form, bit 23 is x^8.
  let power = 1 << 23
  let shifted = left
  for (let rest = rightSizeBytes; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) shifted = multiply(shifted, power, polynomial)
    power = multiply(power, power, polynomial)
  }
  return (shifted ^ right) >>> 0
}

function multiply(a: number, b: number, polynomial: number): number {
  let product = 0
  let shifted = b
  for (let bit = 31; bit >= 0; bit -= 1) {
    if ((a >>> bit) & 1) product ^= shifted
    shifted = shifted & 1 ? (shifted >>> 1) ^ polynomial : shifted >>> 1
  }
  return product >>> 0
}
