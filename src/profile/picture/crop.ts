import type { Dimensions } from './dimensions.ts'

/** `x` and `y` run from 0 (left, top) to 1 (right, bottom); `zoom` 1 is the largest square. */
export interface Crop {
  zoom: number
  x: number
  y: number
}

export interface Square {
  left: number
  top: number
  side: number
}

export const centred: Crop = { zoom: 1, x: 0.5, y: 0.5 }
export const maximumZoom = 4

/** The square of the picture that a crop shows. Every crop is a valid one. */
export function squareOf({ width, height }: Dimensions, { zoom, x, y }: Crop): Square {
  const side = Math.min(width, height) / clamp(zoom, 1, maximumZoom)
  return { left: clamp(x, 0, 1) * (width - side), top: clamp(y, 0, 1) * (height - side), side }
}

/** Moves the picture under the frame by so many pixels of a frame that is `frame` pixels wide. */
export function dragged(
  picture: Dimensions,
  crop: Crop,
  by: { x: number; y: number },
  frame: number,
): Crop {
  const { left, top, side } = squareOf(picture, crop)
  const scale = side / frame
  return {
    zoom: crop.zoom,
    x: share(left - by.x * scale, picture.width - side),
    y: share(top - by.y * scale, picture.height - side),
  }
}

/** Zooms about the middle of the frame: what is in the middle stays there. */
export function zoomed(picture: Dimensions, crop: Crop, zoom: number): Crop {
  const before = squareOf(picture, crop)
  const next = { ...crop, zoom: clamp(zoom, 1, maximumZoom) }
  const shrink = (before.side - squareOf(picture, next).side) / 2
  const side = before.side - 2 * shrink
  return {
    zoom: next.zoom,
    x: share(before.left + shrink, picture.width - side),
    y: share(before.top + shrink, picture.height - side),
  }
}

function share(offset: number, room: number): number {
  return room <= 0 ? 0.5 : clamp(offset / room, 0, 1)
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
