import type { Page } from '@playwright/test'
import {
  confirmAccount,
  createAccount,
  expectProfile,
  signIn,
  signOut,
} from '../support/journeys.ts'
import { expect, test as base } from '../support/own-aws.ts'
import { attributesOf, goToProvider, signOutEverywhere } from '../support/social.ts'
import type { Person } from '../support/test.ts'

/** Whose address is also known to providers. */
const test = base.extend<{ native: (email: string) => Promise<Person> }>({
  native: async ({ page, aws }, use) => {
    await use(async (email) => {
      const person = { email, password: 'Analytical-Engine-1843' }
      await createAccount(page, person)
      await confirmAccount(page, aws.codeFor(email))
      await expectProfile(page)
      await page.getByLabel('Display name').fill('Of the native account')
      await page.getByRole('button', { name: 'Save profile' }).click()
      await expect(page.getByText('Everything is saved')).toBeVisible()
      return person
    })
  },
})

async function subOf(page: Page, cognitoUrl: string) {
  return (await attributesOf(page, cognitoUrl)).get('sub')
}

for (const provider of ['Google', 'Company'] as const) {
  test(`a verified address of ${provider} leads to the account that has it, with its profile`, async ({
    page,
    aws,
    native,
  }) => {
    const person = await native('ada@example.com')
    const sub = await subOf(page, aws.url)
    await signOut(page)

    await goToProvider(page, provider)
    await page.getByRole('button', { name: 'Continue as Ada Lovelace' }).click()

    await expectProfile(page)
    await expect(page.getByLabel('Display name')).toHaveValue('Of the native account')
    expect(await subOf(page, aws.url)).toBe(sub)

    await signOutEverywhere(page)
    await page.goto('/sign-in')
    await signIn(page, person)
    await expectProfile(page)
    expect(await subOf(page, aws.url)).toBe(sub)
  })
}

test('an address that the provider has not verified never leads to somebody’s account', async ({
  page,
  aws,
  native,
}) => {
  await native('alan@example.com')
  const sub = await subOf(page, aws.url)
  await signOut(page)

  await goToProvider(page, 'Google')
  await page.getByRole('button', { name: 'Continue as Alan Turing' }).click()

  await expectProfile(page)
  // What the provider told, and not what the native account had saved.
  await expect(page.getByLabel('Display name')).toHaveValue('Alan Turing')
  await expect(page.getByRole('region', { name: 'Account' })).toContainText(
    'alan@example.com not verified',
  )
  expect(await subOf(page, aws.url)).not.toBe(sub)
})

test('where AWS refuses the sign-in that linked, once more is enough, and the page says so', async ({
  page,
  aws: _,
}) => {
  const leaving = page.waitForRequest(/\/oauth2\/authorize\?/)
  await goToProvider(page, 'Google')
  const query = new URLSearchParams({
    error: 'invalid_request',
    error_description: 'Already found an entry for username google_118151210000000000001',
    state: new URL((await leaving).url()).searchParams.get('state') ?? '',
  })
  await page.goto(`/callback?${query.toString()}`)

  await expect(page.getByText('Your accounts have just been linked.')).toBeVisible()
  await expect(page.getByText('Sign in once more the same way to finish.')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.getByRole('button', { name: 'Finish signing in' }).click()
  await page.getByRole('button', { name: 'Continue as Ada Lovelace' }).click()
  await expectProfile(page)
})
