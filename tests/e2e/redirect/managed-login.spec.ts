import type { APIRequestContext, BrowserContext, Page } from '@playwright/test'
import { expectNoAxeViolations } from '../support/axe.ts'
import { expect, test as base, type Person } from '../support/test.ts'

interface Config {
  userPoolClientId: string
  local: { domainUrl: string }
}

interface Fixtures {
  domainUrl: string
  /** An authorization request of the app's own client. */
  authorizeUrl: string
  /** A page in a browser that runs no scripts at all. */
  scriptless: Page
}

async function loadConfig(request: APIRequestContext): Promise<Config> {
  return (await (await request.get('/config.json')).json()) as Config
}

const test = base.extend<Fixtures>({
  domainUrl: async ({ request }, use) => {
    await use((await loadConfig(request)).local.domainUrl)
  },
  authorizeUrl: async ({ baseURL, request }, use) => {
    const { userPoolClientId, local } = await loadConfig(request)
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: userPoolClientId,
      redirect_uri: `${baseURL ?? ''}/callback`,
      scope: 'openid email',
      state: 'of-the-test',
    })
    await use(`${local.domainUrl}/oauth2/authorize?${query.toString()}`)
  },
  scriptless: async ({ browser }, use) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    await use(await context.newPage())
    await context.close()
  },
})

/** Up to the page that asks for the code. */
async function signUpAt(page: Page, authorizeUrl: string, person: Person): Promise<void> {
  await page.goto(authorizeUrl)
  await page.getByRole('link', { name: 'Create an account' }).click()
  await page.getByLabel('Email').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('heading', { name: 'Confirm your account' })).toBeVisible()
}

async function expectCallback(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/callback\?code=[\w-]+&state=of-the-test$/)
}

async function cookieNames(context: BrowserContext, url: string): Promise<string[]> {
  return (await context.cookies(url)).map(({ name }) => name)
}

test('without scripts somebody signs up, confirms, signs in again, and signs out', async ({
  scriptless: page,
  authorizeUrl,
  domainUrl,
  baseURL,
  person,
  code,
}) => {
  await signUpAt(page, authorizeUrl, person)
  await page.getByLabel('Code').fill(await code())
  await page.getByRole('button', { name: 'Confirm account' }).click()
  await expectCallback(page)

  await page.goto(authorizeUrl)
  await expectCallback(page)

  const clientId = new URL(authorizeUrl).searchParams.get('client_id') ?? ''
  const logoutUri = encodeURIComponent(`${baseURL ?? ''}/`)
  await page.goto(`${domainUrl}/logout?client_id=${clientId}&logout_uri=${logoutUri}`)
  await expect(page).toHaveURL(`${baseURL ?? ''}/`)
  expect(await cookieNames(page.context(), domainUrl)).not.toContain('cognito')

  await page.goto(authorizeUrl)
  await page.getByLabel('Email').fill(person.email)
  await page.getByLabel('Password').fill('Wrong-Engine-1843')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText('Incorrect username or password.')
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expectCallback(page)
})

test('without scripts somebody resets their password', async ({
  scriptless: page,
  authorizeUrl,
  person,
  code,
}) => {
  await signUpAt(page, authorizeUrl, person)
  await page.getByLabel('Code').fill(await code())
  await page.getByRole('button', { name: 'Confirm account' }).click()
  await expectCallback(page)

  await page.goto(`${authorizeUrl}&prompt=login`)
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await page.getByLabel('Email').fill(person.email)
  await page.getByRole('button', { name: 'Send code' }).click()
  await expect(page.getByText('We sent a code to a***@e***.')).toBeVisible()
  await page.getByLabel('Code').fill(await code())
  await page.getByLabel('New password').fill('Difference-Engine-1822')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByRole('status')).toContainText('Your password has been changed.')
  await page.getByLabel('Password').fill('Difference-Engine-1822')
  await page.getByRole('button', { name: 'Sign in' }).click()

  await expectCallback(page)
})

test('the page that asks for a code may be left with the back button, and found again', async ({
  scriptless: page,
  authorizeUrl,
  person,
  code,
}) => {
  await signUpAt(page, authorizeUrl, person)
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Create an account' })).toBeVisible()
  await page.goForward()
  await page.getByLabel('Code').fill(await code())
  await page.getByRole('button', { name: 'Confirm account' }).click()

  await expectCallback(page)
})

test('another website can neither frame the sign-in page nor send its form', async ({
  page,
  authorizeUrl,
  domainUrl,
  pageErrors,
}) => {
  pageErrors.allow(/frame-ancestors|status of 403/)
  const loginUrl = authorizeUrl.replace('/oauth2/authorize', '/login')
  await page.route('/elsewhere', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<link rel="icon" href="data:,"><p>Other</p>',
    }),
  )
  await page.goto('/elsewhere')
  await page.evaluate((src) => {
    const frame = document.createElement('iframe')
    frame.src = src
    document.body.append(frame)
  }, loginUrl)
  await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/)

  await page.evaluate((action) => {
    const form = document.createElement('form')
    form.method = 'post'
    form.action = action
    document.body.append(form)
    form.submit()
  }, loginUrl)

  await expect(page.getByText('Another website tried to send this form.')).toBeVisible()
  expect(await cookieNames(page.context(), domainUrl)).not.toContain('cognito')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the pages of the domain, and nothing is cut off, ${colorScheme}`, async ({
    page,
    authorizeUrl,
    pageErrors,
  }) => {
    pageErrors.allow(/status of 400/)
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 320, height: 800 })
    const paths = ['login', 'signup', 'confirmUser', 'forgotPassword', 'confirmForgotPassword']
    const urls = paths.map((path) => authorizeUrl.replace('oauth2/authorize', path))
    const mismatch = authorizeUrl.replace('callback', 'Callback')
    // Its words are the longest.
    const german = `${authorizeUrl.replace('oauth2/authorize', 'signup')}&lang=de`

    for (const url of [...urls, german, `${mismatch}&lang=en`]) {
      await page.goto(url)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectNoAxeViolations(page)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      )
      expect(overflow, url).toBeLessThanOrEqual(0)
    }
    await page.goto(authorizeUrl)
    await page.locator('form').evaluate((form: HTMLFormElement) => {
      form.noValidate = true
    })
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await expectNoAxeViolations(page)
  })
}
