import type { Page } from '@playwright/test'
import { mailTo } from './support/inbox.ts'
import { createAccount, expectProfile, join, signIn, signOut } from './support/journeys.ts'
import { expect, test } from './support/test.ts'

/** Cognito answers a refusal with 400, and a browser logs it. */
const refused = /status of 400/

function summary(page: Page) {
  return page
    .getByRole('alert')
    .or(page.getByRole('group', { name: 'There is a problem' }))
    .first()
}

test.beforeEach(({ pageErrors }) => {
  pageErrors.allow(refused)
})

test('a wrong password and an unknown account get the same words, and what was typed stays', async ({
  page,
  person,
}) => {
  await join(page, person)
  await signOut(page)
  await page.goto('/sign-in')

  await signIn(page, { ...person, password: 'Wrong-Password-1' })
  await expect(summary(page)).toContainText('The e-mail address or the password is not right.')
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.getByLabel('E-mail address')).toHaveValue(person.email)
  const wrongPassword = await summary(page).innerText()

  await signIn(page, { email: `nobody.${person.email}`, password: 'Wrong-Password-1' })
  await expect(page.getByLabel('E-mail address')).toHaveValue(`nobody.${person.email}`)
  await expect(summary(page)).toHaveText(wrongPassword, { useInnerText: true })

  await signIn(page, person)
  await expectProfile(page)
})

test('a password against the rules is named before and after it is sent', async ({
  page,
  person,
}) => {
  await page.goto('/sign-up')
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill('short')
  const rules = page.getByRole('list').filter({ hasText: 'a lower-case letter' })
  const lowerCase = rules.getByRole('listitem').filter({ hasText: 'a lower-case letter' })
  await expect(lowerCase).toContainText('met')
  await expect(lowerCase).not.toContainText('not met yet')
  await expect(rules.getByRole('listitem').filter({ hasText: 'a number' })).toContainText(
    'not met yet',
  )

  await page.getByRole('main').getByRole('button', { name: 'Create account' }).click()

  await expect(summary(page)).toContainText('There is a problem')
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('short')
})

test('a taken address is said so', async ({ page, person }) => {
  await join(page, person)
  await signOut(page)
  await page.goto('/sign-up')
  await page.getByLabel('E-mail address').fill(person.email.toUpperCase())
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('main').getByRole('button', { name: 'Create account' }).click()

  await expect(summary(page)).toContainText('There already is an account with this address.')
})

test('a wrong code is refused and stays typed, and the right one confirms, spaces or not', async ({
  page,
  person,
  code,
}) => {
  await createAccount(page, person)
  const first = await code()
  const wrong = first === '000000' ? '111111' : '000000'

  await page.getByLabel('Code', { exact: true }).fill(wrong)
  await page.getByRole('button', { name: 'Confirm account' }).click()
  await expect(summary(page)).toContainText('That code does not match.')
  await expect(page.getByLabel('Code', { exact: true })).toHaveValue(wrong)

  await page.getByLabel('Code', { exact: true }).fill(` ${first.slice(0, 3)} ${first.slice(3)} `)
  await page.getByRole('button', { name: 'Confirm account' }).click()
  await expectProfile(page)
})

test(
  'an unconfirmed person who signs in is led back to confirming, with a new code',
  { tag: '@local' },
  async ({ page, person, code }) => {
    await createAccount(page, person)
    await page.goto('/sign-in')
    await signIn(page, person)

    await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
    await expect.poll(async () => (await mailTo(person.email)).length).toBe(2)
    await page.getByLabel('Code', { exact: true }).fill(await code())
    await page.getByRole('button', { name: 'Confirm account' }).click()
    await expect(page).toHaveURL(/\/(profile|sign-in)/)
  },
)

test(
  'a forgotten password is replaced; the page says the same for an unknown address',
  { tag: '@local' },
  async ({ page, person, code }) => {
    await join(page, person)
    await signOut(page)

    await page.goto('/forgot-password')
    await page.getByLabel('E-mail address').fill(`nobody.${person.email}`)
    await page.getByRole('button', { name: 'Send code' }).click()
    await expect(page.getByText(`If there is an account for nobody.${person.email}`)).toBeVisible()
    expect(await mailTo(`nobody.${person.email}`)).toEqual([])

    await page.goto('/forgot-password')
    await page.getByLabel('E-mail address').fill(person.email)
    await page.getByRole('button', { name: 'Send code' }).click()
    await expect(page.getByText(`If there is an account for ${person.email}`)).toBeVisible()
    await page.getByLabel('Code', { exact: true }).fill(await code())
    await page.getByLabel('New password', { exact: true }).fill('Difference-Engine-1822')
    await page.getByRole('button', { name: 'Change password' }).click()

    await expect(page.getByText('Your password is changed.')).toBeVisible()
    await signIn(page, { ...person, password: 'Difference-Engine-1822' })
    await expectProfile(page)
  },
)

test('being offline keeps the form and says what to do', async ({
  page,
  person,
  context,
  pageErrors,
}) => {
  pageErrors.allow(/ERR_INTERNET_DISCONNECTED/)
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(person.email)
  await context.setOffline(true)
  await signIn(page, person)

  await expect(summary(page)).toContainText(/offline|cannot be reached/)
  await expect(page.getByLabel('E-mail address')).toHaveValue(person.email)
  await context.setOffline(false)
})

test('a page that does not exist says so', async ({ page }) => {
  await page.goto('/no/such/page')

  await expect(
    page.getByRole('heading', { name: 'There is nothing at this address' }),
  ).toBeVisible()
})
