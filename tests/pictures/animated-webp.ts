import type { EncodedFrame } from './encode-frames.ts'

/** What moves has to come to an end: WCAG 2.2.2. */
const timesShown = 3

/**
 * Joins pictures to an animation.
 *
 * @see https://developers.google.com/speed/webp/docs/riff_container
 */
export function animatedWebp(
  width: number,
  height: number,
  frames: readonly EncodedFrame[],
): Buffer {
  const header = Buffer.alloc(10)
  header[0] = 0b10
  header.writeUIntLE(width - 1, 4, 3)
  header.writeUIntLE(height - 1, 7, 3)
  const white = Buffer.from([255, 255, 255, 255, timesShown, 0])
  return riff([
    chunk('VP8X', header),
    chunk('ANIM', white),
    ...frames.map((frame) => chunk('ANMF', frameData(frame))),
  ])
}

function frameData({ webp, x, y, width, height, showMs }: EncodedFrame): Buffer {
  const head = Buffer.alloc(16)
  // In steps of two pixels.
  head.writeUIntLE(x / 2, 0, 3)
  head.writeUIntLE(y / 2, 3, 3)
  head.writeUIntLE(width - 1, 6, 3)
  head.writeUIntLE(height - 1, 9, 3)
  head.writeUIntLE(showMs, 12, 3)
  // It covers what was there, and stays.
  head[15] = 0b10
  return Buffer.concat([head, bitmapOf(webp)])
}

/** The chunk of a still picture that has the pixels. */
function bitmapOf(webp: Buffer): Buffer {
  for (let at = 12; at < webp.length;) {
    const end = at + 8 + padded(webp.readUInt32LE(at + 4))
    if (webp.toString('latin1', at, at + 3) === 'VP8' && webp[at + 3] !== 0x58) {
      return webp.subarray(at, end)
    }
    at = end
  }
  throw new Error('A picture without pixels')
}

function riff(chunks: readonly Buffer[]): Buffer {
  return chunk('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]))
}

function chunk(name: string, data: Buffer): Buffer {
  const whole = Buffer.alloc(8 + padded(data.length))
  whole.write(name, 'latin1')
  whole.writeUInt32LE(data.length, 4)
  data.copy(whole, 8)
  return whole
}

function padded(length: number): number {
  return length + (length % 2)
}
