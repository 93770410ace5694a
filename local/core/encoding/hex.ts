const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Lower case, two digits a byte. */
export function toHex(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += pairs[byte] ?? ''
  return hex
}

/** @throws TypeError when `hex` is not an even number of hexadecimal digits. */
export function parseHex(hex: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hex.length / 2)
  let isHex = hex.length % 2 === 0
  for (let index = 0; index < bytes.length; index += 1) {
    const high = digitOf(hex.charCodeAt(index * 2))
    const low = digitOf(hex.charCodeAt(index * 2 + 1))
    isHex &&= high < 16 && low < 16
    bytes[index] = high * 16 + low
  }
  if (!isHex) throw new TypeError('Not an even number of hex digits')
  return bytes
}

/** 16 for what is no digit. By hand: a slice and a parseInt for each byte show in a sign-in. */
function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  const lower = code | 32
  return lower >= 97 && lower <= 102 ? lower - 87 : 16
}
