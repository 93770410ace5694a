import { brandName } from '../../../src/ui/brand.ts'
import { expectNoAxeViolations } from '../support/axe.ts'
import { newestCode } from '../support/inbox.ts'
import { expectProfile, join, signOut } from '../support/journeys.ts'
import { localAwsUrl as domain } from '../support/stack.ts'
import { expect, test } from '../support/test.ts'
import { leave, signInAtDomain, signUpAtDomain, joinByRedirect } from '../support/redirect.ts'

test('somebody signs up at the domain, and is back at the page that they wanted', async ({
  page,
  person,
}) => {
  await page.goto('/')
  await page.getByRole('navigation').getByRole('link', { name: 'Sign in' }).click()
  await page.goto('/profile?from=test')
  await expect(page).toHaveURL(/\/sign-in\?returnTo=/)
  await leave(page)
  await signUpAtDomain(page, person)

  await expectProfile(page)
  await expect(page).toHaveURL('/profile?from=test')
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
})

test('two clicks from the start page, and one is Ada of the local Google', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Continue as Ada (Google)' }).click()
  await page.getByRole('button', { name: 'Continue as Ada Lovelace' }).click()

  await expectProfile(page)
  await expect(page.getByText('Welcome, Ada.')).toBeVisible()
  await expect(page.getByText('You are signed in with Google.')).toBeVisible()
  await expect(page.getByLabel('Display name')).toHaveValue('Ada Lovelace')
  await page.getByRole('button', { name: 'Use your picture from Google' }).click()
  await page.getByRole('button', { name: 'Use this picture' }).click()
  await expect(page.getByRole('img', { name: 'Picture of Ada Lovelace' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('img', { name: 'Picture of Ada Lovelace' })).toBeVisible()
})

test('"keep me signed in" survives the redirect', async ({ page, person, context }) => {
  await page.goto('/sign-in')
  await page.getByLabel('Keep me signed in on this device').check()
  await leave(page)
  await signUpAtDomain(page, person)
  await expectProfile(page)

  const other = await context.newPage()
  await other.goto('/profile')

  await expectProfile(other)
})

test('signing out ends the session of the domain, says so once, and asks for the password again', async ({
  page,
  person,
}) => {
  await joinByRedirect(page, person)
  await page.getByRole('button', { name: 'Sign out' }).click()

  await expect(page).toHaveURL('/')
  await expect(page.getByRole('main').getByText('You are signed out.')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.reload()
  await expect(page.getByRole('main').getByText('You are signed out.')).toBeHidden()
  await page.goto('/sign-in')
  await leave(page)
  await expect(page.getByLabel('Password')).toBeVisible()
  await signInAtDomain(page, person)
  await expectProfile(page)
})

test('offline, signing out keeps to the app, and says what it could not do', async ({
  page,
  person,
  context,
  pageErrors,
}) => {
  pageErrors.allow(/ERR_INTERNET_DISCONNECTED/)
  await joinByRedirect(page, person)
  await page.getByRole('link', { name: brandName }).click()
  await expect(page.getByRole('link', { name: 'Open your profile' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Sign out' }).click()

  await expect(page.getByText('The sign-in page could not be reached.')).toBeVisible()
  await expect(page).toHaveURL('/')
})

test('another account: out at the domain too, and back at the sign-in page', async ({
  page,
  person,
}) => {
  await joinByRedirect(page, person)
  await page.goto('/sign-in?returnTo=%2Fprofile%3Fother')
  await expect(page.getByText(`You are signed in as ${person.email}.`)).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Use another account' }).click()

  await expect(page.getByText('Sign in with the other account.')).toBeVisible()
  await expect(page).toHaveURL(/\/sign-in\?returnTo=%2Fprofile%3Fother/)
  await leave(page)
  await expect(page.getByLabel('Password')).toBeVisible()
})

test('Back from the domain finds a page that works, form and all', async ({ page, person }) => {
  await join(page, person)
  await signOut(page)
  await page.goto('/sign-in')
  await leave(page)
  await page.goBack()

  await expect(page.getByRole('button', { name: 'Use the separate sign-in page' })).toBeEnabled()
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expectProfile(page)
})

test('by keyboard alone, with no script on the pages of the domain', async ({ page, person }) => {
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.url().startsWith(domain) && request.resourceType() === 'script') {
      scripts.push(request.url())
    }
  })
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Use the separate sign-in page' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`^${domain}/login\\?`))
  await page.getByRole('link', { name: 'Create an account' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Email').focus()
  await page.keyboard.type(person.email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(person.password)
  await page.keyboard.press('Enter')
  await page.getByLabel('Code').focus()
  await page.keyboard.type(await newestCode(person.email))
  await page.keyboard.press('Enter')

  await expectProfile(page)
  await expect(page.getByRole('heading', { name: 'Your profile', level: 1 })).toBeFocused()
  expect(scripts).toEqual([])
})
