export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Big-endian, in `size` bytes. */
export function bytesOfNumber(value: number, size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  for (let index = size - 1, rest = value; index >= 0; index -= 1, rest = Math.floor(rest / 256)) {
    bytes[index] = rest % 256
  }
  return bytes
}

/** As AWS's formats have bytes of any length: their number in two bytes before them. */
export function withLength(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return concatBytes(bytesOfNumber(bytes.length, 2), bytes)
}
