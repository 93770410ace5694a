import type { Page } from '@playwright/test'
import { expectNoAxeViolations } from './support/axe.ts'
import { expectProfile } from './support/journeys.ts'
import { expect, test as base, type OwnAws } from './support/own-aws.ts'
import { goToProvider, socialProviders } from './support/social.ts'

const test = base.extend<{ scriptless: Page }>({
  scriptless: async ({ browser }, use) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    await use(await context.newPage())
    await context.close()
  },
})

/** An authorization request of the app's own client. */
function authorizeUrl({ url, config }: OwnAws, callback: string, more: Record<string, string>) {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: config.userPoolClientId,
    redirect_uri: callback,
    scope: 'openid email',
    state: 'of-the-test',
    ...more,
  })
  return `${url}/oauth2/authorize?${query.toString()}`
}

for (const provider of socialProviders) {
  test(`without scripts the domain and ${provider} sign somebody in`, async ({
    scriptless: page,
    aws,
    baseURL,
  }) => {
    const callback = `${baseURL ?? ''}/callback`
    await page.goto(authorizeUrl(aws, callback, {}))
    await page.getByRole('link', { name: `Continue with ${provider}` }).click()
    await page.getByRole('button', { name: 'Continue as Ada Lovelace' }).click()
    if (provider === 'Apple') await page.getByRole('button', { name: 'Continue' }).click()

    await expect(page).toHaveURL(/\/callback\?code=[\w-]+&state=of-the-test$/)
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the providers’ pages, and nothing is cut off, ${colorScheme}`, async ({
    page,
    aws,
    baseURL,
    pageErrors,
  }) => {
    pageErrors.allow(/status of 400/)
    await page.emulateMedia({ colorScheme })
    for (const provider of socialProviders) {
      const identity_provider =
        provider === 'Apple'
          ? 'SignInWithApple'
          : provider === 'Amazon'
            ? 'LoginWithAmazon'
            : provider
      await page.goto(authorizeUrl(aws, `${baseURL ?? ''}/callback`, { identity_provider }))
      for (const details of await page.locator('details').all()) {
        await details.evaluate((element: HTMLDetailsElement) => (element.open = true))
      }
      await expectAccessible(page)

      await page
        .locator('form')
        .nth(1)
        .evaluate((form: HTMLFormElement) => (form.noValidate = true))
      await page.getByRole('button', { name: 'Continue with this account' }).click()
      await expect(page.getByRole('alert')).toBeVisible()
      await expectAccessible(page)

      await page.getByRole('link', { name: 'See who is signed in here' }).click()
      await expectAccessible(page)
    }
  })
}

async function expectAccessible(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectNoAxeViolations(page)
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    )
    expect(overflow, `${page.url()} at ${width} pixels`).toBeLessThanOrEqual(0)
  }
}

test('a provider’s page works with the keyboard alone', async ({ page, aws: _, pageErrors }) => {
  pageErrors.allow(/status of 404/)
  await goToProvider(page, 'Apple')
  const names: string[] = []
  for (let press = 0; press < 12; press += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => document.activeElement?.textContent.trim() ?? '')
    names.push(focused)
    if (focused === 'Continue as Grace Hopper') break
  }
  expect(names.at(-1), names.join(' → ')).toBe('Continue as Grace Hopper')
  await page.keyboard.press('Enter')

  await expectProfile(page)
})

test('on a phone one signs in with a provider, too', async ({ page, aws: _, pageErrors }) => {
  pageErrors.allow(/status of 404/)
  await page.setViewportSize({ width: 360, height: 640 })
  await goToProvider(page, 'Facebook')
  await page.getByRole('button', { name: 'Continue as Grace Hopper' }).click()

  await expectProfile(page)
})
