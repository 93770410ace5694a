import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import {
  confirmAccount,
  createAccount,
  expectProfile,
  signIn,
  signOut,
} from './support/journeys.ts'
import { expect, test, type OwnAws } from './support/own-aws.ts'
import type { Person } from './support/test.ts'

/** As a pool that keeps track of the devices that people sign in on. */
const remembersDevices = [
  "    Default: 'OFF'\n    AllowedValues: ['OFF', ASK, ALWAYS]",
  "    Default: ALWAYS\n    AllowedValues: ['OFF', ASK, ALWAYS]",
] as const

const narrow = 320

test('from personal information to deleting the account, page by page, by keyboard, at 320 pixels', async ({
  page,
  person,
  aws,
  pageErrors,
}) => {
  pageErrors.allow(/status of 40[04]/)
  aws.edit(remembersDevices)
  await page.setViewportSize({ width: narrow, height: 800 })
  await createAccount(page, person)
  await confirmAccount(page, aws.codeFor(person.email))
  await expectProfile(page)
  await signOut(page)
  // What signs up has no device of its own: what signs in by password has.
  await page.goto('/sign-in?returnTo=/account/personal')
  await signIn(page, person)
  await signInElsewhere(aws, person)

  await expectPage(page, 'Personal information')
  await page.getByLabel('Name', { exact: true }).fill('Ada Lovelace')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main').getByText('Your details are saved.')).toBeVisible()

  const moved = `moved.${person.email}`
  await page.goto('/account/personal/email')
  await expectPage(page, 'E-mail address')
  await page.getByLabel('New e-mail address').fill(moved)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Enter the code' })).toBeVisible()
  await page.getByLabel('Code', { exact: true }).fill(aws.codeFor(moved))
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('main').getByText('Your e-mail address is verified, and counts from now on.'),
  ).toBeVisible()

  await page.goto('/account/security/sessions')
  await expectPage(page, 'Sessions')
  await expect(page.getByText('This session', { exact: true })).toHaveCount(1)
  await pressEnterOn(page, 'End the other session')
  await expect(page.getByRole('main').getByText('All other sessions are over.')).toBeVisible()

  await page.goto('/account/security/devices')
  await expectPage(page, 'Remembered devices')
  await expect(page.getByText('This device', { exact: true })).toHaveCount(1)
  const thisDevice = page.getByRole('listitem').filter({ hasText: 'This device' })
  await pressEnterOn(thisDevice, /^Forget/)
  await expect(page.getByRole('main').getByText('That device is forgotten.')).toBeVisible()

  for (const [path, heading] of [
    ['logins', 'Linked logins'],
    ['role', 'What you may do'],
    ['delete', 'Delete your account'],
  ] as const) {
    await page.goto(`/account/${path}`)
    await expectPage(page, heading)
  }
  await page.getByLabel('I know that nothing brings it back').focus()
  await page.keyboard.press('Space')
  await pressEnterOn(page, 'Delete my account')
  await expect(page.getByRole('main').getByText('Your account is deleted')).toBeVisible()
  await page.goto('/sign-in')
  await signIn(page, { ...person, email: moved })
  await expect(page.getByRole('alert')).toBeVisible()
})

/** There, usable by whoever sees none of it, and no wider than its window. */
async function expectPage(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
  await expectAccessible(page)
  const widest = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(widest, heading).toBeLessThanOrEqual(narrow)
}

async function pressEnterOn(scope: Page | Locator, name: string | RegExp): Promise<void> {
  await scope.getByRole('button', { name }).press('Enter')
}

/** In another app of the same pool, say: a session that is not this one. */
async function signInElsewhere(aws: OwnAws, { email, password }: Person): Promise<void> {
  const response = await fetch(aws.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
    },
    body: JSON.stringify({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: aws.config.userPoolClientId,
      AuthParameters: { USERNAME: email, PASSWORD: password },
    }),
  })
  expect(await response.json()).toHaveProperty('AuthenticationResult')
}
