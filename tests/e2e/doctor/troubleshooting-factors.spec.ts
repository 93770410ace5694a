import type { Page } from '@playwright/test'
import { openDoctor } from '../support/doctor.ts'
import { confirmAccount, createAccount, expectProfile } from '../support/journeys.ts'
import { expect, test, type OwnAws } from '../support/own-aws.ts'
import type { Person } from '../support/test.ts'

/** A browser logs every refusal, and some things the doctor asks to be refused. */
test.beforeEach(({ pageErrors }) => pageErrors.allow(/status of 40[03]/))

async function join(page: Page, person: Person, aws: OwnAws): Promise<void> {
  await createAccount(page, person)
  await confirmAccount(page, aws.codeFor(person.email))
  await expectProfile(page)
}

const firstFactor = (condition: string, name: string) =>
  [`            - !If [${condition}, ${name}, !Ref AWS::NoValue]\n`, ''] as const

const faults = [
  {
    check: 'passkeys',
    edit: firstFactor('HasPasskeys', 'WEB_AUTHN'),
    summary: 'The app offers passkeys at sign-in, and the user pool does not take them.',
  },
  {
    check: 'passkeys',
    edit: [
      '!GetAtt SiteDistribution.DomainName]\n          - localhost\n',
      '!GetAtt SiteDistribution.DomainName]\n          - app.example.com\n',
    ],
    summary: 'Passkeys of the user pool are for pages of app.example.com',
  },
  {
    check: 'first-factors',
    edit: firstFactor('SendsEmailCodes', 'EMAIL_OTP'),
    summary: 'The app offers a code by e-mail in place of the password, and the user pool does not',
  },
  {
    check: 'second-factors',
    edit: ['    Default: OPTIONAL\n', "    Default: 'OFF'\n"],
    summary: 'The app offers authenticator apps, and the user pool does not have them.',
  },
] as const

test('each factor that the pool does not have is found by name, and so is a tier that is too low for all of them', async ({
  page,
  person,
  aws,
}) => {
  aws.asItComes()
  await join(page, person, aws)

  for (const { edit, ...found } of faults) {
    aws.edit(edit)
    await openAnew(page, found)
    await expectWrong(page, 1)
  }

  // As a pool of the tier LITE answers.
  aws.edit()
  await page.route(`${aws.url}/`, (route) =>
    route.request().postData()?.includes('"USER_AUTH"')
      ? route.fulfill({
          status: 400,
          headers: { 'access-control-allow-origin': '*' },
          contentType: 'application/x-amz-json-1.1',
          body: JSON.stringify({ __type: 'FeatureUnavailableInTierException', message: 'No.' }),
        })
      : route.fallback(),
  )
  await openAnew(page, {
    check: 'app-client',
    summary: 'The app offers what the tier of the user pool does not have',
  })
})

test('a second step whose sender cannot be seen is said to be unknown, and one that is where passwords are recovered to be mended', async ({
  page,
  person,
  aws,
}) => {
  aws.edit([
    "https://aws.amazon.com/ses/pricing.\n    Default: ''",
    'https://aws.amazon.com/ses/pricing.\n    Default: arn:aws:ses:eu-west-1:123456789012:identity/a@example.com',
  ])
  const second = ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP']
  aws.serve({ factors: { first: ['PASSWORD'], mfa: 'OPTIONAL', second } })
  await join(page, person, aws)
  await openDoctor(page, {
    check: 'second-factors',
    status: 'unknown',
    summary: 'Whether a code by e-mail would arrive as a second step could not be told',
  })
  await expectWrong(page, 0)

  await page.goto('/account/security')
  await page.getByRole('button', { name: 'Turn on: Code by e-mail' }).click()
  await expect(page.getByRole('main').getByText('This second step is on.')).toBeVisible()
  await openDoctor(page, {
    check: 'second-factors',
    status: 'doubtful',
    summary: 'Your second step is a code by e-mail, and a forgotten password could not be reset',
  })
  await expectWrong(page, 0)
})

/** From another page: one address after the other of the same page would load nothing. */
async function openAnew(page: Page, found: Parameters<typeof openDoctor>[1]): Promise<void> {
  await page.goto('about:blank')
  await openDoctor(page, found)
}

/** What is broken breaks nothing else. */
async function expectWrong(page: Page, count: number): Promise<void> {
  await expect(page.locator('.finding[data-status=wrong]')).toHaveCount(count)
}
