import { useEffect, useEffectEvent, useRef, type PointerEvent } from 'react'
import { dragged, squareOf, zoomed, type Crop } from '../../../profile/picture/crop.ts'
import { profileWords } from '#words/profile'

interface Point {
  x: number
  y: number
}

interface Props {
  bitmap: ImageBitmap
  crop: Crop
  onCrop: (crop: Crop) => void
}

/** Twice the CSS size, for screens with two pixels to one. */
const resolution = 576

/** What will be kept. One finger moves the picture, two zoom it, on glass or on a trackpad. */
export function CropFrame({ bitmap, crop, onCrop }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const pointers = useRef(new Map<number, Point>())

  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    const { left, top, side } = squareOf(bitmap, crop)
    context.clearRect(0, 0, resolution, resolution)
    context.imageSmoothingQuality = 'high'
    context.drawImage(bitmap, left, top, side, side, 0, 0, resolution, resolution)
  }, [bitmap, crop])

  const onWheel = useEffectEvent((event: WheelEvent) => {
    // A pinch on a trackpad arrives as a wheel with Ctrl; a mere wheel goes on scrolling the page.
    if (!event.ctrlKey) return
    event.preventDefault()
    onCrop(zoomed(bitmap, crop, crop.zoom * Math.exp(-event.deltaY / 100)))
  })
  // React listens to wheel passively, and a passive listener cannot keep the page from scrolling.
  useEffect(() => {
    const listening = new AbortController()
    canvas.current?.addEventListener('wheel', onWheel, {
      passive: false,
      signal: listening.signal,
    })
    return () => listening.abort()
  }, [])

  function move(event: PointerEvent<HTMLCanvasElement>) {
    const { clientX: x, clientY: y, pointerId } = event
    const before = pointers.current.get(pointerId)
    if (before === undefined) return
    const other = [...pointers.current].find(([id]) => id !== pointerId)?.[1]
    pointers.current.set(pointerId, { x, y })
    if (other === undefined) {
      const by = { x: x - before.x, y: y - before.y }
      onCrop(dragged(bitmap, crop, by, event.currentTarget.clientWidth))
    } else {
      const spread = distance({ x, y }, other) / Math.max(1, distance(before, other))
      onCrop(zoomed(bitmap, crop, crop.zoom * spread))
    }
  }

  function release({ pointerId }: PointerEvent) {
    pointers.current.delete(pointerId)
  }

  return (
    <canvas
      ref={canvas}
      className="profile-crop-frame"
      width={resolution}
      height={resolution}
      role="img"
      aria-label={profileWords.picture.frame}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
      }}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={release}
    />
  )
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y)
}
