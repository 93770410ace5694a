import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe.ts'
import { expect, test as base } from '../support/test.ts'

interface Fixtures {
  domainUrl: string
  /** An authorization request of the app's own client, for `identity_provider` to be added. */
  authorizeUrl: string
}

const test = base.extend<Fixtures>({
  domainUrl: async ({ request }, use) => {
    const config = (await (await request.get('/config.json')).json()) as {
      local: { domainUrl: string }
    }
    await use(config.local.domainUrl)
  },
  authorizeUrl: async ({ baseURL, domainUrl, request }, use) => {
    const config = (await (await request.get('/config.json')).json()) as {
      userPoolClientId: string
    }
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: config.userPoolClientId,
      redirect_uri: `${baseURL ?? ''}/callback`,
      scope: 'openid email',
      state: 'of-the-test',
    })
    await use(`${domainUrl}/oauth2/authorize?${query.toString()}`)
  },
})

const providers = [
  ['google', 'Google', 'openid email profile'],
  ['facebook', 'Facebook', 'public_profile, email'],
  ['apple', 'SignInWithApple', 'name email'],
  ['amazon', 'LoginWithAmazon', 'profile'],
  ['company', 'Company', 'openid email profile'],
] as const

function providerUrl(
  domainUrl: string,
  [slug, , scope]: (typeof providers)[number],
  parameters: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({
    client_id: `local-${slug}`,
    redirect_uri: `${domainUrl}/oauth2/idpresponse`,
    response_type: 'code',
    response_mode: 'form_post',
    scope,
    ...parameters,
  })
  return `${domainUrl}/social/${slug}/authorize?${query.toString()}`
}

async function expectNothingCutOff(page: Page): Promise<void> {
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    )
    expect(overflow, `${page.url()} at ${width} pixels`).toBeLessThanOrEqual(0)
  }
}

/** What the app is asked for at the end; its page may change its address at once. */
async function callbackOf(page: Page, going: () => Promise<unknown>): Promise<string> {
  const request = page.waitForRequest(/\/callback\?/)
  await going()
  return (await request).url()
}

test.beforeEach(({ pageErrors }) => pageErrors.allow(/status of 400/))

for (const provider of providers) {
  const [slug, identityProvider] = provider

  test(`axe finds nothing on the pages of ${slug}, and nothing is cut off`, async ({
    page,
    domainUrl,
  }) => {
    await page.goto(providerUrl(domainUrl, provider))
    await page.getByText('Use another account').click()
    await page.getByText('Make it fail').click()
    await expectAccessible(page)
    await expectNothingCutOff(page)

    await page.getByLabel('Name').fill('a'.repeat(201))
    await page.getByLabel(/^Email( \(|$)/).fill('eve@example.com')
    await page.getByRole('button', { name: 'Continue with this account' }).click()
    await expect(page.getByText('There is a problem')).toBeVisible()
    await expectAccessible(page)

    await page.goto(providerUrl(domainUrl, provider, { login_hint: 'ada@example.com' }))
    await expect(page.getByRole('button', { name: 'Continue as' })).toHaveCount(1)
    await expectAccessible(page)

    await page.goto(providerUrl(domainUrl, provider, { redirect_uri: `${domainUrl}/elsewhere` }))
    await expect(page.getByRole('heading', { level: 1 })).toContainText('not registered')
    await expectAccessible(page)

    await page.goto(`${domainUrl}/social/${slug}`)
    await expectAccessible(page)
  })

  test(`by keyboard it is two keys at ${slug}, and none the next time`, async ({
    browser,
    authorizeUrl,
  }) => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const url = `${authorizeUrl}&identity_provider=${identityProvider}`
    await page.goto(url)
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Continue as Ada Lovelace' })).toBeFocused()

    const first = await callbackOf(page, () => page.keyboard.press('Enter'))
    await context.clearCookies({ name: 'cognito' })
    const next = await context.newPage()
    const second = await callbackOf(next, () => next.goto(url))

    for (const callback of [first, second]) expect(callback).toContain('state=of-the-test')
    await context.close()
  })

  test(`without scripts ${slug} leads back to the app`, async ({ browser, authorizeUrl }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${authorizeUrl}&identity_provider=${identityProvider}`)

    const callback = await callbackOf(page, async () => {
      await page.getByRole('button', { name: 'Continue as Grace Hopper' }).click()
      if (slug === 'apple') await page.getByRole('button', { name: 'Continue' }).click()
    })

    expect(callback).toMatch(/\/callback\?code=[\w-]+&state=of-the-test$/)
    await context.close()
  })
}
