import type { Page } from '@playwright/test'
import { join } from './support/journeys.ts'
import { expect, test } from './support/test.ts'

test.beforeEach(({ pageErrors }) => pageErrors.allow(/status of 400/))

interface Case {
  width: number
  height: number
  /** As EXIF numbers them: which way up the camera was held. */
  orientation: number
  /** The side of what is kept, at four-fold zoom. */
  side: number
}

// Each differs from the one before in what is kept, so that the picture before is not taken for it.

const orientations: readonly Case[] = [1, 2, 4, 3, 5, 7, 6, 8].map((orientation) => ({
  width: 4000,
  height: 900,
  orientation,
  side: 225,
}))

const shapes: readonly Case[] = [
  { width: 3000, height: 2000, orientation: 1, side: 500 },
  { width: 3000, height: 4000, orientation: 6, side: 512 },
  { width: 12_000, height: 2200, orientation: 8, side: 512 },
  { width: 16_000, height: 3000, orientation: 1, side: 512 },
  { width: 16_000, height: 3000, orientation: 6, side: 512 },
  { width: 2100, height: 16_000, orientation: 1, side: 512 },
  { width: 400, height: 300, orientation: 3, side: 75 },
]

/** On which side what is left in the file is seen. */
const whereLeftIs = [
  'left',
  'left',
  'right',
  'right',
  'left',
  'top',
  'top',
  'bottom',
  'bottom',
] as const

/** Draws, photographs and chooses it in the page, since so many pixels are slow to make elsewhere. */
async function choosePhotograph(page: Page, { width, height, orientation }: Case): Promise<void> {
  await page.locator('input[type=file]').evaluate(
    async (input: HTMLInputElement, given) => {
      const canvas = new OffscreenCanvas(given.width, given.height)
      const context = canvas.getContext('2d')!
      context.fillStyle = '#00f'
      context.fillRect(0, 0, given.width, given.height)
      context.fillStyle = '#f00'
      context.fillRect(0, 0, given.width / 2, given.height)
      const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.5 })
      // One entry, 0x0112, of an IFD in an APP1 segment: Exif 2.32, section 4.5.
      const exif = new TextEncoder().encode('Exif\0\0II*\0')
      const entry = [8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, given.orientation, 0, 0, 0]
      const body = [...exif, ...entry, 0, 0, 0, 0]
      const segment = new Uint8Array([0xff, 0xe1, 0, body.length + 2, ...body])
      const parts = [jpeg.slice(0, 2), segment, jpeg.slice(2)]
      const chosen = new DataTransfer()
      chosen.items.add(new File(parts, 'photograph.jpg', { type: 'image/jpeg' }))
      input.files = chosen.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
    },
    { width, height, orientation },
  )
}

/** The picture as it was saved: its sides, and whether it is red where `left` is. */
async function savedPicture(page: Page, side: (typeof whereLeftIs)[number]) {
  const picture = page.getByRole('region', { name: 'Preview' }).getByRole('img')
  return picture.evaluate((image, name) => {
    if (!(image instanceof HTMLImageElement) || !image.complete) return undefined
    const { naturalWidth: width, naturalHeight: height } = image
    const context = new OffscreenCanvas(width, height).getContext('2d')!
    context.drawImage(image, 0, 0)
    const places = { left: [0.2, 0.5], right: [0.8, 0.5], top: [0.5, 0.2], bottom: [0.5, 0.8] }
    const [x = 0, y = 0] = places[name]
    const [red = 0, , blue = 0] = context.getImageData(x * width, y * height, 1, 1).data
    return { width, height, isRed: red > blue }
  }, side)
}

for (const [name, cases] of Object.entries({ orientation: orientations, shape: shapes })) {
  test(`a crop keeps the resolution that the original has, for every ${name}`, async ({
    page,
    person,
  }) => {
    await join(page, person)
    for (const each of cases) {
      await expect(page.getByRole('button', { name: /^(Choose a|Change) picture$/ })).toBeEnabled()
      await choosePhotograph(page, each)
      await expectCropping(page)
      await page.getByRole('slider', { name: 'Zoom' }).press('End')
      await page.getByRole('button', { name: 'Use this picture' }).click()

      await expect
        .poll(() => savedPicture(page, whereLeftIs[each.orientation]!), JSON.stringify(each))
        .toEqual({ width: each.side, height: each.side, isRed: true })
    }
  })
}

/** Where the page cannot read the photograph it says why, and there is no slider to wait for. */
async function expectCropping(page: Page): Promise<void> {
  const slider = page.getByRole('slider', { name: 'Zoom' })
  const problem = page.getByRole('region', { name: 'Picture' }).getByRole('alert')
  await expect(slider.or(problem)).toBeVisible()
  await expect(problem).toBeHidden()
}
