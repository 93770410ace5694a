import * as client from 'openid-client'
import { expect } from 'vitest'
import { fault, heading, test } from '../../support/managed-login/login-pages.ts'
import { discover, loginOf, startLogin } from '../../support/managed-login/managed-login.ts'
import { createPageVisitor } from '../../support/managed-login/page-visitor.ts'
import { addPerson, addUnconfirmed } from '../../support/user-pools/people-in-pool.ts'

const ada = { email: 'ada@example.com', password: 'Correct-Horse-1' }

test('somebody signs up, confirms, and is back at the app, without a script', async ({
  standIn,
  visitor,
}) => {
  const configuration = await discover(standIn)
  const { url, checks } = await startLogin(configuration, standIn)
  const signIn = await visitor.open(url)
  const signUp = await visitor.follow(signIn, 'Create an account')
  const confirm = await visitor.submit(signUp, 'Create account', {
    Email: ada.email,
    Password: ada.password,
  })

  expect(heading(confirm)).toBe('Confirm your account')
  expect(confirm.document.body.textContent).toContain('We sent a code to a***@e***.')
  const { code } = standIn.outbox[0]!
  const callback = await visitor.leave(visitor.submit(confirm, 'Confirm account', { Code: code }))
  const tokens = await client.authorizationCodeGrant(configuration, callback, checks)

  expect(tokens.claims()).toMatchObject({ email: ada.email, email_verified: true })
})

test('who confirms in another browser signs in there', async ({ standIn, visitor, signInPage }) => {
  const signUp = await visitor.follow(await signInPage(), 'Create an account')
  const values = { Email: ada.email, Password: ada.password }
  const { url } = await visitor.submit(signUp, 'Create account', values)
  const other = createPageVisitor()

  const confirm = await other.open(url)
  const signIn = await other.submit(confirm, 'Confirm account', {
    Email: ada.email,
    Code: standIn.outbox[0]!.code,
  })

  expect(heading(signIn)).toBe('Sign in')
  expect(signIn.document.querySelector('[role=status]')?.textContent).toBe(
    'Your account is confirmed. You can sign in now.',
  )
  const callback = await other.leave(other.submit(signIn, 'Sign in', { Password: ada.password }))
  expect(callback.searchParams.has('code')).toBe(true)
})

test('who is not confirmed is asked for the code, and can have another', async ({
  standIn,
  cognito,
  visitor,
  signInPage,
}) => {
  await addUnconfirmed(standIn, cognito, ada)
  const before = standIn.outbox[0]!.code
  const values = { Email: ada.email, Password: ada.password }

  const confirm = await visitor.submit(await signInPage(), 'Sign in', values)
  const again = await visitor.submit(confirm, 'Send a new code')
  expect(again.document.querySelector('[role=status]')?.textContent).toBe(
    'A new code is on its way. The one before no longer works.',
  )
  const refused = await visitor.submit(again, 'Confirm account', { Code: before })
  expect(fault(refused)).toBe('Invalid verification code provided, please try again.')
  const { code } = standIn.outbox[0]!
  const going = visitor.submit(refused, 'Confirm account', { Code: code })

  expect((await visitor.leave(going)).searchParams.has('code')).toBe(true)
})

test('a code alone signs nobody in: the password was given in this browser, or is asked for', async ({
  standIn,
  cognito,
  visitor,
  signInPage,
}) => {
  await addUnconfirmed(standIn, cognito, ada)
  const { url } = await signInPage()
  url.pathname = '/confirmUser'

  const page = await visitor.submit(await visitor.open(url), 'Confirm account', {
    Email: ada.email,
    Code: standIn.outbox[0]!.code,
  })

  expect(heading(page)).toBe('Sign in')
  expect(visitor.cookies.get('cognito')).toBeUndefined()
})

test('after a wrong password the code confirms, and the password is asked for again', async ({
  standIn,
  cognito,
  visitor,
  signInPage,
}) => {
  await addUnconfirmed(standIn, cognito, ada)
  const values = { Email: ada.email, Password: 'Wrong-Horse-1' }
  const confirm = await visitor.submit(await signInPage(), 'Sign in', values)
  expect(heading(confirm)).toBe('Confirm your account')

  const { code } = standIn.outbox[0]!
  const page = await visitor.submit(confirm, 'Confirm account', { Code: code })

  expect(heading(page)).toBe('Sign in')
  expect(visitor.cookies.get('cognito')).toBeUndefined()
})

test('the sign-in of one is not finished by the code of another', async ({
  standIn,
  cognito,
  visitor,
  signInPage,
}) => {
  const eve = { email: 'eve@example.com', password: 'Correct-Horse-2' }
  await addUnconfirmed(standIn, cognito, ada)
  await addUnconfirmed(standIn, cognito, eve)
  const [ofEve] = standIn.outbox
  const values = { Email: ada.email, Password: ada.password }
  const confirm = await visitor.submit(await signInPage(), 'Sign in', values)

  const page = await visitor.submit(confirm, 'Confirm account', {
    Email: eve.email,
    Code: ofEve!.code,
  })

  expect(heading(page)).toBe('Sign in')
  expect(visitor.cookies.get('cognito')).toBeUndefined()
})

