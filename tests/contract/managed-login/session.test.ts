import { GlobalSignOutCommand } from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { editTemplate } from '../../support/template/edit-template.ts'
import {
  callbackUrl,
  discover,
  loginOf,
  startLogin,
} from '../../support/managed-login/managed-login.ts'
import { createPageVisitor, type PageVisitor } from '../../support/managed-login/page-visitor.ts'
import { addPerson } from '../../support/user-pools/people-in-pool.ts'
import { test, type TestStandIn } from '../../support/stand-in.ts'

const ada = { email: 'ada@example.com', password: 'Correct-Horse-1' }

/** Where a browser ends up that asks for authorization. */
async function authorizeAgain(
  standIn: TestStandIn,
  visitor: PageVisitor,
  parameters: Readonly<Record<string, string>> = {},
): Promise<URL> {
  const { url } = await startLogin(await discover(standIn), standIn, parameters)
  const response = await visitor.request(url)
  return new URL(response.headers.get('location') ?? '', url)
}

function logoutUrl(standIn: TestStandIn, parameters: Readonly<Record<string, string>>): string {
  return `${standIn.url}/logout?${new URLSearchParams(parameters).toString()}`
}

function isCallback(url: URL): boolean {
  return url.pathname === '/callback' && url.searchParams.has('code')
}

test('scripts cannot read the session, other sites cannot send it, and it ends in an hour', async ({
  standIn,
  cognito,
}) => {
  await addPerson(standIn, cognito, ada)
  const visitor = createPageVisitor()
  const { url } = await startLogin(await discover(standIn), standIn)
  const { url: loginUrl, document } = await visitor.open(url)
  const _csrf = document.querySelector<HTMLInputElement>('[name=_csrf]')!.value

  const response = await visitor.request(loginUrl, {
    method: 'POST',
    body: new URLSearchParams({ _csrf, username: ada.email, password: ada.password }),
  })

  const cookie = response.headers.getSetCookie().find((line) => line.startsWith('cognito='))
  expect(cookie?.replace(/^cognito=[\w-]{43};/, '')).toBe(
    ' Path=/; Max-Age=3600; HttpOnly; SameSite=Lax',
  )
})

test('a session lasts an hour from sign-in, used or not', async ({ standIn, cognito, clock }) => {
  await addPerson(standIn, cognito, ada)
  const { visitor } = await loginOf(standIn, ada)

  clock.advance({ minutes: 59 })
  expect(isCallback(await authorizeAgain(standIn, visitor))).toBe(true)

  clock.advance({ minutes: 1 })
  expect((await authorizeAgain(standIn, visitor)).pathname).toBe('/login')
})

test('each sign-in has a session of its own, and ends the one before it', async ({
  standIn,
  cognito,
}) => {
  await addPerson(standIn, cognito, ada)
  const { visitor } = await loginOf(standIn, ada)
  const before = visitor.cookies.get('cognito')!
  const { url } = await startLogin(await discover(standIn), standIn, { prompt: 'login' })

  const page = await visitor.open(url)
  await visitor.leave(visitor.submit(page, 'Sign in', { Email: ada.email, Password: ada.password }))
  const thief = createPageVisitor()
  thief.cookies.set('cognito', before)

  expect(visitor.cookies.get('cognito')).not.toBe(before)
  expect((await authorizeAgain(standIn, thief)).pathname).toBe('/login')
})

test('prompt=none is answered at once, prompt=login asks again', async ({ standIn, cognito }) => {
  await addPerson(standIn, cognito, ada)
  const { visitor } = await loginOf(standIn, ada)

  expect(isCallback(await authorizeAgain(standIn, visitor, { prompt: 'none' }))).toBe(true)
  expect((await authorizeAgain(standIn, visitor, { prompt: 'login' })).pathname).toBe('/login')
  // For users of the pool itself these two mean nothing: they are handed on to other providers.
  for (const prompt of ['select_account', 'consent']) {
    expect(isCallback(await authorizeAgain(standIn, visitor, { prompt }))).toBe(true)
  }
})

test('the classic hosted UI knows no prompt', async ({ standIn, cognito }) => {
  await addPerson(standIn, cognito, ada)
  editTemplate(standIn, ['ManagedLoginVersion: 2', 'ManagedLoginVersion: 1'])
  const { visitor } = await loginOf(standIn, ada)

  expect(isCallback(await authorizeAgain(standIn, visitor, { prompt: 'login' }))).toBe(true)
  const stranger = createPageVisitor()
  expect((await authorizeAgain(standIn, stranger, { prompt: 'none' })).pathname).toBe('/login')
})

