import { expect, type Page } from '@playwright/test'
import { newestCode } from './inbox.ts'
import type { Person } from './test.ts'

/** Fills and submits the sign-up form; the person ends on the confirm page. */
export async function createAccount(page: Page, { email, password }: Person): Promise<void> {
  await page.goto('/sign-up')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('main').getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
}

/** Signs up, confirms with the code that was sent, and is signed in at the profile. */
export async function join(page: Page, person: Person): Promise<void> {
  await createAccount(page, person)
  await confirmAccount(page, await newestCode(person.email))
  await expectProfile(page)
}

export async function confirmAccount(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Confirm account' }).click()
}

export async function signIn(page: Page, { email, password }: Person): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Sign in' })).toBeVisible()
}

export async function expectProfile(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Your profile', level: 1 })).toBeVisible()
  await expect(page.getByLabel('Display name')).toBeVisible()
}
