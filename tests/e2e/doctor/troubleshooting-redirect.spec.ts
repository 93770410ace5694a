import { expectDoctorToFind, expectOnPage, followToDoctor } from '../support/doctor.ts'
import { test } from '../support/own-aws.ts'
import { expectProblem } from '../support/problems.ts'

/** A browser logs every refusal, and the doctor asks to be refused. */
test.beforeEach(({ pageErrors }) => pageErrors.allow(/status of 40[03]/))

const button = 'Use the separate sign-in page'

test('a callback URL that is not registered is found before one leaves, and named to the letter', async ({
  page,
  app,
  aws,
}) => {
  const registered = 'http://localhost:5173/callback'
  aws.edit([`${registered},${app.url}/callback`, registered])
  aws.serve({ redirectSignIn: [registered] })
  await page.goto('/sign-in')
  await page.getByRole('button', { name: button }).click()

  const message = 'The sign-in page does not know the address of this app.'
  await expectProblem(page, {
    message,
    next: 'whoever runs this app finds help in the details',
    details: [/must be among the Allowed callback URLs/, 'InvalidRedirectException'],
  })
  await expectDoctorToFind(page, {
    check: 'callback-url',
    summary: `Managed login does not return to ${app.url}/callback`,
  })
  await followToDoctor(page, message, {
    check: 'callback-url',
    summary: `${app.url}/callback is not among the URLs that the configuration lists.`,
  })
})

test('an app client without the code grant refuses at the domain, and the doctor says which is off', async ({
  page,
  aws,
}) => {
  aws.edit(['AllowedOAuthFlows: [code]', 'AllowedOAuthFlows: [implicit]'])
  await page.goto('/sign-in')
  await Promise.all([
    // The page that is led to takes the answer out of the address bar at once.
    page.waitForURL(/\/callback\?error=/, { waitUntil: 'commit' }),
    page.getByRole('button', { name: button }).click(),
  ])

  const message = 'The user pool is not set up for this way of signing in.'
  await expectProblem(page, {
    message,
    next: 'whoever runs this app finds help in the details',
    details: [/must allow the authorization code grant/, /unauthorized_client/],
  })
  const flowOff = {
    check: 'callback-url',
    summary: 'The app client does not allow the authorization code grant',
  } as const
  await expectDoctorToFind(page, flowOff)
  await followToDoctor(page, message, flowOff)
})

test('a domain where nothing answers is named by the doctor, since no page comes to tell', async ({
  page,
  aws,
  pageErrors,
}) => {
  pageErrors.allow(/ERR_CONNECTION_REFUSED|ERR_UNSAFE_PORT/)
  const nowhere = 'localhost:1'
  aws.serve({ domain: nowhere, local: { ...aws.config.local, domainUrl: `http://${nowhere}` } })
  await page.goto('/diagnostics#domain')

  const unreached = { check: 'domain', summary: `Nothing answers at http://${nowhere}.` } as const
  await expectOnPage(page, unreached)
  await expectDoctorToFind(page, unreached)
})