test('neither GlobalSignOut nor revoked tokens end the session', async ({ standIn, cognito }) => {
  await addPerson(standIn, cognito, ada)
  const scope = 'openid aws.cognito.signin.user.admin'
  const { visitor, tokens } = await loginOf(standIn, ada, { scope })

  await cognito.send(new GlobalSignOutCommand({ AccessToken: tokens.access_token }))

  expect(isCallback(await authorizeAgain(standIn, visitor))).toBe(true)
})

test('a session ends with the account', async ({ standIn, cognito }) => {
  await addPerson(standIn, cognito, ada)
  const { visitor } = await loginOf(standIn, ada)
  await standIn.reset()

  expect((await authorizeAgain(standIn, visitor)).pathname).toBe('/login')
})

test('a made-up session is none', async ({ standIn }) => {
  const visitor = createPageVisitor()
  visitor.cookies.set('cognito', 'A'.repeat(43))

  expect((await authorizeAgain(standIn, visitor)).pathname).toBe('/login')
})

test('signing out goes to a registered URI and ends the session, wherever its cookie is', async ({
  standIn,
  cognito,
}) => {
  await addPerson(standIn, cognito, ada)
  const { visitor } = await loginOf(standIn, ada)
  const kept = visitor.cookies.get('cognito')!
  const logout_uri = standIn.config.redirectSignOut[0]!
  const client_id = standIn.config.userPoolClientId

  const response = await visitor.request(logoutUrl(standIn, { client_id, logout_uri }))

  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toBe(logout_uri)
  expect(visitor.cookies.get('cognito')).toBeUndefined()
  visitor.cookies.set('cognito', kept)
  expect((await authorizeAgain(standIn, visitor)).pathname).toBe('/login')
})

test('HEAD signs nobody in, or out', async ({ standIn, cognito }) => {
  await addPerson(standIn, cognito, ada)
  const { visitor } = await loginOf(standIn, ada)
  const logout_uri = standIn.config.redirectSignOut[0]!
  const client_id = standIn.config.userPoolClientId
  const { url } = await startLogin(await discover(standIn), standIn)

  for (const unsafe of [url, logoutUrl(standIn, { client_id, logout_uri })]) {
    const response = await visitor.request(unsafe, { method: 'HEAD' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET'])
  }

  expect(isCallback(await authorizeAgain(standIn, visitor))).toBe(true)
  const stranger = await createPageVisitor().request(url, { method: 'HEAD' })
  expect(stranger.headers.get('location')).toBe(`/login${url.search}`)
})

test('signing out with a redirect URI shows the sign-in page', async ({ standIn, cognito }) => {
  await addPerson(standIn, cognito, ada)
  const { visitor } = await loginOf(standIn, ada)
  const parameters = {
    client_id: standIn.config.userPoolClientId,
    redirect_uri: callbackUrl(standIn),
    response_type: 'code',
    state: 's',
  }

  const page = await visitor.open(logoutUrl(standIn, parameters))

  expect(page.url.pathname).toBe('/login')
  expect(page.url.searchParams.get('state')).toBe('s')
  expect(page.document.querySelector('h1')?.textContent).toBe('Sign in')
  expect(visitor.cookies.get('cognito')).toBeUndefined()
})

test('signing out to anywhere else is refused on a page, and ends nothing', async ({
  standIn,
  cognito,
}) => {
  await addPerson(standIn, cognito, ada)
  const { visitor } = await loginOf(standIn, ada)
  const client_id = standIn.config.userPoolClientId
  const registered = standIn.config.redirectSignOut[0]!
  const wrong: Record<string, string>[] = [
    { client_id },
    { client_id, logout_uri: 'https://evil.example/' },
    { client_id, logout_uri: `${registered}x` },
    { client_id, logout_uri: registered.toUpperCase() },
    { client_id, logout_uri: '//evil.example' },
    { client_id, redirect_uri: callbackUrl(standIn) },
    { client_id, post_logout_redirect_uri: registered },
  ]

  for (const parameters of wrong) {
    const response = await visitor.request(logoutUrl(standIn, parameters))

    expect(response.status).toBe(400)
    expect(await response.text()).toContain(
      'Required String parameter &#39;redirect_uri&#39; is not present',
    )
  }
  const elsewhere = { client_id, redirect_uri: 'https://evil.example/', response_type: 'code' }
  const redirected = await visitor.request(logoutUrl(standIn, elsewhere))
  expect(redirected.headers.get('location')).toContain('/error?error=redirect_mismatch')
  expect((await visitor.request(logoutUrl(standIn, { client_id: 'x' }))).status).toBe(400)
  expect(visitor.cookies.get('cognito')).toBeTruthy()
  expect(isCallback(await authorizeAgain(standIn, visitor))).toBe(true)
})
