import { expectProfile } from '../support/journeys.ts'
import { expect, test } from '../support/own-aws.ts'
import { goToProvider, signOutEverywhere, socialProviders } from '../support/social.ts'

for (const provider of socialProviders) {
  test(`from the button to a profile that is kept: ${provider}`, async ({ page, aws: _ }) => {
    await goToProvider(page, provider)
    await page.getByRole('button', { name: 'Continue as Grace Hopper' }).click()

    await expectProfile(page)
    await expect(page).toHaveURL(/\/profile$/)
    await expect(page.getByRole('region', { name: 'Account' })).toContainText('grace@example.com')
    await page.getByLabel('Display name').fill('Grace Hopper')
    await page.getByRole('button', { name: 'Save profile' }).click()
    await expect(page.getByText('Everything is saved')).toBeVisible()

    // The provider still knows who is here, and that the app may know it.
    await signOutEverywhere(page)
    await page.goto('/sign-in')
    await page.getByRole('button', { name: `Continue with ${provider}` }).click()
    await expectProfile(page)
    await expect(page.getByLabel('Display name')).toHaveValue('Grace Hopper')
  })
}

test('where one was going is found again after signing in with a provider', async ({
  page,
  aws: _,
}) => {
  await page.goto('/profile?from=mail')
  await expect(page).toHaveURL(/\/sign-in\?/)
  await page.getByRole('button', { name: 'Continue with Amazon' }).click()
  await page.getByRole('button', { name: 'Continue as Ada Lovelace' }).click()

  await expectProfile(page)
  await expect(page).toHaveURL(/\/profile\?from=mail$/)
})

test('somebody who is nobody’s sample person signs in with another account', async ({
  page,
  aws: _,
}) => {
  await goToProvider(page, 'Google')
  await page.getByText('Use another account').click()
  await page.getByLabel('Name').fill('Katherine Johnson')
  await page.getByLabel('Email', { exact: true }).fill('katherine@example.com')
  await page.getByRole('button', { name: 'Continue with this account' }).click()

  await expectProfile(page)
  const account = page.getByRole('region', { name: 'Account' })
  await expect(account).toContainText('katherine@example.com verified')
})
