import type { Page } from '@playwright/test'
import {
  confirmAccount,
  createAccount,
  expectProfile,
  signIn,
  signOut,
} from './support/journeys.ts'
import { expect, test } from './support/own-aws.ts'
import { expectProblem } from './support/problems.ts'
import type { Person } from './support/test.ts'

/** A browser logs every refusal; a profile that was never saved is one. */
test.beforeEach(({ pageErrors }) => pageErrors.allow(/status of 40[04]/))

const anotherClientId = '1h57kf5cpq17m0eml12example'
const wrongPoolOrClient = {
  message: 'This app is set up for a user pool or an app client that does not exist.',
  next: 'whoever runs this app finds help in the details',
  details: [
    'Compare region, user pool ID and app client ID with Cognito console',
    'ResourceNotFoundException',
  ],
}

async function expectTyped(page: Page, { email, password }: Person) {
  await expect(page.getByLabel('E-mail address')).toHaveValue(email)
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue(password)
}

test('an app client ID that does not exist is told from a wrong password', async ({
  page,
  aws,
  person,
}) => {
  aws.serve({ userPoolClientId: anotherClientId })
  await page.goto('/sign-in')
  await signIn(page, person)

  await expectProblem(page, wrongPoolOrClient)
  await expectTyped(page, person)
})

test('with an app client ID that does not exist nobody can create an account, and the form stays', async ({
  page,
  aws,
  person,
}) => {
  aws.serve({ userPoolClientId: anotherClientId })
  await page.goto('/sign-up')
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('main').getByRole('button', { name: 'Create account' }).click()

  await expectProblem(page, wrongPoolOrClient)
  await expectTyped(page, person)
})

test('a user pool ID of another pool refuses the right password, and the details name it', async ({
  page,
  aws,
  person,
  code,
}) => {
  await createAccount(page, person)
  await confirmAccount(page, await code())
  await expectProfile(page)
  await signOut(page)

  aws.serve({ userPoolId: 'us-east-1_AbCdEfGhI' })
  await page.goto('/sign-in')
  await signIn(page, person)

  await expectProblem(page, {
    message: 'The e-mail address or the password is not right.',
    next: 'Check both and try again.',
    details: [
      'the user pool ID of the configuration is not that of the app client’s pool',
      'NotAuthorizedException',
    ],
  })
  await expectTyped(page, person)
})

test('a region that is not the pools’ is found before anything is sent', async ({ page, aws }) => {
  aws.serve({ region: 'eu-west-1' })
  await page.goto('/sign-in')

  const problems = page.getByRole('alert')
  await expect(page).toHaveTitle(/^Error: Not set up yet/)
  await expect(problems).toContainText(
    `User pool ID (userPoolId) is in another region than eu-west-1: ${aws.config.userPoolId}`,
  )
  await expect(problems).toContainText('Identity pool ID (identityPoolId) is in another region')
  await expect(problems).toContainText('Cognito › User pools › your pool › Overview')

  aws.serve({})
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
})

test('a region where there is no such pool looks like a wrong ID, and the details say so', async ({
  page,
  aws,
  person,
  request,
}) => {
  // The pool is another local AWS's, and this one plays Cognito in the region of the configuration.
  const elsewhere = (await (await request.get('/config.json')).json()) as typeof aws.config
  await page.route('https://cognito-idp.eu-west-1.amazonaws.com/', async (route) => {
    await route.fulfill({ response: await route.fetch({ url: `${aws.url}/` }) })
  })
  aws.serve({
    region: 'eu-west-1',
    userPoolId: elsewhere.userPoolId.replace('us-east-1', 'eu-west-1'),
    userPoolClientId: elsewhere.userPoolClientId,
    identityPoolId: 'eu-west-1:12345678-90ab-cdef-1234-567890abcdef',
    local: undefined,
  })
  await page.goto('/sign-in')
  await signIn(page, person)

  await expectProblem(page, {
    ...wrongPoolOrClient,
    details: [/region selector at the top right of the console/, 'ResourceNotFoundException'],
  })
  await expectTyped(page, person)
})

test('a region that does not exist cannot be reached, and the details name it', async ({
  page,
  aws,
  person,
  pageErrors,
}) => {
  pageErrors.allow(/ERR_NAME_NOT_RESOLVED/)
  await page.route('https://cognito-idp.eu-west-9.amazonaws.com/', (route) =>
    route.abort('namenotresolved'),
  )
  aws.serve({
    region: 'eu-west-9',
    userPoolId: 'eu-west-9_AbCdEfGhI',
    identityPoolId: 'eu-west-9:12345678-90ab-cdef-1234-567890abcdef',
    local: undefined,
  })
  await page.goto('/sign-in')
  await signIn(page, person)

  await expectProblem(page, {
    message: 'Cognito cannot be reached.',
    next: 'Check your connection and try again. What you typed stays here.',
    details: [/the region of the configuration may be wrong.*CORS/, 'NetworkError'],
  })
  await expectTyped(page, person)
})

test('an address that Cognito does not take is refused, and the form stays', async ({
  page,
  aws: _,
  person,
}) => {
  const typed = { ...person, email: 'ada@example..com' }
  await page.goto('/sign-up')
  await page.getByLabel('E-mail address').fill(typed.email)
  await page.getByLabel('Password', { exact: true }).fill(typed.password)
  await page.getByRole('main').getByRole('button', { name: 'Create account' }).click()

  await expectProblem(page, {
    message: 'Cognito refused what was entered.',
    next: 'Check the form of the e-mail address, and the password against the rules.',
    details: [/Attributes and their formats: Cognito console/, 'InvalidParameterException'],
  })
  await expectTyped(page, typed)
})

test('a password against rules that the app does not know is refused by the pool', async ({
  page,
  aws,
  person,
}) => {
  aws.serve({ passwordPolicy: undefined })
  const typed = { ...person, password: 'correct horse' }
  await page.goto('/sign-up')
  await page.getByLabel('E-mail address').fill(typed.email)
  await page.getByLabel('Password', { exact: true }).fill(typed.password)
  await page.getByRole('main').getByRole('button', { name: 'Create account' }).click()

  await expectProblem(page, {
    message: 'This password does not meet the rules.',
    next: 'Choose one that ticks every rule',
    details: [/Authentication methods › Password policy/, 'InvalidPasswordException'],
  })
  await expectTyped(page, typed)
})
