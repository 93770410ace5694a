/** `length` decimal digits of a hash. Not uniform, which an id need not be. */
export function digitsOf(hash: Uint8Array, length: number): string {
  return Array.from(hash.subarray(0, length), (byte) => byte % 10).join('')
}
