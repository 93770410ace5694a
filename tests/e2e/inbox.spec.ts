import { expectAccessible, expectNoAxeViolations } from './support/axe.ts'
import { expectNothingCutOff } from './support/cut-off.ts'
import { expect, test } from './support/test.ts'

test('the inbox opens from the app, shows a code as it comes, and copies it with one click; the rest of the console is beside it @local', async ({
  page,
  person,
  context,
  code,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/sign-up')
  const opened = context.waitForEvent('page')
  await page.getByRole('link', { name: 'Local AWS: inbox' }).click()
  const inbox = await opened
  await expect(inbox.getByText('Live')).toBeVisible()
  expect(inbox.url()).not.toContain('token')
  await expectNoAxeViolations(inbox)

  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('main').getByRole('button', { name: 'Create account' }).click()

  const message = inbox.getByRole('listitem').filter({ hasText: person.email })
  await expect(message).toBeVisible()
  await message.getByRole('button', { name: `Copy code ${await code()}` }).click()
  await expect(inbox.getByText('The code is copied.')).toBeAttached()
  expect(await inbox.evaluate(() => navigator.clipboard.readText())).toBe(await code())
  await inbox.getByLabel('Messages to').selectOption(person.email)
  await expect(inbox.getByRole('listitem')).toHaveCount(1)
  await expectAccessible(inbox)
  await expectNothingCutOff(inbox)

  await inbox.setViewportSize({ width: 320, height: 800 })
  const isCutOff = () =>
    inbox.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  for (const name of ['Users', 'Clock', 'Faults', 'Triggers', 'Requests']) {
    await inbox.getByRole('link', { name, exact: true }).click()
    await expect(inbox.getByRole('heading', { name, level: 1 })).toBeVisible()
    await expectAccessible(inbox)
    expect(await isCutOff(), name).toBe(false)
  }
  await inbox.getByRole('link', { name: 'SignUp', exact: true }).first().click()
  await expect(inbox.getByRole('heading', { name: 'SignUp', level: 1 })).toBeVisible()
  await expect(inbox.getByText('What it belongs to')).toBeVisible()
  await expectAccessible(inbox)
  expect(await isCutOff()).toBe(false)
})

test('the foot of the domain’s page leads to it; where no token is known it says how to open it @local', async ({
  page,
  context,
  pageErrors,
}) => {
  pageErrors.allow(/status of 401/)
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Use the separate sign-in page' }).click()
  const opened = context.waitForEvent('page')
  await page.getByRole('link', { name: 'Open the inbox' }).click()
  const inbox = await opened

  await expect(inbox.getByRole('heading', { name: 'Whose inbox is this?' })).toBeVisible()
  await expectAccessible(inbox)
  await inbox.getByLabel('Or paste the token').fill('wrong')
  await inbox.getByRole('button', { name: 'Open' }).click()
  await expect(inbox.getByText('This is not the token of this run.')).toBeVisible()
  await inbox.getByLabel('Or paste the token').fill('browser-tests-only')
  await inbox.getByRole('button', { name: 'Open' }).click()
  await expect(inbox.getByText('Live')).toBeVisible()
})
