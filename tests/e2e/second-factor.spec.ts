import type { Page } from '@playwright/test'
import { codeOf, wrongCode } from '../support/user-pools/authenticator-app.ts'
import { expectAccessible } from './support/axe.ts'
import {
  confirmAccount,
  createAccount,
  expectProfile,
  signIn,
  signOut,
} from './support/journeys.ts'
import { expect, test } from './support/own-aws.ts'

/** As a pool that asks everybody for an authenticator app. */
const required = ['      MfaConfiguration: !Ref Mfa\n', "      MfaConfiguration: 'ON'\n"] as const

test('an authenticator app is set up at the sign-in, across a reload, and proved at the next', async ({
  page,
  person,
  code,
  aws,
  pageErrors,
}) => {
  // A wrong code.
  pageErrors.allow(/status of 400/)
  await createAccount(page, person)
  await confirmAccount(page, await code())
  await expectProfile(page)
  await signOut(page)
  aws.edit(required)

  await page.goto('/sign-in')
  await signIn(page, person)
  await expect(page.getByRole('heading', { name: 'Set up an authenticator app' })).toBeVisible()
  await expectAccessible(page)
  const secret = await secretOn(page)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Set up an authenticator app' })).toBeVisible()
  expect(await secretOn(page)).toBe(secret)
  await enter(page, wrongCode(secret, aws.clock.now()), 'Confirm and sign in')
  await expect(page.getByRole('alert')).toContainText('That code does not match.')
  await enter(page, codeOf(secret, aws.clock.now()), 'Confirm and sign in')
  await expectProfile(page)

  await signOut(page)
  aws.clock.advance({ seconds: 30 })
  await page.goto('/sign-in')
  await signIn(page, person)
  await expect(page.getByRole('heading', { name: 'Confirm that it is you' })).toBeVisible()
  await expectAccessible(page)
  await page.reload()
  await page.getByLabel('Code', { exact: true }).fill(codeOf(secret, aws.clock.now()))
  await page.keyboard.press('Enter')
  await expectProfile(page)
})

test('Back from the code leads to the form, and the sign-in can be begun anew', async ({
  page,
  person,
  code,
  aws,
}) => {
  await createAccount(page, person)
  await confirmAccount(page, await code())
  await signOut(page)
  aws.edit(required)
  await page.goto('/sign-in')
  await signIn(page, person)
  await expect(page.getByRole('heading', { name: 'Set up an authenticator app' })).toBeVisible()

  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
  await signIn(page, person)

  await expect(page.getByRole('heading', { name: 'Set up an authenticator app' })).toBeVisible()
  const secret = await secretOn(page)
  await enter(page, codeOf(secret, aws.clock.now()), 'Confirm and sign in')
  await expectProfile(page)
})

async function secretOn(page: Page): Promise<string> {
  return (await page.locator('.secret-key').innerText()).replaceAll(' ', '')
}

async function enter(page: Page, code: string, button: string): Promise<void> {
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByRole('button', { name: button }).click()
}
