import type { Page } from '@playwright/test'
import { encodePng } from '../support/app/png.ts'
import { confirmAccount, expectProfile, signIn, signOut } from './support/journeys.ts'
import { givenUrl } from './support/stack.ts'
import { expect, test } from './support/test.ts'

test('from nothing to a profile with a picture in S3, kept across sign-out and sign-in', async ({
  page,
  person,
  code,
}) => {
  const warnings: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text())
  })

  await page.goto('/')
  await page.getByRole('main').getByRole('link', { name: 'Create account' }).click()
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('main').getByRole('button', { name: 'Create account' }).click()

  await expect(page.getByText(/We sent a code or a link to \w\*{3}@\w\*{3}\./)).toBeVisible()
  await confirm(page, code)
  await expectProfile(page)

  expect(warnings, 'warnings in the console of a first visit').toEqual([])

  await page.getByLabel('Display name').fill('Ada Lovelace')
  await page.getByLabel('Bio').fill('First programmer.')
  await page.getByRole('button', { name: 'Add a link' }).click()
  await page.getByLabel('Link 1', { exact: true }).fill('https://example.com/ada')
  await page.getByRole('button', { name: 'Save profile' }).click()
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('Ada Lovelace')
  await expect(page.getByText('Everything is saved')).toBeVisible()

  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a picture' }).click()
  await (
    await chooser
  ).setFiles({ name: 'ada.png', mimeType: 'image/png', buffer: encodePng(640, 480) })
  await page.getByRole('button', { name: 'Use this picture' }).click()
  const picture = page.getByRole('region', { name: 'Preview' }).getByRole('img')
  await expect(picture).toHaveAttribute('src', /^blob:/)

  await page.reload()
  await expect(page.getByLabel('Display name')).toHaveValue('Ada Lovelace')
  await expect(picture).toHaveAttribute('src', /^blob:/)

  await signOut(page)
  await page.goto('/sign-in')
  await signIn(page, person)
  await expect(page.getByLabel('Display name')).toHaveValue('Ada Lovelace')
  await expect(page.getByLabel('Bio')).toHaveValue('First programmer.')
  await expect(picture).toHaveAttribute('src', /^blob:/)
})

/** On the local AWS the page offers the code in one click. */
async function confirm(page: Page, code: () => Promise<string>) {
  if (givenUrl !== undefined) return confirmAccount(page, await code())
  await page.getByRole('button', { name: /^Use code \d{6}$/ }).click()
  await page.getByRole('button', { name: 'Confirm account' }).click()
}
