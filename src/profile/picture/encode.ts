import type { PictureType } from '../profile.ts'
import { squareOf, type Crop } from './crop.ts'
import { decodeWhole, type Decoded } from './decode.ts'

interface Encoded {
  blob: Blob
  type: PictureType
}

const side = 512
const quality = 0.86

/**
 * Draws the square anew and encodes that: nothing of the original file remains, so neither its
 * metadata (where it was taken, by which camera) nor anything hidden behind the picture. It has the
 * resolution that the original has there, up to 512 pixels: where the copy that was cropped has less,
 * as of a panorama, the original is decoded once more.
 *
 * Safari cannot encode WebP and answers with PNG; what cannot be transparent is then a JPEG.
 * @throws EncodingError when the canvas gives nothing, as it does when memory is short.
 */
export async function encodePicture(
  picture: Decoded,
  crop: Crop,
  isOpaque: boolean,
): Promise<Encoded> {
  const { bitmap, original, file } = picture
  const isEnough = squareOf(bitmap, crop).side >= Math.min(side, squareOf(original, crop).side)
  const whole = isEnough ? undefined : await decodeWhole(file)
  try {
    return await encodeSquare(whole ?? bitmap, crop, isOpaque)
  } finally {
    whole?.close()
  }
}

async function encodeSquare(picture: ImageBitmap, crop: Crop, isOpaque: boolean): Promise<Encoded> {
  const { left, top, side: from } = squareOf(picture, crop)
  const canvas = document.createElement('canvas')
  // Never larger than what there is to show.
  canvas.width = canvas.height = Math.max(1, Math.min(side, Math.round(from)))
  const context = canvas.getContext('2d')
  if (context === null) throw new DOMException('No canvas', 'EncodingError')
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, left, top, from, from, 0, 0, canvas.width, canvas.height)

  const webp = await toBlob(canvas, 'image/webp')
  if (webp.type === 'image/webp') return { blob: webp, type: 'image/webp' }
  if (!isOpaque) return { blob: webp, type: 'image/png' }
  return { blob: await toBlob(canvas, 'image/jpeg'), type: 'image/jpeg' }
}

function toBlob(canvas: HTMLCanvasElement, type: PictureType): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => {
        if (blob) resolve(blob)
        else reject(new DOMException('The canvas gave no picture', 'EncodingError'))
      },
      type,
      quality,
    )
  })
}
