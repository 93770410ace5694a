import { expect, test } from 'vitest'
import { centred, dragged, squareOf, zoomed } from '../../../../../src/profile/picture/crop.ts'

const wide = { width: 400, height: 200 }

test('a centred crop is the largest square in the middle', () => {
  expect(squareOf(wide, centred)).toEqual({ left: 100, top: 0, side: 200 })
})

test('the square never leaves the picture', () => {
  expect(squareOf(wide, { zoom: 1, x: 7, y: -3 })).toEqual({ left: 200, top: 0, side: 200 })
  expect(squareOf(wide, { zoom: 99, x: 1, y: 1 })).toEqual({ left: 350, top: 150, side: 50 })
  expect(squareOf(wide, { zoom: 0, x: 0, y: 0 })).toEqual({ left: 0, top: 0, side: 200 })
})

test('dragging to the right shows more of the left', () => {
  const crop = dragged(wide, centred, { x: 50, y: 50 }, 100)

  expect(squareOf(wide, crop)).toEqual({ left: 0, top: 0, side: 200 })
})

test('zooming keeps what is in the middle of the frame there', () => {
  const crop = zoomed(wide, { zoom: 1, x: 0.25, y: 0.5 }, 2)

  expect(squareOf(wide, crop)).toEqual({ left: 100, top: 50, side: 100 })
})

test('zooming back out at an edge stays inside', () => {
  const corner = zoomed(wide, { zoom: 4, x: 0, y: 0 }, 1)

  expect(squareOf(wide, corner)).toEqual({ left: 0, top: 0, side: 200 })
})
