import { expect, test } from 'vitest'
import { readDimensions } from '../../../../../src/profile/picture/dimensions.ts'
import {
  asciiBytes,
  jpegOfOrientation,
  picture,
  pngOfSize,
  withSegment,
} from '../../../../support/app/pictures.ts'

const accepted = [
  ['png', 'png'],
  ['jpeg', 'jpeg'],
  ['webp', 'webpLossy'],
  ['webp', 'webpLossless'],
  ['webp', 'webpExtended'],
] as const

test.each(accepted)('the size of a %s is read from its header (%s)', (kind, name) => {
  expect(readDimensions(kind, picture(name))).toEqual({ width: 8, height: 6 })
})

test.each(accepted)('a %s that ends in its header has no size (%s)', (kind, name) => {
  const bytes = picture(name)

  for (let length = 0; length < 20; length += 1) {
    expect(readDimensions(kind, bytes.subarray(0, length))).toBeUndefined()
  }
})

test('bytes in the middle of a larger buffer are read from where they start', () => {
  const padded = Uint8Array.from([9, 9, 9, ...picture('jpeg')])

  expect(readDimensions('jpeg', padded.subarray(3))).toEqual({ width: 8, height: 6 })
})

test('a declared size is believed however large, since that is what would be decoded', () => {
  const bomb = pngOfSize(65_535, 65_535)

  expect(readDimensions('png', bomb)).toEqual({ width: 65_535, height: 65_535 })
})

test('a PNG of no width has no size', () => {
  expect(readDimensions('png', pngOfSize(0, 6))).toBeUndefined()
})

test('a PNG whose first chunk is another has no size', () => {
  const bytes = picture('png')
  bytes.set(asciiBytes('tEXt'), 12)

  expect(readDimensions('png', bytes)).toBeUndefined()
})

test('a thumbnail inside a JPEG segment is stepped over', () => {
  const thumbnail = [...asciiBytes('Exif'), 0, 0, 0xff, 0xc0, 0, 17, 8, 0, 1, 0, 1]

  expect(readDimensions('jpeg', withSegment(0xe1, thumbnail))).toEqual({ width: 8, height: 6 })
  expect(readDimensions('jpeg', jpegOfOrientation(6))).toEqual({ width: 8, height: 6 })
})

test('fill bytes before a JPEG marker are stepped over', () => {
  const jpeg = picture('jpeg')
  const filled = Uint8Array.from([...jpeg.subarray(0, 2), 0xff, 0xff, ...jpeg.subarray(2)])

  expect(readDimensions('jpeg', filled)).toEqual({ width: 8, height: 6 })
})

test('a JPEG whose scan comes before its frame has no size', () => {
  expect(readDimensions('jpeg', withSegment(0xda, [0, 0]))).toBeUndefined()
})

test('a JPEG segment that claims no length does not hold the reader up', () => {
  const endless = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xe0, 0, 0])

  expect(readDimensions('jpeg', endless)).toBeUndefined()
})

test('a WebP without the start code of its frame has no size', () => {
  const bytes = picture('webpLossy')
  bytes[23] = 0

  expect(readDimensions('webp', bytes)).toBeUndefined()
})
