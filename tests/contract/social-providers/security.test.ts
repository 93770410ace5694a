import { expect } from 'vitest'
import { redeem, test } from '../../support/social-providers/start-social-providers.ts'
import { createPageVisitor } from '../../support/managed-login/page-visitor.ts'
import { slugs, signInUrl, secretOf, codeOf, type Slug } from './provider-codes.ts'

test.for(slugs)(
  'at %s another redirect URI is told on a page, never redirected to',
  async (slug, { social }) => {
    const sent = [
      `${social.redirectUri}/`,
      `${social.redirectUri}?x=1`,
      social.redirectUri.replace('127.0.0.1', 'localhost'),
      social.redirectUri.replace('idpresponse', 'idpResponse'),
      'https://evil.example/',
      'javascript:alert(1)',
      '//evil.example/',
    ]

    for (const redirect_uri of sent) {
      const response = await fetch(signInUrl(social, slug, { redirect_uri }), {
        redirect: 'manual',
      })

      expect(response.status).toBe(400)
      expect(response.headers.get('location')).toBeNull()
      expect(await response.text()).toContain('The redirect URI is not registered')
    }
  },
)

test.for(slugs)('at %s another client is told on a page', async (slug, { social }) => {
  const url = signInUrl(social, slug, { client_id: 'my-own-<client>' })

  const response = await fetch(url, { redirect: 'manual' })
  const text = await response.text()

  expect(response.status).toBe(401)
  expect(text).toContain('This app is not registered here')
  expect(text).toContain('&lt;client&gt;')
  expect(text).not.toContain('<client>')
})

test.for(slugs)('at %s faults of the rest of a request go to the app', async (slug, { social }) => {
  const faults = [
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ scope: 'everything' }, 'invalid_scope'],
    [{ prompt: 'none login' }, 'invalid_request'],
    [{ code_challenge: 'x', code_challenge_method: 'plain' }, 'invalid_request'],
    [{ request: 'e30.e30.' }, 'request_not_supported'],
    [{ request_uri: 'https://evil.example/' }, 'request_uri_not_supported'],
    [{ max_age: '-1' }, 'invalid_request'],
  ] as const

  for (const [parameters, error] of faults) {
    const url = signInUrl(social, slug, parameters)
    const response = await fetch(url, { redirect: 'manual' })
    const location = new URL(response.headers.get('location') ?? '')

    expect(`${location.origin}${location.pathname}`).toBe(social.redirectUri)
    expect(location.searchParams.get('error')).toBe(error)
    expect(location.searchParams.get('state')).toBe('state-of-the-pool')
  }
})

test('a parameter that comes twice is refused on a page', async ({ social }) => {
  const url = signInUrl(social, 'google')
  url.searchParams.append('redirect_uri', 'https://evil.example/')

  const response = await fetch(url, { redirect: 'manual' })

  expect(response.status).toBe(400)
})

test.for(slugs)(
  'pages of %s are framed by nobody, kept by nobody and run no script',
  async (slug, { social }) => {
    const pages = [signInUrl(social, slug), new URL(`${social.url}/social/${slug}`)]

    for (const page of pages) {
      const { headers } = await fetch(page)

      const policy = headers.get('content-security-policy')
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toContain("form-action 'self' https://app.example;")
      expect(policy).not.toContain('script-src')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  },
)

test.for([
  ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ['the origin null', { origin: 'null' }],
  ['another port of this machine', { 'sec-fetch-site': 'same-site' }],
] as const)('a form from %s is refused', async ([, headers], { social, visitor }) => {
  const url = signInUrl(social, 'google')
  const page = await visitor.open(url)
  const _csrf = page.document.querySelector('input')?.value ?? ''
  const body = new URLSearchParams({ _csrf, account: '118151210000000000001' })

  const response = await visitor.request(url, { method: 'POST', headers, body })

  expect(response.status).toBe(403)
  expect(response.headers.get('location')).toBeNull()
})

test('a form without the token of this browser and this provider is refused', async ({
  social,
  visitor,
}) => {
  const tokenAt = async (at: typeof visitor, slug: Slug) =>
    (await at.open(signInUrl(social, slug))).document.querySelector('input')?.value ?? ''
  await tokenAt(visitor, 'google')
  const tokens = [
    '',
    await tokenAt(createPageVisitor(), 'google'),
    await tokenAt(visitor, 'facebook'),
  ]

  for (const _csrf of tokens) {
    const body = new URLSearchParams({ _csrf, account: '118151210000000000001' })
    const url = signInUrl(social, 'google')
    const response = await visitor.request(url, { method: 'POST', body })

    expect(response.status).toBe(403)
  }
})

test('an account that there is not cannot be chosen', async ({ social, visitor }) => {
  const url = signInUrl(social, 'google')
  const _csrf = (await visitor.open(url)).document.querySelector('input')?.value ?? ''
  const body = new URLSearchParams({ _csrf, account: '10181512100000001' })

  const response = await visitor.request(url, { method: 'POST', body })

  expect(response.status).toBe(400)
  expect(response.headers.get('location')).toBeNull()
})

test('what people type in is text on every page', async ({ social, visitor }) => {
  const url = signInUrl(social, 'google', { prompt: 'select_account' })
  const page = await visitor.open(url)
  await visitor.submit(page, 'Continue with this account', {
    Name: '<img src=x onerror=alert(1)>"',
    Email: '"><script>@example.com',
  })

  const again = await visitor.open(url)
  const text = await (await visitor.request(url)).text()

  expect(again.document.querySelector('img, script')).toBeNull()
  expect(text).not.toContain('<script>')
})

test('an access token opens its own provider only', async ({ social }) => {
  const redeemed = await redeem(social, 'google', {
    code: await codeOf(social, 'google'),
    client_secret: await secretOf(social, 'google'),
  })
  const { access_token } = (await redeemed.json()) as { access_token: string }
  const headers = { authorization: `Bearer ${access_token}` }

  const own = await fetch(`${social.url}/social/google/userinfo`, { headers })
  const other = await fetch(`${social.url}/social/company/userinfo`, { headers })
  const inQuery = await fetch(`${social.url}/social/google/userinfo?access_token=${access_token}`)

  expect(own.status).toBe(200)
  expect(other.status).toBe(401)
  expect(other.headers.get('www-authenticate')).toContain('error="invalid_token"')
  expect(inQuery.status).toBe(401)
})

test('methods and paths that there are not are refused', async ({ social }) => {
  const { url } = social
  const statusOf = async (path: string, method = 'GET') =>
    (await fetch(`${url}/social/${path}`, { method })).status

  expect(await statusOf('google/token')).toBe(405)
  expect(await statusOf('google/authorize', 'PUT')).toBe(405)
  expect(await statusOf('google/nothing')).toBe(404)
  expect(await statusOf('google/pictures/%E0%A4%A.svg')).toBe(404)
  expect(await statusOf('nobody/authorize')).toBe(404)
  expect(await statusOf('google/token', 'OPTIONS')).toBe(204)
})
