import { expect, test } from 'vitest'
import { maximumZoom } from '../../../../../src/profile/picture/crop.ts'
import { workingScale } from '../../../../../src/profile/picture/decode.ts'

const shapes = [
  [400, 300],
  [4032, 3024],
  [3024, 4032],
  [8000, 6000],
  [16_000, 3000],
  [3000, 16_000],
  [2100, 20_000],
  [50_000, 1000],
] as const

test.each(shapes)(
  'while one crops a picture of %i by %i it takes 34 MB at most',
  (width, height) => {
    const scale = workingScale({ width, height })

    expect(scale).toBeLessThanOrEqual(1)
    expect(4 * width * scale * height * scale).toBeLessThan(34_000_000)
  },
)

test.each([
  [4032, 3024],
  [3024, 4032],
  [4000, 2250],
  [2048, 4096],
])(
  'a picture of %i by %i need not be decoded again to keep 512 pixels at full zoom',
  (width, height) => {
    const shorter = Math.min(width, height)

    expect((shorter * workingScale({ width, height })) / maximumZoom).toBeGreaterThanOrEqual(512)
  },
)
