import type { Page } from '@playwright/test'
import { expectNothingCutOff } from './support/cut-off.ts'
import { expectAccessible } from './support/axe.ts'
import { createAccount, join } from './support/journeys.ts'
import { expect, test } from './support/test.ts'

test.beforeEach(({ pageErrors }) => pageErrors.allow(/status of 400/))

test('axe finds nothing on any signed-out page, light or dark', async ({ page }) => {
  const paths = ['/', '/sign-in', '/sign-up', '/confirm', '/forgot-password', '/no/such/page']
  for (const path of paths) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
  }
})

test('axe finds nothing on forms with errors, on the confirm page and on the profile, light or dark', async ({
  page,
  person,
}) => {
  await page.goto('/sign-in')
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('There is a problem')).toBeVisible()
  await expectAccessible(page)

  await createAccount(page, person)
  await expectAccessible(page)

  await join(page, { ...person, email: `profile.${person.email}` })
  await page.getByRole('button', { name: 'Add a link' }).click()
  await expectAccessible(page)
})

test('nothing is cut off from 320 pixels on, light or dark', async ({ page, person }) => {
  for (const path of ['/', '/sign-in', '/sign-up', '/forgot-password']) {
    await page.goto(path)
    await expectNothingCutOffInBoth(page)
  }
  await join(page, person)
  await expectNothingCutOffInBoth(page)
})

async function expectNothingCutOffInBoth(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectNothingCutOff(page)
  }
}
