import { accountWords } from '../../src/ui/wording/de/account.ts'
import { codeWords } from '../../src/ui/wording/de/codes.ts'
import { homeWords } from '../../src/ui/wording/de/home.ts'
import { profileWords } from '../../src/ui/wording/de/profile.ts'
import { signInOptionsWords } from '../../src/ui/wording/de/sign-in-options.ts'
import { words } from '../../src/ui/wording/de/words.ts'
import { encodePng } from '../support/app/png.ts'
import { expectNoAxeViolations } from './support/axe.ts'
import { expectNothingCutOff } from './support/cut-off.ts'
import { appUrl } from './support/stack.ts'
import { expect, test } from './support/test.ts'

test.use({ locale: 'de-AT' })

test('in a German browser everything is German, from the first page to the saved picture @local', async ({
  page,
  person,
}) => {
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page.getByRole('heading', { name: homeWords.heading })).toBeVisible()

  await page.getByRole('main').getByRole('link', { name: homeWords.create }).click()
  await expect(page).toHaveTitle(`${accountWords.signUp.title} · ${words.product}`)
  await page.getByRole('main').getByRole('button', { name: accountWords.signUp.submit }).click()
  await expect(page.getByRole('alert')).toContainText(accountWords.slips['email-missing'].message)
  await expectNoAxeViolations(page)
  await page.getByLabel(words.form.email).fill(person.email)
  await page.getByLabel(words.form.password, { exact: true }).fill(person.password)
  await page.getByRole('main').getByRole('button', { name: accountWords.signUp.submit }).click()

  await page.getByRole('button', { name: /^Code \d{6} verwenden$/ }).click()
  await page.getByRole('button', { name: codeWords.confirm.submit }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(profileWords.heading)

  await page.getByLabel(profileWords.details.displayName).fill('Ada Lovelace')
  await page.getByRole('button', { name: profileWords.details.save }).click()
  await expect(page.getByText(profileWords.details.allSaved)).toBeVisible()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: profileWords.picture.choose }).click()
  await (
    await chooser
  ).setFiles({ name: 'ada.png', mimeType: 'image/png', buffer: encodePng(640, 480) })
  await page.getByRole('button', { name: profileWords.picture.use }).click()
  const preview = page.getByRole('region', { name: profileWords.preview.label })
  await expect(preview.getByRole('img')).toHaveAttribute('src', /^blob:/)
  await expectNoAxeViolations(page)
  await expectNothingCutOff(page)
})

test('an address that begins with a language and leads elsewhere stays here', async ({ page }) => {
  await page.goto('/de//elsewhere.example/sign-in')
  await expect(page).toHaveURL(`${appUrl}//elsewhere.example/sign-in`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')

  await page.evaluate(() => localStorage.setItem('language', '/elsewhere.example'))
  await page.goto('/sign-in')
  await expect(page).toHaveURL('/sign-in')
})

test('the language that is chosen stays, and goes along to the sign-in page of the domain @local', async ({
  page,
}) => {
  await page.goto('/sign-in?returnTo=%2Fprofile')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page).toHaveURL('/sign-in?returnTo=%2Fprofile')
  await page.goto('/forgot-password')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reset your password')

  await page.getByRole('button', { name: 'Deutsch' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(codeWords.forgot.title)
  await page.goto('/sign-in')
  await page.getByRole('button', { name: signInOptionsWords.managed['sign-in'] }).click()
  await expect(page).toHaveURL(/\/login\?/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anmelden')
})
