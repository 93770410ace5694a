import type { Page } from '@playwright/test'
import { expectNoAxeViolations } from './support/axe.ts'
import { expectProfile, signIn, signOut } from './support/journeys.ts'
import { expect, test, type OwnAws } from './support/own-aws.ts'

// A refused password is the domain's 400, and a browser logs it.
test.beforeEach(({ pageErrors }) => pageErrors.allow(/status of 400/))

const heading = { name: 'Choose a password of your own' }

async function chooseOwn(page: Page, password: string): Promise<void> {
  await page.getByLabel('New password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Save and sign in' }).click()
}

async function signInAtDomain(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('an invitation leads to a password of one’s own and the profile, a reload on the way', async ({
  page,
  aws,
  person,
}) => {
  await page.goto('/profile')
  await signIn(page, { ...person, password: await aws.invite(person.email) })
  await expect(page.getByRole('heading', heading)).toBeVisible()
  await expect(page).toHaveURL(/\/new-password\?/)
  await expectNoAxeViolations(page)

  await page.reload()
  await expect(page.getByRole('heading', heading)).toBeVisible()
  await expect(page.getByRole('main')).toContainText(person.email)
  await chooseOwn(page, person.password)
  await expectProfile(page)
  await expect(page).toHaveURL(/\/profile$/)

  await signOut(page)
  await page.goto('/sign-in')
  await signIn(page, person)
  await expectProfile(page)
})

test('the domain’s page asks for a password of one’s own, and brings back to the app', async ({
  page,
  aws,
  person,
}) => {
  const temporary = await aws.invite(person.email)
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Use the separate sign-in page' }).click()
  await signInAtDomain(page, person.email, temporary)
  await expect(page.getByRole('heading', heading)).toBeVisible()
  await expectNoAxeViolations(page)

  await chooseOwn(page, 'weak-word')
  await expect(page.getByRole('alert')).toContainText('Password')
  await chooseOwn(page, person.password)
  await expectProfile(page)
  await expect(page.getByRole('region', { name: 'Account' })).toContainText(person.email)
})

test('without scripts the domain asks for it all the same', async ({ browser, aws, person }) => {
  const temporary = await aws.invite(person.email)
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(loginAddress(aws))
  await signInAtDomain(page, person.email, temporary)
  await expect(page.getByRole('heading', heading)).toBeVisible()

  await chooseOwn(page, person.password)
  await expect(page).toHaveURL(/\/callback\?code=[\w-]+&state=of-the-test$/)
  await context.close()
})

function loginAddress({ config }: OwnAws): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: config.userPoolClientId,
    redirect_uri: config.redirectSignIn.at(-1) ?? '',
    scope: 'openid email',
    state: 'of-the-test',
  })
  return `${config.local?.domainUrl ?? ''}/oauth2/authorize?${query.toString()}`
}
