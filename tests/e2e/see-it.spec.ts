import { expectAccessible } from './support/axe.ts'
import { expectNothingCutOff } from './support/cut-off.ts'
import { joinByRedirect } from './support/redirect.ts'
import { expect, test } from './support/test.ts'

test('a sign-in by redirect is drawn in another tab, and leads to its tokens, proved', async ({
  page,
  person,
  pageErrors,
}) => {
  // What the page tries and S3 refuses.
  pageErrors.allow(/status of 40[34]|status of 412/)
  await joinByRedirect(page, person)

  const tab = await page.context().newPage()
  await tab.goto('/flow')
  const journey = tab.getByRole('region', { name: /^Sign in by redirect/ })
  await expect(journey.getByRole('button', { name: /Leave for managed login/ })).toBeVisible()
  await expect(journey.getByRole('button', { name: /Come back with a code/ })).toBeVisible()
  await journey.getByRole('button', { name: /Trade the code for tokens/ }).click()
  await expect(journey.getByText(/grant_type=authorization_code.*code=•••/)).toBeVisible()
  await expect(journey.getByRole('table', { name: 'Claims of the id_token' })).toContainText(
    person.email,
  )
  // What happened elsewhere, and what the server checked, from the log of the local AWS.
  await expect(
    journey.getByRole('button', { name: /Managed login’s sign-in page/ }).first(),
  ).toBeVisible()
  await expect(journey.getByRole('heading', { name: 'What the server checked' })).toBeVisible()
  await expect(journey.getByText('code_verifier passed')).toBeVisible()
  await expectAccessible(tab)
  await expectNothingCutOff(tab)

  await tab.getByRole('link', { name: 'Look inside your tokens' }).click()
  await expect(tab.getByText(/^Signature proved here/)).toHaveCount(2)
  await tab.getByRole('button', { name: 'Refresh now' }).click()
  await expect(tab.getByText('This is what has changed')).toBeVisible()
  await tab.getByRole('button', { name: 'Try all eight' }).click()
  await expect(tab.getByRole('heading', { name: 'What S3 says' })).toBeVisible()
  await expectAccessible(tab)
  await expectNothingCutOff(tab)
})
