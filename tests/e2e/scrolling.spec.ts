import { expect, test } from './support/test.ts'

/** None of the built HTML has it. */
const alive = '.local-note[href]'

test('a page that is scrolled before its scripts are there stays where it is, after a reload too', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1000, height: 500 })
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/assets/*.js', async (route) => {
    await released
    await route.continue()
  })
  await page.goto('/', { waitUntil: 'commit' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.evaluate(() => window.scrollTo(0, 300))
  release()

  await expect(page.locator(alive)).toBeVisible()
  expect(await page.evaluate(() => window.scrollY)).toBe(300)

  await page.reload()
  await expect(page.locator(alive)).toBeVisible()
  expect(await page.evaluate(() => window.scrollY)).toBe(300)
})

test('a page that is loaded opens at its top, and back is where one was', async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 500 })
  await page.goto('/')
  await expect(page.locator(alive)).toBeVisible()
  await page.evaluate(() => window.scrollTo(0, 300))

  await page.goto('/sign-up')
  await expect(page.locator(alive)).toBeVisible()
  expect(await page.evaluate(() => window.scrollY)).toBe(0)

  await page.goBack()
  await expect(page.locator(alive)).toBeVisible()
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(300)
})
