import { expectDoctorToFind, expectOnPage, followToDoctor, openDoctor } from '../support/doctor.ts'
import {
  confirmAccount,
  createAccount,
  expectProfile,
  signIn,
  signOut,
} from '../support/journeys.ts'
import { expect, test } from '../support/own-aws.ts'
import { expectProblem } from '../support/problems.ts'
import { appUrl } from '../support/stack.ts'
import { wrongCredentials, expectTyped } from '../support/troubleshooting.ts'

const anotherClientId = '1h57kf5cpq17m0eml12example'
const wrongPoolOrClient = {
  message: 'This app is set up for a user pool or an app client that does not exist.',
  next: 'whoever runs this app finds help in the details',
  details: [
    'Compare region, user pool ID and app client ID with Cognito console',
    'ResourceNotFoundException',
  ],
}

const noSuchClient = {
  check: 'app-client',
  summary: `There is no app client ${anotherClientId} in us-east-1.`,
} as const

/** What the doctor asks for to know whether there is such a pool. */
const documentsOfNoPool = /status of 404 \(Not Found\) \S+\/\.well-known\//

/** A browser logs every refusal, and some things the doctor asks to be refused. */
test.beforeEach(({ pageErrors }) => pageErrors.allow(/status of 40[03]/))

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
  await expectDoctorToFind(page, noSuchClient)
  await followToDoctor(page, wrongPoolOrClient.message, noSuchClient)
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
  pageErrors,
}) => {
  pageErrors.allow(documentsOfNoPool)
  await createAccount(page, person)
  await confirmAccount(page, await code())
  await expectProfile(page)
  await signOut(page)

  aws.serve({ userPoolId: 'us-east-1_AbCdEfGhI' })
  await page.goto('/sign-in')
  await signIn(page, person)

  await expectProblem(page, {
    message: wrongCredentials,
    next: 'Check both and try again.',
    details: [
      'the user pool ID of the configuration is not that of the app client’s pool',
      'NotAuthorizedException',
    ],
  })
  await expectTyped(page, person)
  const noSuchPool = {
    check: 'user-pool',
    summary: 'There is no user pool us-east-1_AbCdEfGhI in us-east-1.',
  } as const
  await expectDoctorToFind(page, noSuchPool)
  await openDoctor(page, noSuchPool)
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
  const twoRegions = {
    check: 'region',
    summary: 'The configuration names more than one region.',
  } as const
  await expectDoctorToFind(page, twoRegions)
  await page.getByRole('link', { name: 'Find out why' }).click()
  await expectOnPage(page, twoRegions)

  aws.serve({})
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
})

test('a region where there is no such pool looks like a wrong ID, and the details say so', async ({
  page,
  aws,
  person,
  request,
  pageErrors,
}) => {
  // Of AWS no more is played than the user pool; the domain is this machine's, without TLS.
  pageErrors.allow(/ERR_NAME_NOT_RESOLVED|ERR_SSL_PROTOCOL_ERROR/)
  pageErrors.allow(documentsOfNoPool)
  // The pool is another local AWS's, and this one plays Cognito in the region of the configuration.
  const elsewhere = (await (await request.get(`${appUrl}/config.json`)).json()) as typeof aws.config
  const elsewhereUrl = 'https://cognito-idp.eu-west-1.amazonaws.com'
  await page.route(`${elsewhereUrl}/**`, async (route) => {
    const url = route.request().url().replace(elsewhereUrl, aws.url)
    await route.fulfill({ response: await route.fetch({ url }) })
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
  await expectDoctorToFind(
    page,
    { check: 'user-pool', summary: 'in eu-west-1' },
    { aws: [elsewhereUrl, aws.url], others: ['app-client', 'domain'] },
  )
  await followToDoctor(page, wrongPoolOrClient.message, {
    check: 'app-client',
    summary: 'in eu-west-1',
  })
})

test('a region that does not exist cannot be reached, and the details name it', async ({
  page,
  aws,
  person,
  pageErrors,
}) => {
  pageErrors.allow(/ERR_NAME_NOT_RESOLVED/)
  await page.route(/eu-west-9\.amazonaws\.com/, (route) => route.abort('namenotresolved'))
  aws.serve({
    region: 'eu-west-9',
    domain: undefined,
    socialProviders: [],
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
  const unreached = {
    check: 'user-pool',
    summary: 'The user pool could not be reached.',
    status: 'unknown',
  } as const
  await expectDoctorToFind(page, unreached)
  await followToDoctor(page, 'Cognito cannot be reached.', unreached)
})
