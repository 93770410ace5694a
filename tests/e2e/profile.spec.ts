import type { Page } from '@playwright/test'
import { brandName } from '../../src/ui/brand.ts'
import { encodePng } from '../support/app/png.ts'
import { expectProfile, join } from './support/journeys.ts'
import { expect, test } from './support/test.ts'

test.beforeEach(({ pageErrors }) => pageErrors.allow(/status of 400/))

async function choosePicture(page: Page, name: string, buffer: Buffer, mimeType: string) {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /^(Choose a|Change) picture$/ }).click()
  await (await chooser).setFiles({ name, mimeType, buffer })
}

async function save(page: Page) {
  await page.getByRole('button', { name: 'Save profile' }).click()
  await expect(page.getByText('Everything is saved')).toBeVisible()
}

test('the second of two tabs is told that the profile changed, and nothing is lost', async ({
  page,
  person,
  context,
}) => {
  await join(page, person)
  await page.getByLabel('Display name').fill('Ada')
  await save(page)
  // The tab opened by the first one gets a copy of its session storage.
  const popup = page.waitForEvent('popup')
  await page.evaluate(() => window.open('/profile'))
  const second = await popup
  await expectProfile(second)
  expect(context.pages()).toHaveLength(2)

  await second.getByLabel('Bio').fill('Written in the second tab')
  await page.getByLabel('Bio').fill('Written in the first tab')
  await save(page)
  await second.getByRole('button', { name: 'Save profile' }).click()

  await expect(second.getByText('Your profile was changed elsewhere')).toBeVisible()
  await expect(second.getByText('Written in the first tab').first()).toBeVisible()
  await expect(second.getByLabel('Bio')).toHaveValue('Written in the second tab')
  await second.getByRole('button', { name: 'Keep mine and save' }).click()
  await expect(second.getByText('Everything is saved')).toBeVisible()

  await page.reload()
  await expect(page.getByLabel('Bio')).toHaveValue('Written in the second tab')
  await expect(page.getByLabel('Display name')).toHaveValue('Ada')
})

test('an SVG is refused whatever its name, and the picture stays as it was', async ({
  page,
  person,
}) => {
  await join(page, person)
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')

  await choosePicture(page, 'innocent.png', svg, 'image/png')

  await expect(page.getByText('This is an SVG drawing, which can carry scripts.')).toBeVisible()
  await expect(page.getByRole('img', { name: 'No picture' })).toBeVisible()
})

test('a picture is stored as a square WebP without what the file said besides', async ({
  page,
  person,
}) => {
  await join(page, person)
  const uploads: { contentType: string; body: Buffer }[] = []
  await page.route(/\.webp/, async (route) => {
    const request = route.request()
    if (request.method() === 'PUT') {
      const body = request.postDataBuffer() ?? Buffer.alloc(0)
      uploads.push({ contentType: request.headers()['content-type'] ?? '', body })
    }
    await route.continue()
  })

  await choosePicture(page, 'ada.png', encodePng(900, 600), 'image/png')
  await page.getByRole('button', { name: 'Use this picture' }).click()
  await expect(page.getByText('Your picture is saved.').first()).toBeAttached()

  const picture = page.getByRole('region', { name: 'Preview' }).getByRole('img')
  await expect(picture).toHaveAttribute('src', /^blob:/)
  const size = await picture.evaluate((image: HTMLImageElement) => [
    image.naturalWidth,
    image.naturalHeight,
  ])
  expect(size[0]).toBe(size[1])
  expect(uploads.map(({ contentType }) => contentType)).toEqual(['image/webp'])
})

test('an upload can be cancelled, and the picture stays as it was', async ({ page, person }) => {
  await join(page, person)
  // Holds the upload, so that there is something to cancel.
  await page.route(/\.webp/, (route) =>
    route.request().method() === 'PUT' ? undefined : route.continue(),
  )
  await choosePicture(page, 'ada.png', encodePng(600, 600), 'image/png')
  await page.getByRole('button', { name: 'Use this picture' }).click()
  await expect(page.getByRole('progressbar')).toBeVisible()

  await page.getByRole('button', { name: 'Cancel upload' }).click()

  await expect(page.getByText('The upload is cancelled.').first()).toBeAttached()
  await expect(page.getByRole('img', { name: 'No picture' })).toBeVisible()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('saving while offline keeps what was typed, and works once back', async ({
  page,
  person,
  context,
  pageErrors,
}) => {
  pageErrors.allow(/ERR_INTERNET_DISCONNECTED/)
  await join(page, person)
  await page.getByLabel('Display name').fill('Ada')
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Save profile' }).click()
  await expect(page.getByText('You are offline.').first()).toBeVisible()
  await expect(page.getByLabel('Display name')).toHaveValue('Ada')

  await context.setOffline(false)
  await save(page)
})

test('a custom attribute is saved in the user pool', async ({ page, person }) => {
  await join(page, person)
  await page.getByLabel('Company').fill('Analytical Engines Ltd')
  await page.getByRole('button', { name: 'Save profile' }).click()
  await expect(page.getByText('Saved in the user pool.').first()).toBeAttached()

  await page.reload()
  await expect(page.getByLabel('Company')).toHaveValue('Analytical Engines Ltd')
})

test('leaving with unsaved changes asks first', async ({ page, person }) => {
  await join(page, person)
  await page.getByLabel('Display name').fill('Ada')
  await page.getByRole('link', { name: brandName }).click()

  await expect(page.getByText('Leave without saving?')).toBeVisible()
  await page.getByRole('button', { name: 'Stay here' }).click()
  await expect(page.getByLabel('Display name')).toHaveValue('Ada')
})
