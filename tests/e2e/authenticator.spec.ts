import type { Page } from '@playwright/test'
import { codeOf } from '../support/user-pools/authenticator-app.ts'
import { bundleAuthenticator, serveAuthenticator } from './support/authenticator/serve.ts'
import { expect, test as base, type OwnAws } from './support/own-aws.ts'
import { addAuthenticator } from './support/passkeys.ts'
import type { Person } from './support/test.ts'

interface Options {
  /** Of Amplify's configuration: what the pool takes in place of the password. */
  takes?: object
  /** Of the component. */
  passwordless?: object
}

/** `<Authenticator>` of @aws-amplify/ui-react, unmodified and whole, on a page of the tests. */
const test = base.extend<{ open: (options?: Options) => Promise<void> }, { script: string }>({
  script: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern
    async ({}, use) => use(await bundleAuthenticator()),
    { scope: 'worker' },
  ],
  open: async ({ page, aws, script }, use) => {
    const { userPoolId, userPoolClientId } = aws.config
    const pool = { userPoolId, userPoolClientId, userPoolEndpoint: aws.url }
    let close = (): void => undefined
    await use(async ({ takes, passwordless } = {}) => {
      const cognito = {
        ...pool,
        loginWith: { email: true },
        ...(takes && { passwordless: takes }),
      }
      const given = { cognito, ...(passwordless && { passwordless }) }
      const served = await serveAuthenticator(script, given)
      close = served.close
      await page.goto(served.url)
    })
    close()
  },
})

test.beforeEach(({ pageErrors }) => {
  // A code that is wrong, and a session that is asked for before there is one.
  pageErrors.allow(/status of 400/)
})

const phone = '+15551234567'

test('the Authenticator signs up, offers a passkey, and lets choose between it and a code by mail', async ({
  page,
  aws,
  person,
  open,
}) => {
  aws.asItComes()
  await addAuthenticator(page)
  await open({
    takes: { emailOtpEnabled: true, webAuthn: { relyingPartyId: 'localhost' } },
    passwordless: { passkeyRegistrationPrompts: true },
  })

  await signUp(page, aws, person, 'Create account with Password')
  await expect(page.getByText('Sign in faster with Passkey')).toBeVisible()
  await press(page, 'Create a Passkey')
  await expect(page.getByText('Passkey created successfully!')).toBeVisible()
  await press(page, 'Continue')
  await leave(page)

  // Without a method that is preferred the password stands on the first page, and has to be filled in.
  await page.getByLabel('Email').fill(person.email)
  await page.locator('form').getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused()
  await page.getByLabel('Password', { exact: true }).fill('anything')
  await page.locator('form').getByRole('button', { name: 'Sign in', exact: true }).click()
  await press(page, 'Sign In with Passkey')
  await leave(page)

  await signIn(page, person.email, 'anything')
  await press(page, 'Sign In with Email')
  await expect(page.getByText('We Emailed You')).toBeVisible()
  await enterCode(page, aws.codeFor(person.email))
  await leave(page)
})

test('the Authenticator sets an authenticator app up, asks which second step, and resets a password', async ({
  page,
  aws,
  person,
  open,
}) => {
  await open()
  await signUp(page, aws, person, 'Create Account')
  await leave(page)
  aws.edit(
    ['      MfaConfiguration: !Ref Mfa\n', "      MfaConfiguration: 'ON'\n"],
    [
      "    Default: ''\n    AllowedPattern: '(arn:aws[a-z-]*:iam::[0-9]{12}:role/",
      "    Default: arn:aws:iam::000000000000:role/sms\n    AllowedPattern: '(arn:aws[a-z-]*:iam::[0-9]{12}:role/",
    ],
  )

  await signIn(page, person.email, person.password)
  await expect(page.getByText('Setup TOTP')).toBeVisible()
  const secret = await page.getByText(/^[A-Z2-7]{32,52}$/).innerText()
  await enterCode(page, codeOf(secret, aws.clock.now()))
  await expect(page.getByRole('heading', { name: 'Signed in' })).toBeVisible()
  await takeMessages(page, aws)
  await leave(page)

  await signIn(page, person.email, person.password)
  await page.getByRole('radio', { name: /SMS|text/i }).check({ force: true })
  await press(page, 'Confirm')
  await expect(page.getByText('Confirm SMS Code')).toBeVisible()
  const sent = aws.codeFor(phone)
  await enterCode(page, sent === '000000' ? '111111' : '000000')
  await expect(page.getByRole('alert')).toBeVisible()
  await enterCode(page, sent)
  await leave(page)

  aws.clock.advance({ seconds: 30 })
  await page.getByRole('button', { name: 'Forgot your password?' }).click()
  await page.getByLabel('Email').fill(person.email)
  await press(page, 'Send code')
  await expect(page.getByLabel('New Password')).toBeVisible()
  await page.getByLabel(/^Code/).fill(aws.codeFor(person.email))
  const password = 'Difference-Engine-1822'
  await page.getByLabel('New Password').fill(password)
  await page.getByLabel('Confirm Password').fill(password)
  await press(page, 'Submit')
  await signIn(page, person.email, password)
  await page.getByRole('radio', { name: /TOTP|authenticator/i }).check({ force: true })
  await press(page, 'Confirm')
  await expect(page.getByText('Confirm TOTP Code')).toBeVisible()
  await enterCode(page, codeOf(secret, aws.clock.now()))
  await expect(page.getByRole('heading', { name: 'Signed in' })).toBeVisible()
})

async function signUp(
  page: Page,
  aws: OwnAws,
  { email, password }: Person,
  button: string,
): Promise<void> {
  await page.getByRole('tab', { name: 'Create Account' }).click()
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('Confirm Password').fill(password)
  await press(page, button)
  await expect(page.getByText('We Emailed You')).toBeVisible()
  await page.getByLabel('Confirmation Code').fill(aws.codeFor(email))
  await press(page, 'Confirm')
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.locator('form').getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByLabel(/^Code/).fill(code)
  await press(page, 'Confirm')
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}

async function leave(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Signed in' })).toBeVisible()
  await press(page, 'Leave')
  await expect(page.getByLabel('Email')).toBeVisible()
}

/** Whoever is signed in has codes sent to their phone, too, and prefers neither. */
async function takeMessages(page: Page, aws: OwnAws): Promise<void> {
  const AccessToken = await page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.endsWith('.accessToken'))
    return localStorage.getItem(key ?? '')
  })
  const call = async (operation: string, input: object) => {
    const response = await fetch(aws.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      },
      body: JSON.stringify({ AccessToken, ...input }),
    })
    expect(response.ok, await response.text()).toBe(true)
  }
  const UserAttributes = [{ Name: 'phone_number', Value: phone }]
  await call('UpdateUserAttributes', { UserAttributes })
  await call('VerifyUserAttribute', { AttributeName: 'phone_number', Code: aws.codeFor(phone) })
  await call('SetUserMFAPreference', {
    SMSMfaSettings: { Enabled: true },
    SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: false },
  })
}
