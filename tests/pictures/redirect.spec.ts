import { writeFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { expectProfile } from '../e2e/support/journeys.ts'
import { localAwsUrl } from '../e2e/support/stack.ts'
import { expect, test } from '../e2e/support/test.ts'
import { animatedWebp } from './animated-webp.ts'
import { encodeFrames, type Frame } from './encode-frames.ts'

/** A journey that is filmed: pictures of pages, and the addresses between them. */
function film(page: Page) {
  const frames: Frame[] = []
  let hops: string[] = []
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame())
      hops.push(request.url())
  })

  async function show(caption: string, options: { at?: Locator; showMs?: number } = {}) {
    const { at, showMs = 2200 } = options
    const box = await at?.boundingBox()
    const pointer = box && { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    const screenshot = await page.screenshot({ animations: 'disabled' })
    const frame = { screenshot, address: shown(page.url()), caption, showMs }
    frames.push(frame)
    if (pointer) frames.push({ ...frame, pointer, showMs: 900 })
  }

  return {
    frames,
    show,
    /** Clicks, arrives, and shows the addresses that were on the way, in this order. */
    async follow(button: Locator, arrived: Locator, way: Readonly<Record<string, string>>) {
      const { screenshot } = frames.at(-1)!
      hops = []
      await button.click()
      await expect(arrived).toBeVisible()
      for (const [path, caption] of Object.entries(way)) {
        const hop = hops.shift()
        expect(hop && new URL(hop).pathname, hops.join('\n')).toBe(path)
        frames.push({ screenshot, address: shown(hop!), caption, isLeaving: true, showMs: 1700 })
      }
    },
  }
}

const tellingParameters = ['client_id', 'code', 'state']

/** With the ports that `npm start` has, and of the parameters those that tell the most, cut short. */
function shown(address: string): string {
  const url = new URL(address)
  const told = [...url.searchParams].filter(([name]) => tellingParameters.includes(name))
  const query = told.map(([name, value]) => `${name}=${value.slice(0, 10)}…`).join('&')
  const port = url.origin === localAwsUrl ? 9229 : 5173
  return `localhost:${port}${url.pathname}${query && `?${query}`}`
}

test('the redirect, filmed for README', async ({ page, pageErrors }) => {
  pageErrors.allow(/status of 404/)
  const movie = film(page)
  const { frames } = movie
  await page.goto('/')
  const ada = page.getByRole('button', { name: 'Continue as Ada (Google)' })
  await ada.scrollIntoViewIfNeeded()
  await movie.show('The app’s start page', { at: ada })
  const account = page.getByRole('button', { name: /Ada Lovelace/ })
  await movie.follow(ada, account, {
    '/oauth2/authorize': '…goes to the user pool’s domain, with a state and a code challenge',
    '/social/google/authorize': '…which goes on to Google, as a client of its own',
  })
  await movie.show('The local Google asks who it is', { at: account })
  await movie.follow(account, page.getByRole('heading', { name: 'Ada Lovelace' }), {
    '/social/google/authorize': 'Google sends a code',
    '/oauth2/idpresponse': '…to the user pool’s domain, which knows Ada now',
    '/callback': '…and sends the app a code of its own, which it redeems',
  })
  await expect(page).toHaveURL('/profile')
  await expectProfile(page)
  await movie.show('Signed in, and back at the app', { showMs: 3500 })

  const { width, height, frames: encoded } = await encodeFrames(page, frames)
  const picture = animatedWebp(width, height, encoded)
  writeFileSync('docs/images/redirect.webp', picture)
  expect(picture.length).toBeLessThan(400_000)
})
