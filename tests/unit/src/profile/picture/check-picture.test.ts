import { expect, test } from 'vitest'
import { checkPicture, pictureLimits } from '../../../../../src/profile/picture/check-picture.ts'
import { asciiBytes, picture, pngOfSize } from '../../../../support/app/pictures.ts'

test('a picture is known by its bytes, whatever it is called', async () => {
  const file = new File([picture('webpLossy')], 'holiday.exe', { type: 'text/html' })

  expect(await checkPicture(file)).toEqual({ kind: 'webp', dimensions: { width: 8, height: 6 } })
})

test('an SVG that is called a picture is refused', async () => {
  const file = new File([asciiBytes('<svg onload="alert(1)"/>')], 'a.png', { type: 'image/png' })

  expect(await checkPicture(file)).toEqual({ fault: 'wrongKind', kind: 'svg' })
})

test('an animation is refused', async () => {
  expect(await checkPicture(new Blob([picture('gif')]))).toEqual({
    fault: 'wrongKind',
    kind: 'gif',
  })
})

test('a small file that unfolds to more pixels than allowed is refused before it is decoded', async () => {
  const bomb = new Blob([pngOfSize(30_000, 30_000)])

  expect(await checkPicture(bomb)).toEqual({
    fault: 'tooManyPixels',
    dimensions: { width: 30_000, height: 30_000 },
  })
})

test('a file that is cut off in its header is refused', async () => {
  expect(await checkPicture(new Blob([picture('jpeg').subarray(0, 60)]))).toEqual({
    fault: 'damaged',
  })
})

test('a file above the limit is refused by its size alone, and one at the limit is read', async () => {
  const atLimit = new Uint8Array(pictureLimits.bytes)
  atLimit.set(picture('png'))

  expect(await checkPicture(new Blob([atLimit]))).toMatchObject({ kind: 'png' })
  expect(await checkPicture(new Blob([atLimit, '+']))).toEqual({ fault: 'tooManyBytes' })
  expect(await checkPicture(new Blob([]))).toEqual({ fault: 'empty' })
})
