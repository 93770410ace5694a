import { expect, test as base } from 'vitest'
import { createVerifier } from '../../../local/user-pools/srp/verifier.ts'
import { createPageVisitor, type VisitedPage } from '../../support/managed-login/page-visitor.ts'
import {
  redirectedClient,
  startManagedLogin,
  type RunningManagedLogin,
} from '../../support/managed-login/start-managed-login.ts'
import type { UserPoolConfig } from '../../../local/user-pools/config.ts'
import { standardSchema } from '../../support/user-pools/user-pool-config.ts'

interface Fixtures {
  start: (overrides?: Partial<UserPoolConfig>) => Promise<RunningManagedLogin>
}

const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads what a fixture needs from the pattern
  start: async ({}, use) => {
    const running: RunningManagedLogin[] = []
    await use(async (overrides) => {
      const one = await startManagedLogin(overrides)
      running.push(one)
      return one
    })
    for (const { close, runtime } of running) {
      await close()
      expect(runtime.logged).toEqual([])
    }
  },
})

const password = 'Correct-Horse-1'
const schema = standardSchema.map((one) =>
  one.name === 'given_name' || one.name === 'birthdate' ? { ...one, required: true } : one,
)

function labels({ document }: VisitedPage): string[] {
  return [...document.querySelectorAll('label')].map(({ textContent }) => textContent)
}

function fault({ document }: VisitedPage): string {
  return document.querySelector('[role=alert] p')?.textContent ?? ''
}

test('sign-up asks for what the pool requires, each in its own kind of input', async ({
  start,
}) => {
  const { loginUrl, userPools, pool, outbox } = await start({ usernameAttributes: [], schema })
  const visitor = createPageVisitor()
  const page = await visitor.follow(await visitor.open(loginUrl), 'Create an account')

  expect(labels(page)).toEqual(['Username', 'Given name', 'Date of birth', 'Email', 'Password'])
  const input = page.document.querySelector('#birthdate')
  expect([input?.getAttribute('type'), input?.getAttribute('autocomplete')]).toEqual([
    'date',
    'bday',
  ])

  const values = { Username: 'ada', Email: 'ada@example.com', Password: password }
  const refused = await visitor.submit(page, 'Create account', values)
  expect(fault(refused)).toBe('Enter: Given name.')
  const confirm = await visitor.submit(refused, 'Create account', {
    'Given name': 'Ada',
    'Date of birth': '1815-12-10',
    Password: password,
  })
  const code = outbox.list()[0]?.code ?? ''
  const callback = await visitor.leave(visitor.submit(confirm, 'Confirm account', { Code: code }))

  expect(callback.origin).toBe('https://app.example')
  expect(userPools.users.find(pool, 'ada')?.attributes).toMatchObject({
    given_name: 'Ada',
    birthdate: '1815-12-10',
    email_verified: 'true',
  })
})

test('a form cannot write attributes that the page does not ask for', async ({ start }) => {
  const { loginUrl, userPools, pool } = await start()
  const visitor = createPageVisitor()
  const page = await visitor.follow(await visitor.open(loginUrl), 'Create an account')
  const _csrf = page.document.querySelector<HTMLInputElement>('[name=_csrf]')!.value

  const form = { _csrf, username: 'eve@example.com', password, email_verified: 'true', name: 'Eve' }
  await visitor.request(page.url, { method: 'POST', body: new URLSearchParams(form) })

  expect(userPools.users.find(pool, 'eve@example.com')?.attributes).toEqual({
    email: 'eve@example.com',
    email_verified: 'false',
  })
})

test('where administrators alone make accounts, nobody is offered to sign up', async ({
  start,
}) => {
  const { loginUrl } = await start({ allowAdminCreateUserOnly: true })
  const visitor = createPageVisitor()
  const page = await visitor.open(loginUrl)
  expect(page.document.body.textContent).not.toContain('Create an account')

  loginUrl.pathname = '/signup'
  const refused = await visitor.submit(await visitor.open(loginUrl), 'Create account', {
    Email: 'eve@example.com',
    Password: password,
  })
  expect(fault(refused)).toBe('SignUp is not permitted for this user pool')
})

async function addUser(
  { userPools, pool }: RunningManagedLogin,
  status: 'FORCE_CHANGE_PASSWORD' | 'RESET_REQUIRED',
): Promise<void> {
  const sub = '00000000-0000-7000-8000-000000000001'
  userPools.users.add(pool, {
    poolId: pool.id,
    username: sub,
    sub,
    attributes: { email: 'ada@example.com', email_verified: 'true' },
    aliases: ['email'],
    status,
    enabled: true,
    password: await createVerifier(userPools, { poolId: pool.id, username: sub }, password),
    createdAtMs: 0,
    updatedAtMs: 0,
  })
}

