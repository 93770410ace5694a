import type { Page } from '@playwright/test'
import { confirmAccount, createAccount, expectProfile, signIn } from './support/journeys.ts'
import { expect, test } from './support/own-aws.ts'

test.beforeEach(({ pageErrors }) => pageErrors.allow(/status of 40[09]/))

/** The widest letter, so often that no line has room. */
const word = (letters: number) => 'W'.repeat(letters)

/** WCAG 1.4.10: what takes 1280 pixels at 400 %. */
async function expectNoWider(page: Page, what: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 800 })
  const widest = await page.evaluate(() => ({
    page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    elements: [...document.querySelectorAll('main *, header *')]
      .filter(({ scrollWidth, tagName }) => tagName !== 'INPUT' && scrollWidth > 320)
      .map(({ tagName, className }) => `${tagName}.${className}`),
  }))
  expect(widest.page, `${what}: ${widest.elements.join(', ')}`).toBeLessThanOrEqual(0)
}

test('no word that people give widens a page, in any field, saved or not', async ({
  page,
  aws,
  person,
}) => {
  // As long as a local part may be, and a user name.
  const email = `${word(64)}@${word(55)}.example`
  await createAccount(page, { email, password: person.password })
  await expectNoWider(page, '/confirm')
  await page.getByLabel('Code', { exact: true }).fill(word(80))
  await page.getByRole('button', { name: 'Confirm account' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expectNoWider(page, '/confirm with a problem')
  await page.getByLabel('Code', { exact: true }).fill(aws.codeFor(email))
  await page.getByRole('button', { name: 'Confirm account' }).click()
  await expectProfile(page)

  await page.getByLabel('Display name').fill(word(80))
  await page.getByLabel('Bio').fill(word(300))
  await page.getByLabel('Company').fill(word(255))
  await page.getByRole('button', { name: 'Add a link' }).click()
  await page.getByPlaceholder('https://').fill(`https://${word(63)}.example/${word(200)}`)
  await expectNoWider(page, '/profile as it is typed')
  await page.getByRole('button', { name: 'Save profile' }).click()
  // More than the template's pool takes: the rest is saved, and this is not lost.
  await expect(
    page.getByText('The user pool refused this value for Company.').first(),
  ).toBeVisible()
  await expectNoWider(page, '/profile with a problem')
  await page.getByLabel('Company').fill(word(80))
  await page.getByRole('button', { name: 'Save profile' }).click()
  await expect(page.getByText('Everything is saved')).toBeVisible()
  await expectNoWider(page, '/profile')

  // Both sides of a conflict.
  const second = await page.context().newPage()
  await second.goto('/profile')
  await expectProfile(second)
  await second.getByLabel('Bio').fill(`other${word(300)}`)
  await page.getByLabel('Bio').fill(`mine${word(300)}`)
  await second.getByRole('button', { name: 'Save profile' }).click()
  await expect(page.getByText('Your profile was changed elsewhere')).toBeVisible()
  await expectNoWider(page, '/profile with a conflict')
  await second.close()
  await page.getByRole('button', { name: 'Keep mine and save' }).click()
  await expect(page.getByText('Everything is saved')).toBeVisible()

  await page.goto('/sign-in')
  await expect(page.getByText(/You are signed in as/)).toBeVisible()
  await expectNoWider(page, '/sign-in of somebody who is')
  await page.getByRole('button', { name: 'Use another account' }).click()
  await signIn(page, { email, password: word(200) })
  await expect(page.getByRole('alert')).toBeVisible()
  await expectNoWider(page, '/sign-in with a problem')
  await page.goto('/forgot-password')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send code' }).click()
  await expect(page.getByLabel('Code', { exact: true })).toBeVisible()
  await expectNoWider(page, '/forgot-password')
})

test('no word of a provider, of a configuration or of an answer widens a page', async ({
  page,
  aws,
}) => {
  aws.serve({ socialProviders: ['Google', word(32), 'Apple'] })
  for (const path of ['/sign-in', '/sign-up', '/']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNoWider(page, path)
  }
  const answer = `error=${word(80)}&error_description=${word(300)}&state=${word(80)}`
  await page.goto(`/callback?${answer}`)
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByText('Details', { exact: true }).click()
  await expectNoWider(page, '/callback')
  await page.goto(`/${word(300)}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectNoWider(page, 'no page')

  aws.serve({ userPoolId: word(100), domain: word(200), bucket: `!${word(100)}` })
  await page.goto('/sign-in')
  await expect(
    page.getByRole('heading', { level: 1, name: 'This app is not set up completely' }),
  ).toBeVisible()
  await expectNoWider(page, 'a bad configuration')
  await page.goto('/diagnostics')
  await expect(page.locator('.findings')).toHaveAttribute('aria-busy', 'false')
  await expectNoWider(page, '/diagnostics')
})

test('another item in the header does not widen a page', async ({ page, person, code }) => {
  await createAccount(page, person)
  await confirmAccount(page, await code())
  await expectProfile(page)

  await page.evaluate((text) => {
    const links = document.querySelector('.nav-links')!
    for (const label of ['Documents', text]) {
      const link = links.firstElementChild!.cloneNode() as HTMLElement
      link.textContent = label
      links.append(link)
    }
  }, word(80))

  await expectNoWider(page, 'the header')
})