test('somebody resets their password and signs in with the new one alone', async ({
  standIn,
  cognito,
  visitor,
  signInPage,
}) => {
  await addPerson(standIn, cognito, ada)
  const forgot = await visitor.follow(await signInPage(), 'Forgot your password?')
  const reset = await visitor.submit(forgot, 'Send code', { Email: ada.email })
  expect(reset.document.body.textContent).toContain('We sent a code to a***@e***.')
  const { code } = standIn.outbox[0]!

  const weak = await visitor.submit(reset, 'Change password', { Code: code, 'New password': 'a' })
  expect(fault(weak)).toContain('Password')
  const wrong = await visitor.submit(weak, 'Change password', {
    Code: code === '000000' ? '111111' : '000000',
    'New password': 'Other-Horse-1',
  })
  expect(fault(wrong)).toBe('Invalid verification code provided, please try again.')
  const signIn = await visitor.submit(wrong, 'Change password', {
    Code: code,
    'New password': 'Other-Horse-1',
  })

  expect(signIn.document.querySelector('[role=status]')?.textContent).toBe(
    'Your password has been changed. You can sign in now.',
  )
  const old = await visitor.submit(signIn, 'Sign in', { Password: ada.password })
  expect(fault(old)).toBe('Incorrect username or password.')
  const going = visitor.submit(old, 'Sign in', { Password: 'Other-Horse-1' })
  expect((await visitor.leave(going)).searchParams.has('code')).toBe(true)
})

test('a reset looks the same for an address that is not there', async ({
  standIn,
  visitor,
  signInPage,
}) => {
  const forgot = await visitor.follow(await signInPage(), 'Forgot your password?')

  const reset = await visitor.submit(forgot, 'Send code', { Email: 'nobody@example.com' })

  expect(reset.document.body.textContent).toContain('We sent a code to n***@e***.')
  expect(standIn.outbox).toEqual([])
})

test('a code may be typed with spaces', async ({ standIn, visitor, signInPage }) => {
  const signUp = await visitor.follow(await signInPage(), 'Create an account')
  const values = { Email: ada.email, Password: ada.password }
  const confirm = await visitor.submit(signUp, 'Create account', values)
  const { code } = standIn.outbox[0]!

  const Code = ` ${code.slice(0, 3)} ${code.slice(3)} `
  const callback = await visitor.leave(visitor.submit(confirm, 'Confirm account', { Code }))

  expect(callback.searchParams.has('code')).toBe(true)
})

test('a link from an e-mail confirms, once', async ({ standIn, cognito }) => {
  await addUnconfirmed(standIn, cognito, ada)
  const url = new URL(`${standIn.url}/confirmUser`)
  url.search = new URLSearchParams({
    client_id: standIn.config.userPoolClientId,
    user_name: ada.email,
    confirmation_code: standIn.outbox[0]!.code,
  }).toString()
  const visitor = createPageVisitor()

  // As the scanners of mail programs do.
  expect((await visitor.request(url, { method: 'HEAD' })).status).toBe(405)
  const first = await visitor.open(url)
  const second = await visitor.open(url)

  expect([first.status, heading(first)]).toEqual([200, 'Your account is confirmed'])
  expect([second.status, heading(second)]).toEqual([400, 'Confirm your account'])
  expect(visitor.cookies.get('cognito')).toBeUndefined()
  const { tokens } = await loginOf(standIn, ada)
  expect(tokens.claims()).toMatchObject({ email_verified: true })
})

test('login_hint fills the address in, a language that there is not falls back', async ({
  signInPage,
}) => {
  const { document } = await signInPage({ login_hint: '"><script>x', lang: 'xx' })

  expect(document.querySelector('#username')?.getAttribute('value')).toBe('"><script>x')
  expect(document.querySelector('script')).toBeNull()
  expect(document.documentElement.lang).toBe('en')
})

test('every input has its label, and says what browsers may fill in', async ({
  visitor,
  signInPage,
}) => {
  const signIn = await signInPage()
  const autocomplete: Record<string, string[]> = {
    login: ['username', 'current-password'],
    signup: ['username', 'new-password'],
    confirmUser: ['username', 'one-time-code'],
    forgotPassword: ['username'],
    confirmForgotPassword: ['username', 'one-time-code', 'new-password'],
  }

  for (const [path, expected] of Object.entries(autocomplete)) {
    const url = new URL(signIn.url)
    url.pathname = `/${path}`
    const { document } = await visitor.open(url)
    const inputs = [...document.querySelectorAll<HTMLInputElement>('input:not([type=hidden])')]

    expect(inputs.map((input) => input.getAttribute('autocomplete'))).toEqual(expected)
    expect(inputs.every(({ labels }) => labels?.length === 1)).toBe(true)
    expect(document.querySelectorAll('h1')).toHaveLength(1)
    expect(document.querySelectorAll('script')).toHaveLength(0)
  }
})
