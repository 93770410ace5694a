import type { Page } from '@playwright/test'
import { newestCode } from './inbox.ts'
import { expectProfile } from './journeys.ts'
import { localAwsUrl as domain } from './stack.ts'
import { expect, type Person } from './test.ts'

export async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Use the separate sign-in page' }).click()
  await expect(page).toHaveURL(new RegExp(`^${domain}/login\\?`))
}

export async function signInAtDomain(page: Page, { email, password }: Person): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

export async function signUpAtDomain(page: Page, { email, password }: Person): Promise<void> {
  await page.getByRole('link', { name: 'Create an account' }).click()
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByLabel('Code').fill(await newestCode(email))
  await page.getByRole('button', { name: 'Confirm account' }).click()
}

/** Somebody with an account, signed in by redirect. */
export async function joinByRedirect(page: Page, person: Person): Promise<void> {
  await page.goto('/sign-in')
  await leave(page)
  await signUpAtDomain(page, person)
  await expectProfile(page)
}
