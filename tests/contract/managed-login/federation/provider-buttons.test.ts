import { expect } from 'vitest'
import type { IdentityProviderConfig } from '../../../../local/user-pools/config.ts'
import { test, type Federation } from '../../../support/managed-login/federation.ts'
import type { VisitedPage } from '../../../support/managed-login/page-visitor.ts'

const others: IdentityProviderConfig[] = [
  ['Zeta', 'OIDC'],
  ['Alpha', 'OIDC'],
  ['LoginWithAmazon', 'LoginWithAmazon'],
  ['SignInWithApple', 'SignInWithApple'],
  ['Facebook', 'Facebook'],
].map(([name = '', type]) => ({
  name,
  type: type as IdentityProviderConfig['type'],
  identifiers: [],
  details: {},
  attributeMapping: {},
}))

function support({ pool, provider }: Federation, ...names: string[]): void {
  pool.identityProviders = [...others, provider.config]
  pool.clients = pool.clients.map((app) => ({ ...app, supportedIdentityProviders: names }))
}

async function loginPage({ visitor, authorizeUrl }: Federation, path = '/login') {
  const url = authorizeUrl()
  url.pathname = path
  url.searchParams.delete('identity_provider')
  return visitor.open(url)
}

function buttonsOf({ document }: VisitedPage): string[] {
  return [...document.querySelectorAll('.providers a')].map(({ textContent }) => textContent)
}

const linking = 'If there is an account with the same verified email already'

test('the providers of the app client stand in one order, below the form', async ({ federate }) => {
  const federation = await federate('Google')
  const names = ['Zeta', 'LoginWithAmazon', 'COGNITO', 'Google', 'Facebook', 'SignInWithApple']
  support(federation, ...names)

  for (const path of ['/login', '/signup']) {
    const page = await loginPage(federation, path)

    expect(buttonsOf(page)).toEqual([
      'Continue with Google',
      'Continue with Facebook',
      'Continue with Apple',
      'Continue with Amazon',
      'Continue with Zeta',
    ])
    expect(page.document.querySelector('.divider')?.textContent).toBe('or')
    expect(page.document.querySelector('input[type=password]')).not.toBeNull()
    expect(page.document.querySelectorAll('script, img:not(.brand > img)')).toHaveLength(0)
  }
})

test('a button goes on with the app’s whole request', async ({ federate }) => {
  const federation = await federate('Google')
  const { visitor, provider, finish } = federation
  const page = await loginPage(federation)

  const place = await visitor.leave(visitor.follow(page, 'Continue with Google'))
  const callback = await finish(provider.agree(place))

  expect(place.origin).toBe('https://google.example')
  expect(callback.searchParams.get('state')).toBe('of-the-app')
})

test('where the pool’s own users may not sign in there are the providers alone', async ({
  federate,
}) => {
  const federation = await federate('Google')
  support(federation, 'Google', 'Facebook')
  const { visitor } = federation

  const page = await loginPage(federation)

  expect(buttonsOf(page)).toEqual(['Continue with Google', 'Continue with Facebook'])
  expect(page.document.querySelector('form, input, .divider')).toBeNull()
  expect(page.document.body.textContent).not.toContain('Create an account')
  for (const path of ['/signup', '/forgotPassword', '/confirmUser', '/changePassword']) {
    expect((await loginPage(federation, path)).status).toBe(400)
  }
  const post = await visitor.request(page.url, { method: 'POST', body: new URLSearchParams() })
  expect(post.status).toBe(400)
})

test('where the request says who signs in there are no other ways', async ({ federate }) => {
  const federation = await federate('Google')
  const { visitor, authorizeUrl } = federation
  const native = await visitor.open(authorizeUrl({ identity_provider: 'COGNITO' }))
  const login = authorizeUrl()
  login.pathname = '/login'

  expect(native.url.pathname).toBe('/login')
  expect(buttonsOf(native)).toEqual([])
  expect((await visitor.leave(visitor.open(login))).origin).toBe('https://google.example')
})

test('a client without any way in is told so', async ({ federate }) => {
  const federation = await federate('Google')
  support(federation, 'Nobody')

  expect((await loginPage(federation)).status).toBe(400)
})

test('that an account may be there already is explained where a trigger may link it', async ({
  federate,
}) => {
  const federation = await federate('Google')
  const { pool } = federation

  expect((await loginPage(federation)).document.body.textContent).not.toContain(linking)
  pool.triggers = { PreSignUp: 'arn:aws:lambda:us-east-1:123456789012:function:link' }
  expect((await loginPage(federation)).document.body.textContent).toContain(linking)
  support(federation, 'COGNITO')
  expect((await loginPage(federation)).document.body.textContent).not.toContain(linking)
})
