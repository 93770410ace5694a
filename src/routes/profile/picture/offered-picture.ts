/** Longer than any picture takes on a line that is worth waiting for. */
const timeoutMs = 15_000

/**
 * The picture that somebody has at their provider, fetched when they ask for it: the provider hears of
 * nothing before, and then neither who asks nor from where. The page's Content-Security-Policy decides
 * which hosts may be asked (`infra/build/pages/security-headers.ts`).
 *
 * @returns undefined where it cannot be had.
 */
export async function fetchOfferedPicture(url: string): Promise<Blob | undefined> {
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!response.ok) return undefined
    const blob = await response.blob()
    return blob.type.startsWith('image/svg+xml') ? await drawn(blob) : blob
  } catch {
    return undefined
  }
}

const side = 512

/** A drawing may hold scripts, which an image element never runs; what is kept is its dots alone. */
async function drawn(svg: Blob): Promise<Blob | undefined> {
  const url = URL.createObjectURL(svg)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = side
    canvas.height = side
    canvas.getContext('2d')?.drawImage(image, 0, 0, side, side)
    return await new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined)))
  } finally {
    URL.revokeObjectURL(url)
  }
}
