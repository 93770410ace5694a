import type { BrowserContext, Page } from '@playwright/test'
import { expectProfile, join, signIn, signOut } from './support/journeys.ts'
import { expect, test } from './support/test.ts'

test.beforeEach(({ pageErrors }) => pageErrors.allow(/status of 400/))

async function openTab(context: BrowserContext, path: string): Promise<Page> {
  const tab = await context.newPage()
  await tab.goto(path)
  return tab
}

const refreshToken = (page: Page) =>
  page.evaluate(() =>
    sessionStorage.getItem(
      Object.keys(sessionStorage).find((key) => key.endsWith('.refreshToken')) ?? '',
    ),
  )

test('a second tab is signed in with the first, and nothing of it is in local storage', async ({
  page,
  person,
  context,
}) => {
  await join(page, person)

  const second = await openTab(context, '/profile')

  await expectProfile(second)
  expect(await refreshToken(second)).toBe(await refreshToken(page))
  for (const tab of [page, second]) {
    expect(await tab.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/Token|LastAuthUser/)
  }
  // Handed on by whoever has it: the one that signed in need not be there any more.
  await page.close()
  const third = await openTab(context, '/')
  await expect(third.getByRole('button', { name: 'Sign out' })).toBeVisible()
})

test('signing out of one tab signs out of all, and signing in signs in to all', async ({
  page,
  person,
  context,
}) => {
  await join(page, person)
  const second = await openTab(context, '/profile')
  await expectProfile(second)

  await signOut(page)

  await expect(second).toHaveURL(/\/sign-in\?.*session-ended/)
  for (const tab of [page, second]) {
    expect(await tab.evaluate(() => JSON.stringify(sessionStorage))).not.toMatch(/Token/)
  }
  await second.goto('/')
  await page.goto('/sign-in')
  await signIn(page, person)
  await expectProfile(page)
  await expect(second.getByRole('button', { name: 'Sign out' })).toBeVisible()
})

test('a tab that renews the tokens tells the others, so that none of them goes on with old ones', async ({
  page,
  person,
  context,
}) => {
  await join(page, person)
  const second = await openTab(context, '/profile')
  await expectProfile(second)
  const before = await refreshToken(page)

  // To the page the access token has expired: the next call renews it.
  await second.evaluate(() => {
    const key = Object.keys(sessionStorage).find((name) => name.endsWith('.clockDrift')) ?? ''
    sessionStorage.setItem(key, String(3_600_000 * 24))
  })
  await second.reload()
  await expectProfile(second)

  await expect.poll(() => refreshToken(second)).not.toBe(before)
  await expect.poll(() => refreshToken(page)).toBe(await refreshToken(second))
})

test('with the last tab the session is gone, and another browser has none of it', async ({
  page,
  person,
  context,
  browser,
}) => {
  await join(page, person)
  const elsewhere = await browser.newContext()
  const stranger = await openTab(elsewhere, '/profile')
  await expect(stranger).toHaveURL(/\/sign-in/)
  await elsewhere.close()

  await page.close()

  const next = await openTab(context, '/profile')
  await expect(next).toHaveURL(/\/sign-in/)
})
