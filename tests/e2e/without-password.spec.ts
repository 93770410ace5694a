import type { Page } from '@playwright/test'
import { expectAccessible, expectNoAxeViolations } from './support/axe.ts'
import { expectNothingCutOff } from './support/cut-off.ts'
import {
  confirmAccount,
  createAccount,
  expectProfile,
  signIn,
  signOut,
} from './support/journeys.ts'
import { expectLittleMoved, watchLayoutShifts } from './support/layout-shifts.ts'
import { expect, test } from './support/own-aws.ts'
import { addAuthenticator } from './support/passkeys.ts'

test('the template as it comes signs people in by password, passkey and a code by mail, at the app and at its domain', async ({
  page,
  person,
  aws,
}) => {
  aws.asItComes()
  await createAccount(page, person)
  await confirmAccount(page, aws.codeFor(person.email))
  await expectProfile(page)
  await signOut(page)

  await openSignIn(page)
  await expectAccessible(page)
  await expectNothingCutOff(page)
  await signIn(page, person)
  await expectProfile(page)
  // Only now, so that none is offered after the password: whether there is time for it depends.
  const authenticator = await addAuthenticator(page)
  await page.goto('/account/security/passkeys')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByRole('main').getByText('The passkey is there.')).toBeVisible()
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

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the ways in are accessible, and nothing moves, ${colorScheme}`, async ({ page, aws }) => {
    aws.asItComes()
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 320, height: 700 })
    await watchLayoutShifts(page)
    for (const path of ['/', '/sign-in', '/sign-up']) {
      await page.goto(path)
      await expect(page.getByText('Local AWS', { exact: true })).toBeVisible()
      await expectNoAxeViolations(page)
      await expectLittleMoved(page, 0)
      // Less than the width where the gutter of a scrollbar is kept free.
      const overflow = await page.evaluate(() =>
        Math.max(0, document.documentElement.scrollWidth - window.innerWidth),
      )
      expect({ path, overflow }).toEqual({ path, overflow: 0 })
    }
  })
}

/** The other ways stand there once the configuration has arrived. */
async function openSignIn(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await expect(page.getByRole('button', { name: 'Get a code by e-mail' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Use a passkey' })).toBeVisible()
}
