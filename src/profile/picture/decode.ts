import type { Dimensions } from './dimensions.ts'

/** Enough for four-fold zoom into a 512-pixel square, and 16 MB at most while one crops. */
const workingSide = 2048

/**
 * Decodes off the main thread, upright (EXIF orientation applied) and no larger than needed.
 * @returns undefined when the browser cannot read what its header promised.
 */
export async function decodePicture(
  file: Blob,
  { width, height }: Dimensions,
): Promise<ImageBitmap | undefined> {
  const scale = workingSide / Math.min(width, height)
  try {
    return await createImageBitmap(file, {
      imageOrientation: 'from-image',
      // One side only: the browser keeps the ratio, which an orientation may have turned.
      ...(scale < 1 && { resizeWidth: workingSide, resizeQuality: 'high' }),
    })
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}
