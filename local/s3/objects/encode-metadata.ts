import { toBase64 } from '../../core/encoding/base64.ts'

const encoder = new TextEncoder()

/**
 * Metadata that a header cannot carry, as S3 returns it: an encoded word of RFC 2047, and that by "Q"
 * where most of its UTF-16 units are ASCII, by "B" else. Recorded of S3, which cuts none into several.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html
 */
export function encodeMetadata(value: string): string {
  const units = Array.from({ length: value.length }, (_, index) => value.charCodeAt(index))
  const plain = units.filter((unit) => isPlain(unit) || unit === 0x0a || unit === 0x0d).length
  if (units.every(isPlain)) return value
  const bytes = encoder.encode(value)
  return plain * 2 > units.length
    ? `=?UTF-8?Q?${quoted(bytes)}?=`
    : `=?UTF-8?B?${toBase64(bytes)}?=`
}

function isPlain(unit: number): boolean {
  return unit === 0x09 || (unit >= 0x20 && unit < 0x7f)
}

function quoted(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) {
    const character = String.fromCharCode(byte)
    if (character === ' ') text += '_'
    else if (byte < 0x20 || byte >= 0x7f || '=_?'.includes(character)) {
      text += `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
    } else text += character
  }
  return text
}
