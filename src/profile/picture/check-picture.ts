import { readDimensions, type Dimensions } from './dimensions.ts'
import { detectKind, type AcceptedKind, type FileKind } from './signature.ts'

export const pictureLimits = {
  bytes: 15 * 1024 * 1024,
  /** A 48-megapixel phone camera fits; decoded it takes 200 MB for a moment. */
  pixels: 50_000_000,
} as const

type PictureFault =
  | { fault: 'empty' | 'tooManyBytes' | 'damaged' }
  | { fault: 'tooManyPixels'; dimensions: Dimensions }
  | { fault: 'wrongKind'; kind: Exclude<FileKind, AcceptedKind> }

export type CheckedPicture = { kind: AcceptedKind; dimensions: Dimensions } | PictureFault

/** Everything that can be known without decoding. Reads the file only when its size is allowed. */
export async function checkPicture(file: Blob): Promise<CheckedPicture> {
  if (file.size === 0) return { fault: 'empty' }
  if (file.size > pictureLimits.bytes) return { fault: 'tooManyBytes' }
  const bytes = new Uint8Array(await file.arrayBuffer())

  const kind = detectKind(bytes)
  if (kind !== 'png' && kind !== 'jpeg' && kind !== 'webp') return { fault: 'wrongKind', kind }
  const dimensions = readDimensions(kind, bytes)
  if (dimensions === undefined) return { fault: 'damaged' }
  if (dimensions.width * dimensions.height > pictureLimits.pixels) {
    return { fault: 'tooManyPixels', dimensions }
  }
  return { kind, dimensions }
}
