import type { Page } from '@playwright/test'
import { codeOf, wrongCode } from '../support/user-pools/authenticator-app.ts'
import { expectAccessible } from './support/axe.ts'
import { expectNothingCutOff } from './support/cut-off.ts'
import {
  confirmAccount,
  createAccount,
  expectProfile,
  signIn,
  signOut,
} from './support/journeys.ts'
import { expect, test, type OwnAws } from './support/own-aws.ts'
import { addAuthenticator, factors } from './support/passkeys.ts'
import type { Person } from './support/test.ts'

test.beforeEach(({ aws, pageErrors }) => {
  aws.edit(...factors)
  // Wrong codes.
  pageErrors.allow(/status of 400/)
})

async function join(page: Page, person: Person, aws: OwnAws): Promise<void> {
  await createAccount(page, person)
  await confirmAccount(page, aws.codeFor(person.email))
  await expectProfile(page)
}

async function open(page: Page, path: string, heading: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
}

test('an authenticator app is turned on, asked for, and turned off again', async ({
  page,
  person,
  aws,
}) => {
  await join(page, person, aws)
  await page.getByRole('link', { name: 'Account' }).click()
  await expect(page.getByRole('heading', { name: 'Your account', level: 1 })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Set up' }).click()
  await expect(page.getByRole('img', { name: 'QR code' })).toBeVisible()
  await expectAccessible(page)
  const secret = (await page.locator('.secret-key').innerText()).replaceAll(' ', '')
  await page.reload()
  await expect(page.locator('.secret-key')).toBeVisible()
  expect((await page.locator('.secret-key').innerText()).replaceAll(' ', '')).toBe(secret)
  await turnOn(page, wrongCode(secret, aws.clock.now()))
  await expect(page.getByRole('alert')).toContainText('That code does not match.')
  await turnOn(page, codeOf(secret, aws.clock.now()))
  await expect(page.getByRole('status').getByText('Your authenticator app is on.')).toBeVisible()
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(secret)

  await signOut(page)
  aws.clock.advance({ seconds: 30 })
  await page.goto('/sign-in?returnTo=/account/security/authenticator-app')
  await signIn(page, person)
  await page.getByLabel('Code', { exact: true }).fill(codeOf(secret, aws.clock.now()))
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Turn off' }).click()
  await expect(page.getByText('The authenticator app is off.')).toBeVisible()
  await signOut(page)
  await page.goto('/sign-in')
  await signIn(page, person)
  await expectProfile(page)
})

async function turnOn(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Turn on' }).click()
}

test('a passkey is made, listed, signed in with and deleted', async ({ page, person, aws }) => {
  const { factors: given } = aws.config
  aws.serve({ factors: { ...given, first: ['PASSWORD', 'WEB_AUTHN'] } })
  const authenticator = await addAuthenticator(page)
  await join(page, person, aws)
  await open(page, '/account/security/passkeys', 'Passkeys')
  await expect(page.getByText('You have no passkeys yet')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByText('The passkey is there.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Platform passkey' })).toBeVisible()
  const [made] = await authenticator.passkeys()
  expect(made?.rpId).toBe('localhost')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByText('This device has a passkey for this account already.')).toBeVisible()

  await signOut(page)
  await page.goto('/sign-in?returnTo=/account/security/passkeys')
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByRole('heading', { name: 'Platform passkey' })).toBeVisible()

  await page.getByRole('button', { name: /^Delete Platform passkey/ }).click()
  await expect(page.getByText('Delete this passkey?')).toBeVisible()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByText('The passkey is deleted.')).toBeVisible()
  await expect(page.getByText('You have no passkeys yet')).toBeVisible()
})

test('a change that a thief would make first asks for the password anew, and goes on', async ({
  page,
  person,
  aws,
}) => {
  await join(page, person, aws)
  const tokens = () =>
    page.evaluate(() => {
      const key = Object.keys(sessionStorage).find((name) => name.endsWith('.refreshToken'))
      return sessionStorage.getItem(key ?? '')
    })
  await open(page, '/account/security', 'Security')
  const before = await tokens()
  await page.clock.install({ time: Date.now() + 11 * 60_000 })
  aws.clock.advance({ minutes: 11 })
  await page.getByRole('button', { name: 'Set up' }).click()
  await expect(page.getByRole('heading', { name: 'Confirm that it is you' })).toBeVisible()
  await expectAccessible(page)

  await prove(page, 'Wrong-Password-1')
  await expect(page.getByRole('alert')).toContainText('That password is not right.')
  expect(await tokens()).toBe(before)
  await prove(page, person.password)
  await expect(page.getByRole('heading', { name: 'Authenticator app', level: 1 })).toBeVisible()
  expect(await tokens()).not.toBe(before)
  await page.getByRole('button', { name: 'Set up' }).click()
  await expect(page.getByRole('img', { name: 'QR code' })).toBeVisible()
})

async function prove(page: Page, password: string): Promise<void> {
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Continue' }).click()
}

test('a new password counts at once, and all sessions can be ended with it', async ({
  page,
  person,
  aws,
}) => {
  await join(page, person, aws)
  await open(page, '/account/security/password', 'Change your password')
  await expectAccessible(page)
  await change(page, 'Wrong-Password-1', 'Difference-Engine-1822')
  await expect(page.getByRole('alert')).toContainText('That password is not right.')
  await change(page, person.password, 'Difference-Engine-1822')
  await expect(page.getByText('Your password is changed.')).toBeVisible()

  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
  await signIn(page, { ...person, password: 'Difference-Engine-1822' })
  await expect(page.getByRole('heading', { name: 'Security', level: 1 })).toBeVisible()
})

async function change(page: Page, current: string, next: string): Promise<void> {
  await page.getByLabel('Current password', { exact: true }).fill(current)
  await page.getByLabel('New password', { exact: true }).fill(next)
  await page.getByRole('button', { name: 'Change password' }).click()
}

test('nothing of the account is cut off from 320 pixels on', async ({ page, person, aws }) => {
  await join(page, person, aws)
  const tasks = ['password', 'passkeys', 'sessions', 'devices'].map((task) => `/security/${task}`)
  const paths = ['', '/security', ...tasks]
  for (const path of paths) {
    await page.goto(`/account${path}`)
    await expect(page.getByRole('navigation', { name: 'Account' })).toBeVisible()
    await expectNothingCutOff(page)
  }
})
