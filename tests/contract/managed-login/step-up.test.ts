import { expect } from 'vitest'
import { alterUser } from '../../support/user-pools/alter-user.ts'
import { codeOf } from '../../support/user-pools/authenticator-app.ts'
import { withDefaults, type DomainLogin } from '../../support/managed-login/domain-login.ts'
import {
  createPageVisitor,
  type PageVisitor,
  type VisitedPage,
} from '../../support/managed-login/page-visitor.ts'
import { addPasskey } from '../../support/user-pools/passkeys.ts'
import { ada, register, signIn as signInByApi } from '../../support/user-pools/people.ts'
import { addApp, appOn, mfaPool, prefer } from '../../support/user-pools/second-factors.ts'
import { redirectedClient } from '../../support/managed-login/start-managed-login.ts'

const test = withDefaults(
  mfaPool({
    clients: [redirectedClient],
    allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'],
  }),
)

const level = (number: number) => `urn:cognito:loa:${number}`

function authorizeUrl(login: DomainLogin, parameters: Record<string, string> = {}): URL {
  const url = new URL(login.loginUrl.href.replace('/login?', '/oauth2/authorize?'))
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url
}

/** What the tokens of a callback tell, the refreshed ones included. */
async function claimsOf(login: DomainLogin, callback: URL) {
  const redeem = async (form: Record<string, string>) => {
    const response = await fetch(`${login.url}/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: redirectedClient.id, ...form }),
    })
    return (await response.json()) as Record<string, string>
  }
  const tokens = await redeem({
    grant_type: 'authorization_code',
    code: callback.searchParams.get('code') ?? '',
    redirect_uri: 'https://app.example/callback',
  })
  const { access_token, id_token, refresh_token = '' } = tokens
  const fresh = await redeem({ grant_type: 'refresh_token', refresh_token })
  return [access_token, id_token, fresh['access_token'], fresh['id_token']].map((token = '') => {
    const [, body = ''] = token.split('.')
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>
    const { acr, amr, auth_time } = claims
    return { acr, amr, auth_time }
  })
}

function seconds(login: DomainLogin): number {
  return Math.floor(login.clock.now() / 1000)
}

/** On all tokens. */
function all(claims: object): object[] {
  return [claims, claims, claims, claims]
}

async function enterName(visitor: PageVisitor, url: URL): Promise<VisitedPage> {
  const page = await visitor.submit(await visitor.open(url), 'Next', { Email: ada.Username })
  return page.url.pathname === '/selectFactor' ? visitor.submit(page, 'Use password') : page
}

async function enterPassword(visitor: PageVisitor, url: URL): Promise<VisitedPage> {
  return visitor.submit(await enterName(visitor, url), 'Sign in', { Password: ada.Password })
}

/** Somebody with an app, who has signed in at the domain before it was set up. */
async function withApp(login: DomainLogin, visitor: PageVisitor) {
  await register(login)
  await visitor.leave(enterPassword(visitor, authorizeUrl(login)))
  const { AccessToken } = await signInByApi(login)
  const secret = await addApp(login, AccessToken)
  await prefer(login, AccessToken, appOn)
  login.clock.advance({ seconds: 60 })
  return () => codeOf(secret, login.clock.now())
}

test('a level is told in the tokens of a sign-in that was asked for one, and of no other', async ({
  start,
  visitor,
}) => {
  const login = await start()
  await register(login)

  const plain = await visitor.leave(enterPassword(visitor, authorizeUrl(login)))
  const again = await visitor.leave(visitor.open(authorizeUrl(login, { acr_values: level(1) })))

  const [first, ...rest] = await claimsOf(login, plain)
  const { auth_time } = first ?? {}
  expect([first, ...rest]).toEqual(all({ auth_time }))
  expect(await claimsOf(login, again)).toEqual(all({ acr: level(1), amr: ['pwd'], auth_time }))
})

test('whose session is not enough proves what is missing, and nothing twice', async ({
  start,
  visitor,
}) => {
  const login = await start()
  const code = await withApp(login, visitor)
  const url = authorizeUrl(login, { acr_values: `urn:unknown ${level(4)} ${level(1)}` })

  const asked = await visitor.open(url)
  const back = await visitor.leave(visitor.submit(asked, 'Continue', { Code: code() }))
  const told = await claimsOf(login, back)
  login.clock.advance({ minutes: 5 })
  const again = await visitor.leave(visitor.open(url))

  expect(asked.url.pathname).toBe('/mfa')
  const { auth_time } = told[0] ?? {}
  expect(told).toEqual(all({ acr: level(4), amr: ['pwd', 'otp', 'mfa'], auth_time }))
  expect(await claimsOf(login, again)).toEqual(told)
})

test('nobody is asked without a page: prompt=none says that a login is required', async ({
  start,
  visitor,
}) => {
  const login = await start()
  await withApp(login, visitor)

  const weak = authorizeUrl(login, { acr_values: level(4), prompt: 'none' })
  const old = authorizeUrl(login, { max_age: '30', prompt: 'none' })
  const good = authorizeUrl(login, { max_age: '90', prompt: 'none' })

  const errorOf = async (url: URL) =>
    (await visitor.leave(visitor.open(url))).searchParams.get('error')
  expect(await errorOf(weak)).toBe('login_required')
  expect(await errorOf(old)).toBe('login_required')
  expect(await errorOf(good)).toBeNull()
})

test.for(['30', '0'])(
  'a session older than max_age=%s signs in from scratch',
  async (max_age, { start, visitor }) => {
    const login = await start()
    await register(login)
    await visitor.leave(enterPassword(visitor, authorizeUrl(login)))
    login.clock.advance({ seconds: 40 })
    const asked = seconds(login)

    const url = authorizeUrl(login, { max_age, acr_values: level(1) })
    const page = await visitor.open(url)
    const back = await visitor.leave(enterPassword(visitor, url))

    expect(page.url.pathname).toBe('/login')
    const told = await claimsOf(login, back)
    const { auth_time } = told[0] ?? {}
    expect(told).toEqual(all({ acr: level(1), amr: ['pwd'], auth_time }))
    expect(auth_time).toBeGreaterThanOrEqual(asked)
  },
)

test('an old session counts for no level: password and app are proved again', async ({
  start,
  visitor,
}) => {
  const login = await start()
  const code = await withApp(login, visitor)
  const url = authorizeUrl(login, { max_age: '30', acr_values: level(4) })

  const asked = await enterPassword(visitor, url)
  const back = await visitor.leave(visitor.submit(asked, 'Continue', { Code: code() }))

  expect(asked.url.pathname).toBe('/mfa')
  expect((await claimsOf(login, back))[0]).toMatchObject({ acr: level(4) })
})

test('a first factor that does not lead there counts, and those that do are offered next', async ({
  start,
  visitor,
}) => {
  const login = await start()
  await register(login)
  const { AccessToken } = await signInByApi(login)
  const authenticator = await addPasskey(login, AccessToken)

  const choice = await enterPassword(visitor, authorizeUrl(login, { acr_values: level(3) }))
  const session = visitor.cookies.get('cognito')
  const asked = await visitor.submit(choice, 'Use passkey')
  const input = asked.document.querySelector<HTMLInputElement>('input[data-passkey]')!
  input.value = authenticator.get(JSON.parse(input.dataset['options'] ?? '') as never)
  const back = await visitor.leave(visitor.submit(asked, 'Use passkey'))

  expect(choice.url.pathname).toBe('/selectFactor')
  const offered = choice.document.querySelectorAll('button[name=factor]')
  expect([...offered].map(({ textContent }) => textContent.trim())).toEqual([
    'Send code by email',
    'Use passkey',
  ])
  expect(session).toBeUndefined()
  expect((await claimsOf(login, back))[0]).toMatchObject({
    acr: level(3),
    amr: ['pwd', 'swk', 'mfa'],
  })
})

test('whoever cannot come up to a level is not signed in, and the app is told', async ({
  start,
  visitor,
}) => {
  const login = await start()
  await register(login)
  const url = authorizeUrl(login, { acr_values: level(4) })

  const first = await visitor.leave(enterPassword(visitor, url))
  const session = visitor.cookies.get('cognito')
  await visitor.leave(enterPassword(visitor, authorizeUrl(login)))
  const later = await visitor.leave(visitor.open(url))

  for (const back of [first, later]) {
    expect(back.searchParams.get('error')).toBe('invalid_request')
    expect(back.searchParams.get('error_description')).toBe(
      'The user has no factors for any of acr_values',
    )
  }
  expect(session).toBeUndefined()
})

test('before a proof nobody is told apart by the level that is asked for', async ({ start }) => {
  const login = await start()
  await register(login)
  const buttonsFor = async (Email: string, parameters = {}) => {
    const visitor = createPageVisitor()
    const first = await visitor.open(authorizeUrl(login, parameters))
    const { document, status } = await visitor.submit(first, 'Next', { Email })
    return [status, ...[...document.querySelectorAll('button')].map(({ value }) => value)]
  }

  const expected = [200, 'PASSWORD', 'EMAIL_OTP']
  for (const Email of [ada.Username, 'nobody@example.com']) {
    expect(await buttonsFor(Email)).toEqual(expected)
    expect(await buttonsFor(Email, { acr_values: level(4) })).toEqual(expected)
  }
})

test.for([
  ['acr_values', 'urn:unknown', 'acr_values has none of the user pool'],
  ['max_age', '-1', 'max_age has to be a number of seconds'],
  ['max_age', 'soon', 'max_age has to be a number of seconds'],
] as const)('%s=%s is refused', async ([name, value, reason], { start, visitor }) => {
  const login = await start()

  const back = await visitor.leave(visitor.open(authorizeUrl(login, { [name]: value })))

  expect(back.searchParams.get('error')).toBe('invalid_request')
  expect(back.searchParams.get('error_description')).toBe(reason)
})

test('a pool of the tier Lite looks at no level', async ({ start, visitor }) => {
  const login = await start({ tier: 'LITE' })
  await register(login)
  const page = await visitor.open(authorizeUrl(login, { acr_values: level(4) }))

  const back = await visitor.leave(
    visitor.submit(page, 'Sign in', { Email: ada.Username, Password: ada.Password }),
  )

  const [told] = await claimsOf(login, back)
  expect(told).toEqual({ auth_time: told?.auth_time })
})

test('the classic hosted UI asks for a level, too', async ({ start, visitor }) => {
  const login = await start({}, { managedLoginVersion: 1 })
  await register(login)
  const { AccessToken } = await signInByApi(login)
  const secret = await addApp(login, AccessToken)
  await prefer(login, AccessToken, appOn)
  login.clock.advance({ seconds: 60 })

  const form = await visitor.open(authorizeUrl(login, { acr_values: level(4) }))
  const asked = await visitor.submit(form, 'Sign in', {
    Email: ada.Username,
    Password: ada.Password,
  })
  const Code = codeOf(secret, login.clock.now())
  const back = await visitor.leave(visitor.submit(asked, 'Continue', { Code }))

  expect((await claimsOf(login, back))[0]).toMatchObject({ acr: level(4) })
})

test('who was given a temporary password since begins with that', async ({ start, visitor }) => {
  const login = await start()
  await withApp(login, visitor)
  alterUser(login, ada.Username, { status: 'FORCE_CHANGE_PASSWORD' })

  const page = await visitor.open(authorizeUrl(login, { acr_values: level(4) }))

  expect(page.url.pathname).toBe('/login')
})

test('HEAD sends no code and begins nothing', async ({ start, visitor }) => {
  const login = await start()
  await withApp(login, visitor)

  const url = authorizeUrl(login, { acr_values: level(4) })
  const head = await visitor.request(url, { method: 'HEAD' })

  expect(head.status).toBe(405)
})
