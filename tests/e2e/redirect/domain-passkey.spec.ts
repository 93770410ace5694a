import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BrowserContext, Page } from '@playwright/test'
import { expectAccessible } from '../support/axe.ts'
import { expect, test, type OwnAws } from '../support/own-aws.ts'

const factors = [
  / {10}AllowedFirstAuthFactors:\n(?: {12}- .*\n)+/.exec(
    readFileSync('infra/template.yaml', 'utf8'),
  )![0],
  '          AllowedFirstAuthFactors: [PASSWORD, EMAIL_OTP, WEB_AUTHN]\n',
] as const

/** Where the app is: a page of ours stands in for it, on a port of its own. */
let callback: string
const app = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html').end('<title>The app</title>')
})

test.beforeAll(async () => {
  app.listen(0, 'localhost')
  await once(app, 'listening')
  callback = `http://localhost:${(app.address() as AddressInfo).port}/callback`
})

test.afterAll(() => {
  app.closeAllConnections()
  app.close()
})

test.beforeEach(({ aws, pageErrors }) => {
  // Forms that were refused.
  pageErrors.allow(/status of 400/)
  aws.edit(factors, ['http://localhost:5173/callback', callback])
})

/** Chromium's own authenticator: a device that knows its user. */
async function addAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  })
}

function addressOf({ config }: OwnAws, path: string, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    client_id: config.userPoolClientId,
    redirect_uri: callback,
    ...more,
  })
  return `${config.local?.domainUrl}${path}?${query.toString()}`
}

/** Signs up by the code alone, and is back at the app. */
async function signUp(page: Page, aws: OwnAws, email: string): Promise<void> {
  await page.goto(addressOf(aws, '/signup', { response_type: 'code' }))
  await page.getByLabel('Email').fill(email)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByLabel('Code').fill(aws.codeFor(email))
  await page.getByRole('button', { name: 'Confirm account' }).click()
  await expect(page).toHaveTitle('The app')
}

async function signOut(context: BrowserContext): Promise<void> {
  await context.clearCookies()
}

async function sayWho(page: Page, aws: OwnAws, email: string): Promise<void> {
  await page.goto(addressOf(aws, '/oauth2/authorize', { response_type: 'code' }))
  await page.getByLabel('Email').fill(email)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose how to sign in')
}

test('somebody without a password adds a passkey at the domain and signs in by it, by keyboard, at 320 pixels', async ({
  page,
  context,
  person,
  aws,
}) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await addAuthenticator(page)
  await signUp(page, aws, person.email)

  await page.goto(addressOf(aws, '/passkeys/add'))
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add passkey' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${callback}?result=success`)

  await page.goto(addressOf(aws, '/passkeys/add'))
  await page.getByRole('button', { name: 'Add passkey' }).click()
  await expect(page.getByRole('alert')).toHaveText(
    'This device has a passkey for this account already.',
  )
  await page.getByRole('button', { name: 'Not now' }).click()
  await expect(page).toHaveURL(`${callback}?result=cancelled`)

  await signOut(context)
  await sayWho(page, aws, person.email)
  await expectAccessible(page)
  const widest = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(widest).toBe(320)
  await page.getByRole('button', { name: 'Use passkey' }).focus()
  await page.keyboard.press('Enter')

  await expect(page).toHaveURL(/\/callback\?code=/)
})

test('a passkey that is cancelled can be asked for again, or left for a code', async ({
  page,
  context,
  person,
  aws,
}) => {
  await addAuthenticator(page)
  await signUp(page, aws, person.email)
  await page.goto(addressOf(aws, '/passkeys/add'))
  await page.getByRole('button', { name: 'Add passkey' }).click()
  await expect(page).toHaveURL(`${callback}?result=success`)
  await signOut(context)
  await context.addInitScript(() => {
    const refused = () => Promise.reject(new DOMException('', 'NotAllowedError'))
    // A frame that is no secure context has none.
    if (isSecureContext) Object.defineProperty(navigator.credentials, 'get', { value: refused })
  })

  await sayWho(page, aws, person.email)
  await page.getByRole('button', { name: 'Use passkey' }).click()
  await expect(page.getByRole('alert')).toHaveText(
    'That was cancelled, or took too long. Try again.',
  )
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Use passkey' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByRole('link', { name: 'Sign in another way' }).click()
  await page.getByRole('button', { name: 'Send code by email' }).click()
  await expectAccessible(page)
  await page.getByLabel('Code').fill(aws.codeFor(person.email))
  await page.keyboard.press('Enter')

  await expect(page).toHaveURL(/\/callback\?code=/)
})

test('a browser without passkeys is told so, and offered no button that does nothing', async ({
  page,
  context,
  person,
  aws,
}) => {
  await context.addInitScript(() => {
    Reflect.deleteProperty(window, 'PublicKeyCredential')
  })
  await signUp(page, aws, person.email)

  await page.goto(addressOf(aws, '/passkeys/add'))

  await expect(page.getByRole('alert')).toHaveText('This browser has no passkeys.')
  await expect(page.getByRole('button', { name: 'Add passkey' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Not now' })).toBeVisible()
})
