import { expect } from 'vitest'
import { OidcClient, InMemoryWebStorage, WebStorageStateStore } from 'oidc-client-ts'
import type { IdentityProviderType } from '../../../../local/user-pools/config.ts'
import { appCallback, test } from '../../../support/managed-login/federation.ts'

const common = { response_type: 'code', client_id: /^client-at-/, state: /^[\w-]{43}$/ }
const pkce = { code_challenge: /^[\w-]{43}$/, code_challenge_method: 'S256' }
const nonce = /^[\w-]{43}$/

const asked: [type: IdentityProviderType, parameters: Record<string, string | RegExp>][] = [
  ['Google', { ...common, ...pkce, nonce, scope: 'email profile openid' }],
  ['Facebook', { ...common, ...pkce, scope: 'public_profile, email' }],
  ['SignInWithApple', { ...common, nonce, scope: 'email name', response_mode: 'form_post' }],
  ['LoginWithAmazon', { ...common, ...pkce, scope: 'profile postal_code' }],
  ['OIDC', { ...common, nonce, scope: 'openid email' }],
]

test.for(asked)('%s is asked for a code, by name', async ([type, expected], { federate }) => {
  const { start, url } = await federate(type)

  const place = await start()

  const parameters = Object.fromEntries(place.searchParams)
  expect(place.origin + place.pathname).toBe(`https://${type.toLowerCase()}.example/authorize`)
  expect(Object.keys(parameters).sort()).toEqual([...Object.keys(expected), 'redirect_uri'].sort())
  expect(parameters.redirect_uri).toBe(`${url}/oauth2/idpresponse`)
  for (const [name, value] of Object.entries(expected)) expect(parameters[name]).toMatch(value)
})

test('nothing that is random comes twice', async ({ federate }) => {
  const { start } = await federate('Google')

  const [one, other] = [await start(), await start()]

  for (const name of ['state', 'nonce', 'code_challenge']) {
    expect(one.searchParams.get(name)).not.toBe(other.searchParams.get(name))
  }
})

test('a provider is called by another name of its own too', async ({ federate }) => {
  const { provider, authorizeUrl, visitor } = await federate('OIDC')
  provider.config.identifiers = ['example.com']
  const url = authorizeUrl({ idp_identifier: 'example.com' })
  url.searchParams.delete('identity_provider')

  const place = await visitor.leave(visitor.open(url))

  expect(place.origin).toBe('https://oidc.example')
})

test.for([
  { identity_provider: 'Facebook' },
  { identity_provider: 'google' },
  { identity_provider: 'constructor' },
  { identity_provider: '', idp_identifier: 'Google' },
])('a request for %o, which there is not, ends on a page', async (parameters, { federate }) => {
  const { authorizeUrl } = await federate('Google')

  const response = await fetch(authorizeUrl(parameters), { redirect: 'manual' })

  expect(response.status).toBe(400)
  expect(await response.text()).toContain('There is no such identity provider')
})

test('a provider that the client does not support ends on a page', async ({ federate }) => {
  const { authorizeUrl, pool } = await federate('Google')
  pool.clients = pool.clients.map((app) => ({ ...app, supportedIdentityProviders: ['COGNITO'] }))

  expect((await fetch(authorizeUrl(), { redirect: 'manual' })).status).toBe(400)
})

test('what the app asks of the person is passed on, a hint to those that take one', async ({
  federate,
}) => {
  const parameters = { prompt: 'login select_account', login_hint: 'ada@example.com' }
  const surroundings = { managedLoginVersion: 2 } as const

  for (const type of ['Google', 'Facebook'] as const) {
    const { start } = await federate(type, { surroundings })
    const place = await start(parameters)

    expect(place.searchParams.get('prompt')).toBe('login select_account')
    expect(place.searchParams.get('login_hint')).toBe(type === 'Google' ? 'ada@example.com' : null)
  }
})