test('a temporary password leads to one of one’s own, with what is missing, and then in', async ({
  start,
}) => {
  const login = await start({ schema })
  await addUser(login, 'FORCE_CHANGE_PASSWORD')
  const visitor = createPageVisitor()
  const values = { Email: 'ada@example.com', Password: password }
  const page = await visitor.submit(await visitor.open(login.loginUrl), 'Sign in', values)

  expect(page.url.pathname).toBe('/changePassword')
  expect(labels(page)).toEqual(['Given name', 'Date of birth', 'New password'])
  expect(visitor.cookies.get('cognito')).toBeUndefined()
  const own = { 'Given name': 'Ada', 'Date of birth': '1815-12-10' }
  const weak = await visitor.submit(page, 'Save and sign in', { ...own, 'New password': 'weak' })
  expect(fault(weak)).toContain('Password does not conform to policy')
  const callback = await visitor.leave(
    visitor.submit(weak, 'Save and sign in', { ...own, 'New password': 'Other-Horse-1' }),
  )

  expect(callback.searchParams.has('code')).toBe(true)
  expect(login.userPools.users.find(login.pool, 'ada@example.com')).toMatchObject({
    status: 'CONFIRMED',
    attributes: { given_name: 'Ada' },
  })
})

test('the page after a temporary password is nobody else’s, and ends with the session', async ({
  start,
}) => {
  const login = await start()
  await addUser(login, 'FORCE_CHANGE_PASSWORD')
  const visitor = createPageVisitor()
  const values = { Email: 'ada@example.com', Password: password }
  const page = await visitor.submit(await visitor.open(login.loginUrl), 'Sign in', values)

  expect((await createPageVisitor().open(page.url)).url.pathname).toBe('/login')
  login.runtime.clock.advance({ minutes: 4 })
  const late = await visitor.submit(page, 'Save and sign in', { 'New password': 'Other-Horse-1' })
  expect(late.url.pathname).toBe('/login')
})

test('a password that has to be reset leads to the reset', async ({ start }) => {
  const clients = [{ ...redirectedClient, preventUserExistenceErrors: false }]
  const login = await start({ clients })
  await addUser(login, 'RESET_REQUIRED')
  const visitor = createPageVisitor()

  const values = { Email: 'ada@example.com', Password: password }
  const page = await visitor.submit(await visitor.open(login.loginUrl), 'Sign in', values)

  expect(page.url.pathname).toBe('/forgotPassword')
  expect(page.document.querySelector('[role=status]')?.textContent).toBe(
    'Your password has to be reset before you can sign in.',
  )
})

test('a confidential client’s pages prove its secret to the user pool', async ({ start }) => {
  const login = await start({ clients: [{ ...redirectedClient, secret: 'a-secret' }] })
  const visitor = createPageVisitor()
  const signIn = await visitor.open(login.loginUrl)
  const page = await visitor.follow(signIn, 'Create an account')
  const values = { Email: 'ada@example.com', Password: password }
  const confirm = await visitor.submit(page, 'Create account', values)
  const again = await visitor.submit(confirm, 'Send a new code')
  const Code = login.outbox.list()[0]?.code ?? ''
  const callback = await visitor.leave(visitor.submit(again, 'Confirm account', { Code }))

  expect(callback.searchParams.has('code')).toBe(true)
  const forgot = await visitor.follow(signIn, 'Forgot your password?')
  const reset = await visitor.submit(forgot, 'Send code', { Email: 'ada@example.com' })
  const done = await visitor.submit(reset, 'Change password', {
    Code: login.outbox.list()[0]?.code ?? '',
    'New password': 'Other-Horse-1',
  })
  expect(done.url.pathname).toBe('/login')
})

test('a fault of our own is logged, and nothing of it is told', async ({ start }) => {
  const { url, loginUrl, runtime, userPools } = await start()
  userPools.signingKeys.of = () => Promise.reject(new Error('the disk is full'))
  userPools.users.find = () => {
    throw new Error('the disk is full')
  }
  const visitor = createPageVisitor()
  const values = { Email: 'ada@example.com', Password: password }

  const page = await visitor.submit(await visitor.open(loginUrl), 'Sign in', values)
  const info = await fetch(`${url}/oauth2/userInfo`, {
    headers: { authorization: `Bearer ${tokenOf(loginUrl)}` },
  })

  expect(page.status).toBe(500)
  expect(page.document.body.textContent).not.toContain('disk')
  expect([info.status, await info.json()]).toEqual([500, { error: 'server_error' }])
  expect(runtime.logged.splice(0)).toEqual(['Managed login failed', 'An OAuth endpoint failed'])
})

/** Looks like an access token of the pool, enough for its signature to be looked at. */
function tokenOf(loginUrl: URL): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const iss = 'http://localhost:9229/us-east-1_ExAmPlE01'
  return [part({ alg: 'RS256' }), part({ iss, token_use: 'access' }), loginUrl.port].join('.')
}

test('another path is answered on a page', async ({ start }) => {
  const { url } = await start()

  const { status, document } = await createPageVisitor().open(`${url}/nothing/here`)

  expect(status).toBe(404)
  expect(document.querySelector('h1')?.textContent).toBe('There is nothing at this address')
})
