import type { Page } from '@playwright/test'

/** One picture of a film: a page in a window with its address. */
export interface Frame {
  screenshot: Buffer
  address: string
  /** What happens, in a few words. */
  caption: string
  /** Where the pointer is. */
  pointer?: { x: number; y: number }
  /** Somebody is on the way: the page before is pale. */
  isLeaving?: boolean
  showMs: number
}

/** What changes from the frame before, as a still WebP. */
export interface EncodedFrame {
  webp: Buffer
  x: number
  y: number
  width: number
  height: number
  showMs: number
}

/** Above the page: address and caption. */
const barHeight = 84

/** @param page any, of Chromium, which has the encoder. */
export async function encodeFrames(
  page: Page,
  frames: readonly Frame[],
): Promise<{ width: number; height: number; frames: EncodedFrame[] }> {
  await page.goto('about:blank')
  const drawn = await page.evaluate(
    draw,
    frames.map(({ screenshot, ...frame }) => ({
      ...frame,
      url: `data:image/png;base64,${screenshot.toString('base64')}`,
      barHeight,
    })),
  )
  const { width = 0, height = 0 } = drawn[0] ?? {}
  const encoded = drawn.map(({ url, ...frame }) => ({
    ...frame,
    webp: Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'),
  }))
  return { width, height, frames: encoded }
}

type Drawing = Omit<Frame, 'screenshot'> & { url: string; barHeight: number }

/** Runs in the page. */
async function draw(drawings: readonly Drawing[]) {
  const encoded: (Omit<EncodedFrame, 'webp'> & { url: string })[] = []
  let before: Uint8ClampedArray | undefined
  for (const drawing of drawings) {
    const image = new Image()
    image.src = drawing.url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.width
    canvas.height = image.height + drawing.barHeight
    const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true })!
    paint(context, image, drawing)
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    const { x, y, width, height } = changed(data, before, canvas.width, canvas.height)
    before = data
    const part = document.createElement('canvas')
    part.width = width
    part.height = height
    part.getContext('2d', { alpha: false })!.drawImage(canvas, -x, -y)
    encoded.push({
      x,
      y,
      width,
      height,
      showMs: drawing.showMs,
      url: part.toDataURL('image/webp', 0.82),
    })
  }
  return encoded

  function paint(context: CanvasRenderingContext2D, image: HTMLImageElement, drawing: Drawing) {
    const { width } = image
    context.fillStyle = '#e8eaee'
    context.fillRect(0, 0, width, drawing.barHeight)
    context.fillStyle = '#fff'
    context.beginPath()
    context.roundRect(12, 8, width - 24, 34, 17)
    context.fill()
    context.textBaseline = 'middle'
    context.font = '17px system-ui, sans-serif'
    context.fillStyle = '#1c2330'
    context.fillText(drawing.address, 30, 26, width - 60)
    context.font = '600 18px system-ui, sans-serif'
    context.fillText(drawing.caption, 18, 63, width - 36)
    context.drawImage(image, 0, drawing.barHeight)
    if (drawing.isLeaving) {
      context.fillStyle = 'rgb(255 255 255 / 65%)'
      context.fillRect(0, drawing.barHeight, width, image.height)
    }
    if (drawing.pointer) {
      const { x, y } = drawing.pointer
      context.beginPath()
      context.arc(x, y + drawing.barHeight, 18, 0, 2 * Math.PI)
      context.fillStyle = 'rgb(255 140 0 / 45%)'
      context.fill()
      context.lineWidth = 3
      context.strokeStyle = '#c25700'
      context.stroke()
    }
  }

  /** The smallest even part with all that is not as it was; of the first frame, all. */
  function changed(
    now: Uint8ClampedArray,
    was: Uint8ClampedArray | undefined,
    width: number,
    height: number,
  ) {
    if (!was) return { x: 0, y: 0, width, height }
    let [left, top, right, bottom] = [width, height, 0, 0]
    for (let at = 0; at < now.length; at += 4) {
      if (now[at] === was[at] && now[at + 1] === was[at + 1] && now[at + 2] === was[at + 2])
        continue
      const x = (at / 4) % width
      const y = Math.floor(at / 4 / width)
      left = Math.min(left, x)
      right = Math.max(right, x + 1)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y + 1)
    }
    if (right === 0) return { x: 0, y: 0, width: 2, height: 2 }
    left -= left % 2
    top -= top % 2
    return { x: left, y: top, width: right - left, height: bottom - top }
  }
}
