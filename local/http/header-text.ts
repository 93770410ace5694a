const decoder = new TextDecoder('utf-8', { fatal: true })

/**
 * A header's value as its bytes mean it when they are UTF-8, which is what SDKs send and sign; HTTP
 * stacks hand out a character for each byte. What is no UTF-8 stays as it is.
 */
export function utf8OfHeader(value: string): string {
  if (!/[\u0080-\u00ff]/.test(value) || /[\u0100-\uffff]/.test(value)) return value
  try {
    return decoder.decode(Uint8Array.from(value, (character) => character.charCodeAt(0)))
  } catch {
    return value
  }
}