test('prompt=none goes nowhere', async ({ federate }) => {
  const { start } = await federate('Google', { surroundings: { managedLoginVersion: 2 } })

  const callback = await start({ prompt: 'none' })

  expect(callback.origin).toBe('https://app.example')
  expect(callback.searchParams.get('error')).toBe('login_required')
})

test('a session is enough for the provider that it was made at, and for no other way in', async ({
  federate,
}) => {
  const federation = await federate('Google', { surroundings: { managedLoginVersion: 2 } })
  const { signIn, start, authorizeUrl, visitor } = federation
  await signIn()

  expect((await start()).searchParams.has('code')).toBe(true)
  const anyone = authorizeUrl()
  anyone.searchParams.delete('identity_provider')
  expect((await visitor.leave(visitor.open(anyone))).searchParams.has('code')).toBe(true)
  expect((await start({ prompt: 'none' })).searchParams.has('code')).toBe(true)

  expect((await start({ prompt: 'login' })).origin).toBe('https://google.example')
  expect((await start({ prompt: 'select_account' })).origin).toBe('https://google.example')
  const page = await visitor.open(authorizeUrl({ identity_provider: 'COGNITO' }))
  expect(page.url.pathname).toBe('/login')
})

test('after signing out the next sign-in starts anew', async ({ federate }) => {
  const { signIn, start, visitor, url, pool } = await federate('Google')
  pool.clients = pool.clients.map((app) => ({ ...app, logoutUrls: ['https://app.example/'] }))
  await signIn()
  const query = `client_id=${pool.clients[0]!.id}&logout_uri=https://app.example/`

  const goodbye = await visitor.leave(visitor.open(`${url}/logout?${query}`))

  expect(goodbye.href).toBe('https://app.example/')
  expect((await start()).origin).toBe('https://google.example')
})

test('the app’s whole request is answered, state and all', async ({ federate }) => {
  const { signIn } = await federate('Google')
  const state = 'a=1&b=ü {"x":"%2B+"}'

  expect((await signIn({ state })).searchParams.get('state')).toBe(state)
})

test('what is wrong with the request is told before anybody goes anywhere', async ({
  federate,
}) => {
  const { start, authorizeUrl } = await federate('Google')

  const mismatch = await fetch(authorizeUrl({ redirect_uri: 'https://evil.example/' }), {
    redirect: 'manual',
  })
  expect(mismatch.headers.get('location')).toMatch(/^\/error\?error=redirect_mismatch/)
  const callback = await start({ scope: 'openid nothing' })
  expect(callback.searchParams.get('error_description')).toBe('invalid_scope')
})

test('an app that is edited away meanwhile gets nothing', async ({ federate }) => {
  const { provider, start, visitor, pool } = await federate('Google')
  const answer = provider.agree(await start())
  pool.clients = pool.clients.map((app) => ({ ...app, callbackUrls: ['https://other.example/'] }))

  const page = await visitor.open(answer)

  expect(page.url.searchParams.get('error')).toBe('redirect_mismatch')
  expect(provider.asked).toEqual([])
})

test('oidc-client-ts signs in through a provider', async ({ federate }) => {
  const { pool, provider, visitor, finish } = await federate('Google')
  const app = new OidcClient({
    authority: pool.issuer,
    client_id: pool.clients[0]!.id,
    redirect_uri: appCallback,
    scope: 'openid email',
    stateStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    loadUserInfo: true,
  })
  const request = await app.createSigninRequest({
    state: 'of-the-app',
    extraQueryParams: { identity_provider: 'Google' },
  })

  const place = await visitor.leave(visitor.open(request.url))
  const callback = await finish(provider.agree(place))

  const response = await app.processSigninResponse(callback.href)
  expect(response.userState).toBe('of-the-app')
  expect(response.profile).toMatchObject({
    email: 'ada@example.com',
    'cognito:username': 'google_1026',
  })
})
