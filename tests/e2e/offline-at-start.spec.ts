import type { BrowserContext, Page } from '@playwright/test'
import { expectProfile, join, signIn, signOut } from './support/journeys.ts'
import { expect, test } from './support/test.ts'

test.beforeEach(async ({ page, pageErrors, person }) => {
  pageErrors.allow(/ERR_INTERNET_DISCONNECTED|status of 400/)
  await page.addInitScript(() => {
    window.addEventListener('hydrated', () => {
      document.documentElement.classList.add('is-hydrated')
    })
  })
  await join(page, person)
  await signOut(page)
})

/** The parts of a start that a form does without until it is submitted. */
for (const part of ['/config.json', '/assets/load-config-', '/assets/local-mode-']) {
  test(`a network that goes before ${part} came keeps the form, which works once it is back`, async ({
    context,
    page,
    person,
  }) => {
    const network = await holdBack(page, context, part)
    await page.goto('/sign-in', { waitUntil: 'commit' })
    await page.getByLabel('E-mail address').fill(person.email)
    // All other parts are there, or another one might be the one that is missing.
    await page.locator('html.is-hydrated').waitFor()
    await network.lose()
    await signIn(page, person)

    await expect(page.getByRole('alert')).toContainText(/offline|cannot be reached/)
    await expect(page.getByLabel('E-mail address')).toHaveValue(person.email)
    await network.find()
    await signIn(page, person)
    await expectProfile(page)
  })
}

test('a network that goes before the code of the page came keeps the form, and sends it once it is back', async ({
  context,
  page,
  person,
}) => {
  const part = '/assets/sign-in-'
  const network = await holdBack(page, context, part)
  await page.goto('/sign-in', { waitUntil: 'commit' })
  await page.getByLabel('E-mail address').fill(person.email)
  const hasFailed = page.waitForEvent('requestfailed', (request) => request.url().includes(part))
  await network.lose()
  await hasFailed
  await signIn(page, person)

  await expect(page.getByLabel('E-mail address')).toHaveValue(person.email)
  await network.find()
  await expectProfile(page)
})

/** Keeps a part of the start back until the network is lost, and lets it through once it is found again. */
async function holdBack(page: Page, context: BrowserContext, part: string) {
  let tellGone: () => void = () => undefined
  const isGone = new Promise<void>((resolve) => {
    tellGone = resolve
  })
  const pattern = `**${part}*`
  await page.route(pattern, async (route) => {
    await isGone
    await route.abort('internetdisconnected')
  })
  return {
    async lose() {
      await context.setOffline(true)
      tellGone()
    },
    async find() {
      await page.unroute(pattern)
      await context.setOffline(false)
    },
  }
}
