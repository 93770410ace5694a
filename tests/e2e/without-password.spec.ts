import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { expectNothingCutOff } from './support/cut-off.ts'
import {
  confirmAccount,
  createAccount,
  expectProfile,
  signIn,
  signOut,
} from './support/journeys.ts'
import { expect, test } from './support/own-aws.ts'
import { addAuthenticator } from './support/passkeys.ts'

test('the template as it comes signs people in by password, passkey and a code by mail, at the app and at its domain', async ({
  page,
  person,
  aws,
  pageErrors,
}) => {
  // A profile that is not there yet.
  pageErrors.allow(/status of 404/)
  aws.asItComes()
  const authenticator = await addAuthenticator(page)
  await createAccount(page, person)
  await confirmAccount(page, aws.codeFor(person.email))
  await expectProfile(page)
  await signOut(page)

  await openSignIn(page)
  await expectAccessible(page)
  await expectNothingCutOff(page)
  await signIn(page, person)
  await expect(page.getByRole('heading', { name: 'Sign in faster next time' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Create a passkey' }).click()
  await expectProfile(page)
  expect((await authenticator.passkeys()).map(({ rpId }) => rpId)).toEqual(['localhost'])
  await signOut(page)

  await openSignIn(page)
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expectProfile(page)
  await signOut(page)

  await openSignIn(page)
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByRole('button', { name: 'Get a code by e-mail' }).click()
  await expect(page.getByRole('heading', { name: 'Enter your code' })).toBeVisible()
  await page.getByLabel('Code', { exact: true }).fill(aws.codeFor(person.email))
  await page.keyboard.press('Enter')
  await expectProfile(page)
  await signOut(page)

  await openSignIn(page)
  await page.getByRole('button', { name: 'Use the separate sign-in page' }).click()
  await page.getByLabel('Email').fill(person.email)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose how to sign in')
  await page.getByRole('button', { name: 'Use passkey' }).click()
  await expectProfile(page)
})

/** The other ways stand there once the configuration has arrived. */
async function openSignIn(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await expect(page.getByRole('button', { name: 'Get a code by e-mail' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Use a passkey' })).toBeVisible()
}
