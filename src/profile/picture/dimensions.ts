import type { AcceptedKind } from './signature.ts'

export interface Dimensions {
  width: number
  height: number
}

/**
 * The size that the header declares, before anything is decoded: a few kilobytes can unfold to
 * gigabytes of pixels. Undefined when the header is cut off or declares nothing.
 */
export function readDimensions(kind: AcceptedKind, bytes: Uint8Array): Dimensions | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const { width, height } = readers[kind](view)
    return width > 0 && height > 0 ? { width, height } : undefined
  } catch (error) {
    // DataView throws it on every read past the end: the file is cut off.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const nothing: Dimensions = { width: 0, height: 0 }

const readers: Readonly<Record<AcceptedKind, (view: DataView) => Dimensions>> = {
  png: readPng,
  jpeg: readJpeg,
  webp: readWebp,
}

/** IHDR has to be the first chunk. https://www.w3.org/TR/png-3/#11IHDR */
function readPng(view: DataView): Dimensions {
  const isHeader = view.getUint32(8) === 13 && view.getUint32(12) === fourCc('IHDR')
  return isHeader ? { width: view.getUint32(16), height: view.getUint32(20) } : nothing
}

/**
 * Walks the marker segments to the frame header, SOF0 to SOF15 without DHT, JPG and DAC. An
 * embedded thumbnail lies inside an APP segment and is stepped over.
 * @see https://www.w3.org/Graphics/JPEG/itu-t81.pdf section B.1 and B.2.2
 */
function readJpeg(view: DataView): Dimensions {
  let at = 2
  while (true) {
    if (view.getUint8(at) !== 0xff) return nothing
    // Any number of fill bytes may stand before a marker.
    while (view.getUint8(at) === 0xff) at += 1
    const marker = view.getUint8(at)
    at += 1
    if (isFrameHeader(marker)) {
      return { height: view.getUint16(at + 3), width: view.getUint16(at + 5) }
    }
    // TEM and RSTn have no length; start of scan or end of image means that no frame came first.
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) continue
    const length = view.getUint16(at)
    if (marker === 0xda || marker === 0xd9 || length < 2) return nothing
    at += length
  }
}

function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

/** @see https://datatracker.ietf.org/doc/html/rfc9649#section-2 and RFC 6386 section 9.1 */
function readWebp(view: DataView): Dimensions {
  switch (view.getUint32(12)) {
    case fourCc('VP8 '): {
      const hasStartCode = view.getUint16(23) === 0x9d01 && view.getUint8(25) === 0x2a
      if (!hasStartCode) return nothing
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    }
    case fourCc('VP8L'): {
      if (view.getUint8(20) !== 0x2f) return nothing
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case fourCc('VP8X'):
      return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 }
    default:
      return nothing
  }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
}

function fourCc(name: string): number {
  return Array.from(name).reduce((value, letter) => value * 256 + letter.charCodeAt(0), 0)
}
