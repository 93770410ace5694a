/** Pictures of 8 × 6 pixels, encoded by a browser's canvas, and files that only look like ones. */
const base64 = {
  png: 'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAYAAAD+Bd/7AAAAKklEQVR4AYSMsQkAAAzCbK/v1+kqLgoZBM1ywtGBsyrpgxFyUtgN+cj+AAAA///v/b5PAAAABklEQVQDALlJGD1zIAh5AAAAAElFTkSuQmCC',
  jpeg: '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAGAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAaEAACAgMAAAAAAAAAAAAAAAAAAQMRAhJR/8QAFAEBAAAAAAAAAAAAAAAAAAAABv/EABgRAAMBAQAAAAAAAAAAAAAAAAECAwAR/9oADAMBAAIRAxEAPwCU0+U1bJKuAARykklCIOAY9SjUYu56Tv/Z',
  webpLossy:
    'UklGRlYAAABXRUJQVlA4IEoAAAAwAgCdASoIAAYAAsBMJbAEGATZbAPwAAkGAAD+3pmC7S91390nI1h/2m/r5/4+n/w+yFUZ3KL4H//DXhznv+pR+6FX7tUWb5aAAA==',
  webpLossless: 'UklGRiAAAABXRUJQVlA4TBQAAAAvB0ABAA8wiPO///MfLZiHiP7HAQ==',
  webpExtended:
    'UklGRloAAABXRUJQVlA4WAoAAAAQAAAABwAABQAAQUxQSAwAAAABDzCAERFiHiL6HwdWUDggKAAAAHABAJ0BKggABgACwEwlkALsAXUAAP7vmrNGcPnR79/xKP2xCCggAAA=',
  gif: 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
}

export type PictureName = keyof typeof base64

export function picture(name: PictureName): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64[name]), (character) => character.charCodeAt(0))
}

/** A PNG header that declares a size, with next to nothing behind it. */
export function pngOfSize(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = picture('png')
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return bytes
}

/** The JPEG with an EXIF segment of one entry, Orientation. Exif 2.32, section 4.6.4. */
export function jpegOfOrientation(orientation: number): Uint8Array<ArrayBuffer> {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1]
  const exif = [...asciiBytes('Exif'), 0, 0, ...tiff, 0, orientation, 0, 0, 0, 0, 0, 0]
  return withSegment(0xe1, exif)
}

/** The JPEG with a segment of so many bytes before its first one. */
export function withSegment(marker: number, content: readonly number[]): Uint8Array<ArrayBuffer> {
  const jpeg = picture('jpeg')
  const length = content.length + 2
  return Uint8Array.from([
    ...jpeg.subarray(0, 2),
    ...[0xff, marker, length >> 8, length & 0xff],
    ...content,
    ...jpeg.subarray(2),
  ])
}

export function asciiBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
