import type { Dimensions } from './dimensions.ts'

/** A picture to be cropped: what is shown meanwhile, and the file, for all that it has. */
export interface Decoded {
  /** Upright, and no larger than cropping needs. */
  bitmap: ImageBitmap
  /** Upright, too. */
  original: Dimensions
  file: Blob
}

/** Enough for four-fold zoom into a 512-pixel square. */
const workingSide = 2048

/** 32 MB: of what is more than twice as long as wide there is less to see while one crops. */
const workingPixels = 2 * workingSide ** 2

/**
 * Decodes off the main thread. For a moment all of the picture is there, which `pictureLimits` bound;
 * then no more than cropping needs.
 *
 * @returns undefined when the browser cannot read what its header promised.
 */
export async function decodePicture(file: Blob): Promise<Decoded | undefined> {
  const whole = await decodeWhole(file)
  if (!whole) return undefined
  const original = { width: whole.width, height: whole.height }
  const scale = workingScale(original)
  if (scale === 1) return { bitmap: whole, original, file }
  try {
    const bitmap = await createImageBitmap(whole, {
      // Both sides of what is upright by now: a file's own width may be its height.
      resizeWidth: Math.max(1, Math.round(original.width * scale)),
      resizeHeight: Math.max(1, Math.round(original.height * scale)),
      resizeQuality: 'high',
    })
    return { bitmap, original, file }
  } finally {
    whole.close()
  }
}

/** All of it, upright (EXIF orientation applied): up to 200 MB, to be closed soon. */
export async function decodeWhole(file: Blob): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}

/** By what a picture is made smaller for cropping; 1 where it is small enough. */
export function workingScale({ width, height }: Dimensions): number {
  const bySide = workingSide / Math.min(width, height)
  const byPixels = Math.sqrt(workingPixels / (width * height))
  return Math.min(1, bySide, byPixels)
}
