import { newestCode } from '../support/inbox.ts'
import { expectProfile } from '../support/journeys.ts'
import { localAwsUrl } from '../support/stack.ts'
import { expect, test } from '../support/test.ts'

for (const [width, height] of [
  [1280, 800],
  [375, 667],
] as const) {
  test(`providers and the whole form are on the screen at ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await page.goto('/sign-in')
    const main = page.getByRole('main')

    for (const name of ['Continue with Google', 'Continue with Company', 'Sign in']) {
      await expect(main.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 })
    }
  })
}

test('an account can be created on the domain’s own page', async ({ page, person }) => {
  await page.goto('/sign-up')
  await page.getByRole('button', { name: 'Use the separate sign-up page' }).click()
  await expect(page).toHaveURL(new RegExp(`^${localAwsUrl}/signup\\?`))
  await page.getByLabel('Email').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByLabel('Code').fill(await newestCode(person.email))
  await page.getByRole('button', { name: 'Confirm account' }).click()

  await expectProfile(page)
})
