import type { Page } from '@playwright/test'
import { expectProfile } from '../support/journeys.ts'
import { expect, test } from '../support/own-aws.ts'
import { expectProblem } from '../support/problems.ts'
import {
  attributesOf,
  expectProviderPage,
  goToProvider,
  signOutEverywhere,
} from '../support/social.ts'

function account(page: Page) {
  return page.getByRole('region', { name: 'Account' })
}

async function continueAs(page: Page, name: string) {
  await page.getByRole('button', { name: `Continue as ${name}` }).click()
}

test('cancelling at the provider is no error, and one may try again', async ({ page, aws: _ }) => {
  await goToProvider(page, 'Google')
  await page.getByRole('button', { name: 'Cancel' }).click()

  await expect(page.getByText('You cancelled signing in.')).toBeVisible()
  await expect(page).toHaveURL(/\/callback$/)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.getByRole('button', { name: 'Try again with Google' }).click()
  await continueAs(page, 'Ada Lovelace')
  await expectProfile(page)
})

const failures = [
  {
    failure: 'Server error',
    message: 'The sign-in page, or the provider behind it, could not answer.',
    next: 'Wait a moment and try again.',
    details: /server_error/,
  },
  {
    failure: 'Temporarily unavailable',
    message: 'The sign-in page, or the provider behind it, could not answer.',
    next: 'Wait a moment and try again.',
    details: /temporarily_unavailable/,
  },
  {
    failure: 'Give a code, then refuse it at the token endpoint',
    message: 'The provider and the user pool do not agree.',
    next: 'Choose another way.',
    details: 'The client ID or secret is wrong',
  },
] as const

for (const { failure, message, next, details } of failures) {
  test(`a provider that fails is told from a person’s mistake: ${failure}`, async ({
    page,
    aws: _,
  }) => {
    await goToProvider(page, 'Company')
    await page.getByText('Make it fail').click()
    await page.getByRole('button', { name: failure }).click()

    await expectProblem(page, { message, next, details: [details] })
    await page.getByRole('button', { name: 'Try again with Company' }).click()
    await continueAs(page, 'Ada Lovelace')
    await expectProfile(page)
  })
}

test('a provider that refuses the secret is named, with whose it is to mend', async ({
  page,
  aws,
}) => {
  aws.edit(['client_secret: !Ref GoogleClientSecret', 'client_secret: of-another-app'])
  await goToProvider(page, 'Google')
  await continueAs(page, 'Ada Lovelace')

  await expectProblem(page, {
    message: 'The provider and the user pool do not agree.',
    next: 'whoever runs this app finds help in the details',
    details: [/The client ID or secret is wrong/, /invalid_client/],
  })
})

test('a provider that does not know the app says so on a page of its own', async ({
  page,
  aws,
  pageErrors,
}) => {
  pageErrors.allow(/status of 40\d/)
  aws.edit(['client_id: !Ref FacebookClientId', 'client_id: "1234567890"'])
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Continue with Facebook' }).click()

  await expect(page.getByRole('heading', { name: 'This app is not registered here' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('local-facebook')
})

test('Facebook without an e-mail address cannot sign in, and says what is missing', async ({
  page,
  aws: _,
}) => {
  await goToProvider(page, 'Facebook')
  await page.getByLabel('Share my email address too').first().uncheck()
  await continueAs(page, 'Ada Lovelace')

  await expectProblem(page, {
    message: 'The provider did not share all that this app needs, such as your e-mail address.',
    next: 'Allow it when the provider asks; one that remembers your answer asks anew once you remove this app from your account there. Or choose another way to sign in.',
    details: [/attributes required/],
  })
})

test('Apple tells the name once, and it stays', async ({ page, aws }) => {
  await goToProvider(page, 'Apple')
  const posted = page.waitForRequest(/\/oauth2\/idpresponse$/)
  await continueAs(page, 'Ada Lovelace')
  expect((await posted).method()).toBe('POST')
  expect((await posted).postData()).toContain('Lovelace')
  await expectProfile(page)
  expect((await attributesOf(page, aws.url)).get('name')).toMatch(/Ada/)

  await signOutEverywhere(page)
  await page.goto('/sign-in')
  const again = page.waitForRequest(/\/oauth2\/idpresponse$/)
  await page.getByRole('button', { name: 'Continue with Apple' }).click()
  expect((await again).postData()).not.toContain('Lovelace')
  await expectProfile(page)
  expect((await attributesOf(page, aws.url)).get('name')).toMatch(/Ada/)
})

test('Apple can stand between an app and the address of a person', async ({ page, aws }) => {
  await goToProvider(page, 'Apple')
  await page.getByLabel('Hide my email address behind one that forwards to it').first().check()
  await continueAs(page, 'Grace Hopper')

  await expectProfile(page)
  await expect(account(page)).toContainText(/[\da-f]{10}@privaterelay\.apple\.example/)
  expect([...(await attributesOf(page, aws.url)).values()].join(' ')).not.toContain(
    'grace@example.com',
  )
})

test('whoever makes room for another account is asked by the provider which one', async ({
  page,
  aws: _,
}) => {
  await goToProvider(page, 'Google')
  await continueAs(page, 'Ada Lovelace')
  await expectProfile(page)
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { name: 'You are signed in' })).toBeVisible()
  await page.getByRole('button', { name: 'Use another account' }).click()
  await expect(page.getByText('You are signed out. Sign in with the other account.')).toBeVisible()

  await page.getByRole('button', { name: 'Continue with Google' }).click()
  await expectProviderPage(page, 'Google')
  await continueAs(page, 'Grace Hopper')
  await expectProfile(page)
  await expect(account(page)).toContainText('grace@example.com')
})
