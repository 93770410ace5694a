export type AcceptedKind = 'png' | 'jpeg' | 'webp'
export type FileKind =
  | AcceptedKind
  | 'gif'
  | 'svg'
  | 'heic'
  | 'avif'
  | 'bmp'
  | 'tiff'
  | 'pdf'
  | 'unknown'

/** How far an SVG element may stand from the start. */
const signatureBytes = 1024

/** HEIF brands, ISO/IEC 23008-12 annex B. */
const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevm', 'hevs', 'hevx']
const avifBrands = ['avif', 'avis']
/** Any picture in that container: what coded it, the compatible brands say. */
const containerBrands = ['mif1', 'mif2', 'msf1']

/**
 * What a file is by its first bytes; its name and the type that its sender claims are not asked.
 * @see https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern
 */
export function detectKind(bytes: Uint8Array): FileKind {
  if (starts(bytes, '\x89PNG\r\n\x1A\n')) return 'png'
  if (starts(bytes, '\xFF\xD8\xFF')) return 'jpeg'
  if (starts(bytes, 'RIFF') && starts(bytes, 'WEBPVP8', 8)) return 'webp'
  if (starts(bytes, 'GIF87a') || starts(bytes, 'GIF89a')) return 'gif'
  if (starts(bytes, 'ftyp', 4)) return isoKind(bytes)
  if (starts(bytes, 'BM')) return 'bmp'
  if (starts(bytes, 'II*\0') || starts(bytes, 'MM\0*')) return 'tiff'
  if (starts(bytes, '%PDF-')) return 'pdf'
  return isSvg(bytes) ? 'svg' : 'unknown'
}

/**
 * By the first brand that names a codec: the major one, or one that it is compatible with.
 * @see https://aomediacodec.github.io/av1-avif/#brands and ISO/IEC 14496-12 section 4.3
 */
function isoKind(bytes: Uint8Array): FileKind {
  const brands = brandsOf(bytes)
  for (const brand of brands) {
    if (avifBrands.includes(brand)) return 'avif'
    if (heicBrands.includes(brand)) return 'heic'
  }
  return brands.some((brand) => containerBrands.includes(brand)) ? 'heic' : 'unknown'
}

/** Of the `ftyp` box: its size, its name, the major brand, a version, and compatible brands to its end. */
function brandsOf(bytes: Uint8Array): string[] {
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  const end = Math.min(size === 0 ? bytes.length : size, bytes.length, signatureBytes)
  const brands = [textAt(bytes, 8)]
  for (let at = 16; at + 4 <= end; at += 4) brands.push(textAt(bytes, at))
  return brands
}

function textAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}

/** SVG is text: an XML prologue, comments or a doctype may stand before its element. */
function isSvg(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  const encoding = isUtf16 ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8'
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, signatureBytes))
  return /^\s*</.test(text) && /<svg[\s>:]|<!DOCTYPE svg|^\s*<\?xml/i.test(text)
}

function starts(bytes: Uint8Array, signature: string, offset = 0): boolean {
  return Array.from(signature).every(
    (character, index) => bytes[offset + index] === character.charCodeAt(0),
  )
}
