import { expect } from 'vitest'
import type { FakeProvider } from '../../../support/managed-login/fake-provider.ts'
import { test } from '../../../support/managed-login/federation.ts'

const nowSeconds = () => Math.floor(Date.now() / 1000)

const wrong: [what: string, change: (provider: FakeProvider) => void, description: string][] = [
  [
    'of another issuer',
    (provider) => (provider.idTokenChanges = { iss: 'https://evil.example' }),
    'Bad id_token issuer https://evil.example',
  ],
  [
    'of an issuer with a slash more',
    (provider) => (provider.idTokenChanges = { iss: `${provider.endpoints.issuer}/` }),
    'Bad id_token issuer https://google.example/',
  ],
  [
    'for another client',
    (provider) => (provider.idTokenChanges = { aud: 'another' }),
    'Bad id_token audience',
  ],
  [
    'for us and others, issued to one of them',
    (provider) =>
      (provider.idTokenChanges = { aud: ['client-at-Google', 'another'], azp: 'another' }),
    'Bad id_token audience',
  ],
  [
    'for us and others, issued to nobody',
    (provider) => (provider.idTokenChanges = { aud: ['client-at-Google', 'another'] }),
    'Bad id_token audience',
  ],
  [
    'issued to another client',
    (provider) => (provider.idTokenChanges = { azp: 'another' }),
    'Bad id_token audience',
  ],
  [
    'with another nonce',
    (provider) => (provider.idTokenChanges = { nonce: 'another' }),
    'Bad id_token nonce',
  ],
  [
    'without a nonce',
    (provider) => (provider.idTokenChanges = { nonce: undefined }),
    'Bad id_token nonce',
  ],
  [
    'that has expired',
    (provider) => (provider.idTokenChanges = { exp: nowSeconds() - 61 }),
    'Expired id_token',
  ],
  [
    'that never expires',
    (provider) => (provider.idTokenChanges = { exp: undefined }),
    'Expired id_token',
  ],
  [
    'from the future',
    (provider) => (provider.idTokenChanges = { iat: nowSeconds() + 120 }),
    'Bad id_token time',
  ],
  [
    'that is not good yet',
    (provider) => (provider.idTokenChanges = { nbf: nowSeconds() + 120 }),
    'Bad id_token time',
  ],
  [
    'of another access token',
    (provider) => (provider.idTokenChanges = { at_hash: 'x' }),
    'Bad id_token at_hash',
  ],
  [
    'signed with another key',
    (provider) => (provider.signsAs = 'another key'),
    'Bad id_token signature',
  ],
  ['not signed at all', (provider) => (provider.signsAs = 'none'), 'Bad id_token signature'],
  [
    'signed with the secret of the client',
    (provider) => (provider.signsAs = 'HS256'),
    'Bad id_token signature',
  ],
  [
    'about nobody',
    (provider) => (provider.idTokenChanges = { sub: undefined }),
    'The sub of the user info is not that of the id_token',
  ],
  [
    'of somebody else than the user info',
    (provider) => (provider.userInfo = (person) => ({ ...person, sub: 'of-mallory' })),
    'The sub of the user info is not that of the id_token',
  ],
  [
    'beside user info without sub',
    (provider) => (provider.userInfo = () => ({ email: 'ada@example.com' })),
    'The sub of the user info is not that of the id_token',
  ],
]

test.for(wrong)('an ID token %s signs nobody in', async ([, change, description], { federate }) => {
  const { provider, signIn, visitor, userPools, pool } = await federate('Google')
  change(provider)

  const callback = await signIn()

  expect(Object.fromEntries(callback.searchParams)).toEqual({
    error: 'invalid_request',
    error_description: description,
    state: 'of-the-app',
  })
  expect(visitor.cookies.get('cognito')).toBeUndefined()
  expect(userPools.users.find(pool, 'google_1026')).toBeUndefined()
})

test.for(['{}', 'null', '[', '{"access_token":"of-ada","id_token":"a.b.c"}'])(
  'a token answer of %s signs nobody in',
  async (body, { federate }) => {
    const { provider, signIn } = await federate('Google')
    provider.instead.token = new Response(body)

    const callback = await signIn()

    expect(callback.searchParams.get('error')).toBe('invalid_request')
    expect(callback.searchParams.has('code')).toBe(false)
  },
)

test('ES256 is taken as well', async ({ federate }) => {
  const { provider, signIn } = await federate('OIDC')
  provider.signsAs = 'ES256'

  expect((await signIn()).searchParams.has('code')).toBe(true)
})

test('several audiences are taken when the token was issued to us', async ({ federate }) => {
  const { provider, signIn } = await federate('Google')
  provider.idTokenChanges = { aud: ['another', 'client-at-Google'], azp: 'client-at-Google' }

  expect((await signIn()).searchParams.has('code')).toBe(true)
})

test('keys are asked for once, and again when a token names one that is new', async ({
  federate,
}) => {
  const { provider, signIn, forgetSession, runtime } = await federate('Google')
  const askedForKeys = () => provider.asked.filter(({ url }) => url.pathname === '/jwks').length
  const again = async () => {
    forgetSession()
    return (await signIn()).searchParams.has('code')
  }
  await signIn()
  expect(await again()).toBe(true)
  expect(askedForKeys()).toBe(1)

  provider.kid = 'two'
  runtime.clock.advance({ seconds: 1 })
  expect(await again()).toBe(true)
  expect(askedForKeys()).toBe(2)
})

test('a token that names a key which there is not is refused, and keys are not asked for each time', async ({
  federate,
}) => {
  const { provider, signIn, forgetSession, runtime } = await federate('Google')
  runtime.clock.stop()
  await signIn()
  provider.kid = 'two'
  provider.instead.jwks = Response.json({ keys: [] })

  for (let time = 0; time < 2; time += 1) {
    forgetSession()
    const callback = await signIn()
    expect(callback.searchParams.has('code')).toBe(false)
  }

  expect(provider.asked.filter(({ url }) => url.pathname === '/jwks')).toHaveLength(1)
})
