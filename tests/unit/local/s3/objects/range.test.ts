import { expect, test } from 'vitest'
import { parseRange } from '../../../../../local/s3/objects/range.ts'

test.each([
  ['bytes=0-0', 0, 0],
  ['bytes=0-', 0, 9],
  ['bytes=3-5', 3, 5],
  ['bytes=3-999', 3, 9],
  ['bytes=-1', 9, 9],
  ['bytes=-999', 0, 9],
  [' bytes=9- ', 9, 9],
])('%j of ten bytes', (header, start, endInclusive) => {
  expect(parseRange(header, 10)).toEqual({ start, endInclusive })
})

test.each([
  null,
  '',
  'bytes=',
  'bytes=-',
  'bytes=5-3',
  'bytes=0-1,3-4',
  'items=0-1',
  'bytes=a-b',
  'bytes=0x1-2',
  'bytes=1e3-',
  `bytes=${'9'.repeat(400)}-`,
])('%j is no range that is understood, so the whole is served', (header) => {
  expect(parseRange(header, 10)).toBeUndefined()
})

test.each([
  ['bytes=10-', 10],
  ['bytes=10-20', 10],
  ['bytes=-0', 10],
  ['bytes=0-', 0],
  ['bytes=-5', 0],
])('%j of %i bytes cannot be satisfied', (header, sizeBytes) => {
  expect(() => parseRange(header, sizeBytes)).toThrow(
    expect.objectContaining({ code: 'InvalidRange', status: 416 }),
  )
})
