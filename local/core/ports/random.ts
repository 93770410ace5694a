/** The only source of randomness. Cryptographically strong outside tests. */
export interface Random {
  bytes(length: number): Uint8Array<ArrayBuffer>
}

const alphanumeric = '0123456789abcdefghijklmnopqrstuvwxyz'

/** RFC 9562 version 4. */
export function randomUuid(random: Random): string {
  const bytes = random.bytes(16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [8, 12, 16, 20, 32]
    .map((end, index, ends) => hex.slice(index === 0 ? 0 : ends[index - 1], end))
    .join('-')
}

/** `length` decimal digits, each equally likely: bytes of 250 and more are drawn again. */
export function randomDigits(random: Random, length: number): string {
  return randomFrom(random, '0123456789', length)
}

/** `length` characters of `[0-9a-z]`, each equally likely. */
export function randomAlphanumeric(random: Random, length: number): string {
  return randomFrom(random, alphanumeric, length)
}

/** Characters of RFC 4648, section 6, of which access key ids are made. */
export function randomBase32(random: Random, length: number): string {
  return randomFrom(random, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', length)
}

/** `length` characters of `alphabet`, each equally likely. */
export function randomFrom(random: Random, alphabet: string, length: number): string {
  const limit = 256 - (256 % alphabet.length)
  let text = ''
  while (text.length < length) {
    for (const byte of random.bytes(length)) {
      if (byte < limit && text.length < length) text += alphabet.charAt(byte % alphabet.length)
    }
  }
  return text
}
