import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

test.beforeEach(({ pageErrors }) => pageErrors.allow(/status of 400/))

/** Presses Tab until the element with that accessible name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const names: string[] = []
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null
      const labels = (element as HTMLInputElement | null)?.labels
      return (
        element?.getAttribute('aria-label') ??
        labels?.[0]?.textContent ??
        element?.textContent ??
        ''
      ).trim()
    })
    names.push(focused)
    if (focused.startsWith(name)) return
  }
  throw new Error(`Tab does not reach "${name}"; it went ${names.join(' → ')}`)
}

test('the whole path works with the keyboard alone', async ({ page, person, code }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, 'Create account')
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: 'Create account', level: 1 })).toBeFocused()
  await tabTo(page, 'E-mail address')
  await page.keyboard.type(person.email)
  await tabTo(page, 'Password')
  await page.keyboard.type(person.password)
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeFocused()
  await tabTo(page, 'Code')
  await page.keyboard.type(await code())
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: 'Your profile', level: 1 })).toBeVisible()
  await expect(page.getByLabel('Display name')).toBeVisible()
  await tabTo(page, 'Display name')
  await page.keyboard.type('Ada Lovelace')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Everything is saved')).toBeVisible()

  await page.getByRole('heading', { level: 1 }).evaluate((heading: HTMLElement) => heading.focus())
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Sign in' })).toBeVisible()
})

test('an error moves the focus to its summary, whose links lead to the fields', async ({
  page,
}) => {
  await page.goto('/sign-in')
  await tabTo(page, 'E-mail address')
  await page.keyboard.press('Enter')

  await expect(page.getByText('There is a problem')).toBeVisible()
  await tabTo(page, 'Enter your e-mail address.')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('E-mail address')).toBeFocused()
})

test('a password can be shown and hidden, and both are said', async ({ page }) => {
  await page.goto('/sign-in')
  const password = page.getByLabel('Password', { exact: true })
  await password.fill('secret')
  await page.getByRole('button', { name: 'Show password' }).click()
  await expect(password).toHaveAttribute('type', 'text')
  await expect(page.getByText('Your password is shown')).toBeAttached()
  await page.getByRole('button', { name: 'Hide password' }).click()
  await expect(password).toHaveAttribute('type', 'password')
})
