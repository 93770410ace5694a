import { crc32, deflateSync } from 'node:zlib'

/** A true-colour PNG of a smooth gradient, with a comment that a re-encoding must lose. */
export function encodePng(
  width: number,
  height: number,
  comment = 'Comment\0taken at home',
): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(comment, 'latin1')),
    chunk('IDAT', deflateSync(scanlines(width, height))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function scanlines(width: number, height: number): Buffer {
  const lines = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const offset = y * (1 + width * 3) + 1 + x * 3
      lines.set([(x * 255) / width, (y * 255) / height, 128], offset)
    }
  }
  return lines
}

/** Length, type, data, CRC-32 of type and data: PNG 3rd edition, section 5.3. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
