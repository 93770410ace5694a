import type { Page } from '@playwright/test'
import { expectAccessible, expectNoAxeViolations } from './support/axe.ts'
import {
  confirmAccount,
  createAccount,
  expectProfile,
  signIn,
  signOut,
} from './support/journeys.ts'
import { expect, test } from './support/own-aws.ts'
import type { Person } from './support/test.ts'

/** What goes where, in the words of the services: Cognito's two are on one port, by their target. */
function watchCalls(page: Page, s3Endpoint: string) {
  const calls = { identityPool: 0, s3: 0, domain: 0 }
  page.on('request', (request) => {
    const target = request.headers()['x-amz-target'] ?? ''
    if (target.startsWith('AWSCognitoIdentityService.')) calls.identityPool += 1
    if (request.url().startsWith(s3Endpoint)) calls.s3 += 1
    if (/\/(oauth2|login|logout)\b/.test(new URL(request.url()).pathname)) calls.domain += 1
  })
  return calls
}

async function expectNoWayOut(page: Page) {
  for (const path of ['/sign-in', '/sign-up', '/']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText('By redirect')
    await expect(page.getByRole('button', { name: /^Continue/ })).toHaveCount(0)
  }
}

async function arrive(page: Page, person: Person, code: () => Promise<string>) {
  await createAccount(page, person)
  await confirmAccount(page, await code())
  await expect(page.getByRole('heading', { name: 'Your profile', level: 1 })).toBeVisible()
}

async function leaveAndSignIn(page: Page, { email, password }: Person) {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Use the separate sign-in page' }).click()
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

const noPlace = 'Pictures, a bio and links need an identity pool and a bucket'

/** Types, saves and reloads the page that has the account alone. */
async function keepName(page: Page) {
  const account = page.getByRole('region', { name: 'Account' })
  await page.getByLabel('Name', { exact: true }).fill('Ada Lovelace')
  await account.getByRole('button', { name: 'Save' }).click()
  await expect(account.getByText('Saved in the user pool.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Ada Lovelace')
}

/** Of all that a page says. */
function placesOf(page: Page): Promise<{ top: number; right: number; bottom: number }[]> {
  return page.getByRole('main').evaluate((main) =>
    [...main.querySelectorAll('*')].map((element) => {
      const { top, right, bottom } = element.getBoundingClientRect()
      return { top, right, bottom }
    }),
  )
}

test('a user pool and an app client are enough to have an account', async ({
  page,
  aws,
  person,
  code,
}) => {
  const calls = watchCalls(page, aws.config.local!.s3Endpoint)
  aws.serve({
    domain: undefined,
    socialProviders: [],
    identityPoolId: undefined,
    bucket: undefined,
  })
  await expectNoWayOut(page)
  await arrive(page, person, code)

  await expect(page.getByText(`${noPlace}; this app has neither.`)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Account' })).toContainText(person.email)
  await expect(page.getByRole('button', { name: /picture/i })).toHaveCount(0)
  await expectNoAxeViolations(page)
  await keepName(page)

  await signOut(page)
  await page.goto('/sign-in')
  await signIn(page, person)
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Ada Lovelace')
  expect(calls).toEqual({ identityPool: 0, s3: 0, domain: 0 })
})

test('with a domain people come and go by redirect, and keep a name', async ({
  page,
  aws,
  person,
  code,
}) => {
  const calls = watchCalls(page, aws.config.local!.s3Endpoint)
  aws.serve({ identityPoolId: undefined, bucket: undefined, socialProviders: [] })
  await arrive(page, person, code)
  await signOut(page)
  await leaveAndSignIn(page, person)

  await expect(page.getByText(`${noPlace}; this app has neither.`)).toBeVisible()
  await keepName(page)
  await signOut(page)
  expect(calls).toMatchObject({ identityPool: 0, s3: 0 })
  expect(calls.domain).toBeGreaterThan(0)
})

test('an identity pool without a bucket is not asked for credentials', async ({
  page,
  aws,
  person,
  code,
}) => {
  const calls = watchCalls(page, aws.config.local!.s3Endpoint)
  aws.serve({ bucket: undefined })
  await arrive(page, person, code)

  await expect(page.getByText(`${noPlace}; this app has no bucket.`)).toBeVisible()
  await keepName(page)
  expect(calls).toMatchObject({ identityPool: 0, s3: 0 })
})

test('without a domain a profile is kept all the same', async ({ page, aws, person, code }) => {
  aws.serve({ domain: undefined, socialProviders: [] })
  await expectNoWayOut(page)
  await createAccount(page, person)
  await confirmAccount(page, await code())
  await expectProfile(page)
  await page.getByLabel('Display name').fill('Ada Lovelace')
  await page.getByRole('button', { name: 'Save profile' }).click()

  await expect(page.getByText('Everything is saved')).toBeVisible()
  await signOut(page)
})

test('what is of no use without another key is named before anything is shown', async ({
  page,
  aws,
}) => {
  aws.serve({ domain: undefined, identityPoolId: undefined, socialProviders: ['Google'] })
  await page.goto('/sign-in')

  const problems = page.getByRole('alert')
  await expect(problems).toContainText('Identity pool ID (identityPoolId) is missing, and Bucket')
  await expect(problems).toContainText('Domain, without https:// (domain) is missing, and Social')
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 700 })
    await expectAccessible(page)
    const places = await placesOf(page)
    expect(Math.max(...places.map(({ right }) => right))).toBeLessThanOrEqual(width)
    await page.setViewportSize({ width, height: 2400 })
    // A longer window has more room below, and the page stays as it is.
    expect(await placesOf(page)).toEqual(places)
  }
})

test('a pool that has this origin at another path only brings people back all the same', async ({
  page,
  aws,
  baseURL,
  person,
  code,
}) => {
  const origin = baseURL ?? ''
  aws.edit(
    [`Default: http://localhost:5173/callback,${origin}/callback`, `Default: ${origin}/welcome`],
    [`Default: http://localhost:5173/,${origin}/`, `Default: ${origin}`],
  )
  aws.serve({ redirectSignIn: [`${origin}/welcome`], redirectSignOut: [origin] })
  await createAccount(page, person)
  await confirmAccount(page, await code())
  await expectProfile(page)
  await signOut(page)

  await leaveAndSignIn(page, person)
  await expectProfile(page)
  await signOut(page)
  await expect(page).toHaveURL(`${origin}/`)
})
