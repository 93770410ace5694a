import { expectProfile, join, signIn, signOut } from './support/journeys.ts'
import { appUrl } from './support/stack.ts'
import { expect, test } from './support/test.ts'

test.beforeEach(({ pageErrors }) => pageErrors.allow(/status of 400/))

test('a signed-out visitor of the profile comes back to it after signing in', async ({
  page,
  person,
}) => {
  await join(page, person)
  await signOut(page)

  await page.goto('/profile?from=mail')
  await expect(page).toHaveURL(/\/sign-in\?/)
  await signIn(page, person)

  await expectProfile(page)
  await expect(page).toHaveURL(/\/profile\?from=mail$/)
})

const foreign = [
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example',
  'javascript:alert(1)',
]

test('return-to accepts nothing but paths of this origin', async ({ page, person }) => {
  await join(page, person)
  for (const target of foreign) {
    await signOut(page)
    await page.goto(`/sign-in?returnTo=${encodeURIComponent(target)}`)
    await signIn(page, person)

    await expectProfile(page)
    expect(new URL(page.url()), target).toMatchObject({ origin: appUrl, pathname: '/profile' })
  }
})

test('a reload of the profile shows no sign-in page on the way', async ({ page, person }) => {
  await join(page, person)
  const headings: string[] = []
  await page.exposeFunction('sawHeading', (text: string) => headings.push(text))
  await page.addInitScript(() => {
    const seen = (window as unknown as { sawHeading: (text: string) => void }).sawHeading
    new MutationObserver(() => {
      for (const heading of document.querySelectorAll('h1')) seen(heading.textContent)
    }).observe(document, { childList: true, subtree: true })
  })

  await page.reload()
  await expectProfile(page)

  expect(new Set(headings)).toEqual(new Set(['Your profile']))
})

test('without "keep me signed in" a new browser session starts signed out', async ({
  page,
  person,
  context,
}) => {
  await join(page, person)
  // A session of the browser lasts as long as a tab of it.
  await page.close()
  const other = await context.newPage()
  await other.goto('/profile')

  await expect(other).toHaveURL(/\/sign-in/)
})

test('"keep me signed in" lasts beyond the tab, and signing out ends it in every tab', async ({
  page,
  person,
  context,
}) => {
  await join(page, person)
  await signOut(page)
  await page.goto('/sign-in')
  await page.getByLabel('Keep me signed in on this device').check()
  await signIn(page, person)
  await expectProfile(page)

  const other = await context.newPage()
  await other.goto('/profile')
  await expectProfile(other)

  await signOut(other)
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Sign in' })).toBeVisible()
  const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))
  expect(stored).not.toMatch(/accessToken|refreshToken|idToken/)
})

test('tokens are in session storage, and temporary credentials in no storage', async ({
  page,
  person,
}) => {
  await join(page, person)

  const local = await page.evaluate(() => JSON.stringify(localStorage))
  const session = await page.evaluate(() => JSON.stringify(sessionStorage))

  expect(session).toMatch(/refreshToken/)
  expect(local).not.toMatch(/Token/)
  expect(local + session).not.toMatch(/ASIA[0-9A-Z]{16}|SecretKey|sessionToken/i)
})

test('the password never leaves the browser when somebody signs in', async ({ page, person }) => {
  await join(page, person)
  await signOut(page)
  const bodies: string[] = []
  page.on('request', (request) => bodies.push(request.url() + (request.postData() ?? '')))
  await page.goto('/sign-in')
  await signIn(page, person)
  await expectProfile(page)

  expect(bodies.some((body) => body.includes('PASSWORD_CLAIM_SIGNATURE'))).toBe(true)
  expect(bodies.filter((body) => body.includes(person.password))).toEqual([])
})

test('somebody who is signed in may continue or switch', async ({ page, person }) => {
  await join(page, person)
  await page.goto('/sign-in')

  await expect(page.getByRole('heading', { name: 'You are signed in' })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Continue' }).click()
  await expectProfile(page)
})
