import type { Page } from '@playwright/test'
import { expect } from './own-aws.ts'
import type { Person } from './test.ts'

export const wrongCredentials = 'The e-mail address or the password is not right.'

export async function expectTyped(page: Page, { email, password }: Person) {
  await expect(page.getByLabel('E-mail address')).toHaveValue(email)
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue(password)
}
