import * as client from 'openid-client'
import { expect } from 'vitest'
import { appleSecret } from '../../support/social-providers/apple-secret.ts'
import {
  authorizeUrl,
  discoverProvider,
  redeem,
  test,
  type RunningSocialProviders,
} from '../../support/social-providers/start-social-providers.ts'
import {
  createPageVisitor,
  type PageVisitor,
  type VisitedPage,
} from '../../support/managed-login/page-visitor.ts'

const ada = 'Continue as Ada Lovelace'

function signInUrl(social: RunningSocialProviders, parameters: Record<string, string> = {}): URL {
  return authorizeUrl(social, 'apple', {
    scope: 'email name',
    response_mode: 'form_post',
    ...parameters,
  })
}

/** The form that a browser would post to the app. */
function fieldsOf({ document }: VisitedPage): Record<string, string> {
  const inputs = [...document.querySelectorAll('form input')] as HTMLInputElement[]
  return Object.fromEntries(inputs.map(({ name, value }) => [name, value]))
}

/** A sign-in as Cognito goes about it. @returns the form, and what the ID token says. */
async function signIn(
  social: RunningSocialProviders,
  visitor: PageVisitor,
  button = ada,
  values: Readonly<Record<string, string>> = {},
) {
  const secret = await appleSecret(social)
  const authentication = client.ClientSecretPost(secret)
  const configuration = await discoverProvider(social, 'apple', 'local-apple', authentication)
  const nonce = client.randomNonce()
  const opened = await visitor.open(signInUrl(social, { nonce, prompt: 'select_account' }))
  const fields = fieldsOf(await visitor.submit(opened, button, values))
  const callback = new Request(social.redirectUri, {
    method: 'POST',
    body: new URLSearchParams(fields),
  })
  const tokens = await client.authorizationCodeGrant(configuration, callback, {
    expectedState: 'state-of-the-pool',
    expectedNonce: nonce,
  })
  return { fields, claims: tokens.claims() }
}

test('Ada signs in: her name comes by form_post, the first time only', async ({
  social,
  visitor,
}) => {
  const first = await signIn(social, visitor)
  const second = await signIn(social, createPageVisitor())

  expect(JSON.parse(first.fields.user ?? '')).toEqual({
    name: { firstName: 'Ada', lastName: 'Lovelace' },
    email: 'ada@example.com',
  })
  expect(first.claims).toMatchObject({
    sub: '001815.ada00000000000000000000000000001.1210',
    email: 'ada@example.com',
    email_verified: 'true',
    nonce_supported: true,
  })
  expect(first.claims).not.toHaveProperty('name')
  expect(first.claims).not.toHaveProperty('is_private_email')
  expect(second.fields).not.toHaveProperty('user')
  expect(second.claims).toMatchObject({ sub: first.claims?.sub, email: 'ada@example.com' })
})

test('a hidden address is relayed, and stays so', async ({ social, visitor }) => {
  const hide = 'Hide my email address behind one that forwards to it'

  const first = await signIn(social, visitor, ada, { [hide]: 'on', 'Share my email address': '' })
  const second = await signIn(social, createPageVisitor())
  const grace = await signIn(social, createPageVisitor(), 'Continue as Grace Hopper', {
    [hide]: 'on',
    'Share my email address': '',
  })

  const relayed = { email_verified: 'true', is_private_email: 'true' }
  expect(first.claims).toMatchObject(relayed)
  expect(first.claims?.email).toMatch(/^[\da-f]{10}@privaterelay\.apple\.example$/)
  expect(JSON.parse(first.fields.user ?? '')).toHaveProperty('email', first.claims?.email)
  expect(second.claims).toMatchObject({ ...relayed, email: first.claims?.email })
  expect(grace.claims?.email).not.toBe(first.claims?.email)
})

test('who was never asked about the address may still hide it', async ({ social, visitor }) => {
  const hide = 'Hide my email address behind one that forwards to it'
  await visitor.submit(await visitor.open(authorizeUrl(social, 'apple')), ada)

  const { claims } = await signIn(social, visitor, ada, {
    [hide]: 'on',
    'Share my email address': '',
  })
  const again = await visitor.open(signInUrl(social, { prompt: 'consent' }))

  expect(claims).toMatchObject({ is_private_email: 'true' })
  expect(again.document.querySelector('fieldset')).toBeNull()
  expect(again.document.body.textContent).toContain(`Shares ${claims?.email as string}`)
})

test('who stops sharing is asked as if for the first time', async ({ social, visitor }) => {
  await signIn(social, visitor)
  const account = await visitor.open(`${social.url}/social/apple`)
  await visitor.submit(account, 'Stop sharing for Ada Lovelace')

  const { fields } = await signIn(social, visitor)

  expect(fields).toHaveProperty('user')
})

test('the second sign-in posts its form at once', async ({ social, visitor }) => {
  await signIn(social, visitor)

  const page = await visitor.open(signInUrl(social))
  const script = page.document.querySelector('script')?.textContent ?? ''

  expect(fieldsOf(page)).toHaveProperty('code')
  expect(page.document.querySelector('form')?.action).toBe(social.redirectUri)
  const hash = Buffer.from(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(script)),
  ).toString('base64')
  expect(page.response.headers.get('content-security-policy')).toContain(
    `script-src 'sha256-${hash}'`,
  )
})

test('name and address come by form_post alone; without them a redirect does', async ({
  social,
  visitor,
}) => {
  const open = await visitor.open(authorizeUrl(social, 'apple', { scope: 'email' }))
  const bare = await visitor.submit(await visitor.open(authorizeUrl(social, 'apple')), ada)

  expect(open.status).toBe(400)
  expect(open.document.body.textContent).toContain('response_mode')
  expect(bare.url.searchParams.has('code')).toBe(true)
  expect(bare.url.searchParams.has('user')).toBe(false)
})

test('cancelling is told in Apple’s words, by form_post', async ({ social, visitor }) => {
  const page = await visitor.submit(await visitor.open(signInUrl(social)), 'Cancel')

  expect(fieldsOf(page)).toEqual({
    error: 'user_cancelled_authorize',
    state: 'state-of-the-pool',
  })
})

test('there is no userinfo endpoint', async ({ social }) => {
  const response = await fetch(`${social.url}/social/apple/userinfo`)

  expect(response.status).toBe(404)
})

const nowSeconds = (social: RunningSocialProviders) => Math.floor(social.runtime.clock.now() / 1000)
const sixMonths = 15_777_000

async function trySecret(
  social: RunningSocialProviders,
  visitor: PageVisitor,
  client_secret: string,
): Promise<Response> {
  const page = await visitor.submit(await visitor.open(signInUrl(social)), ada)
  return redeem(social, 'apple', { code: fieldsOf(page).code ?? '', client_secret })
}

test('a secret is good for six months, to the second', async ({ social, visitor }) => {
  const exp = nowSeconds(social) + sixMonths
  social.runtime.clock.stop()
  const secret = await appleSecret(social, { claims: { exp } })

  expect((await trySecret(social, visitor, secret)).status).toBe(200)
})

test.for<[string, (social: RunningSocialProviders) => Promise<string>]>([
  ['has expired', (social) => appleSecret(social, { claims: { exp: nowSeconds(social) } })],
  [
    'is good for longer than six months',
    (social) => appleSecret(social, { claims: { exp: nowSeconds(social) + sixMonths + 60 } }),
  ],
  ['never expires', (social) => appleSecret(social, { claims: { exp: undefined } })],
  [
    'was made in the future',
    (social) => appleSecret(social, { claims: { iat: nowSeconds(social) + 120 } }),
  ],
  ['is of another team', (social) => appleSecret(social, { claims: { iss: 'OTHERTEAM1' } })],
  ['is of another client', (social) => appleSecret(social, { claims: { sub: 'local-google' } })],
  [
    'is for another issuer',
    (social) => appleSecret(social, { claims: { aud: 'https://appleid.apple.com' } }),
  ],
  ['names another key', (social) => appleSecret(social, { header: { kid: 'OTHERKEY01' } })],
  [
    'is signed with another key',
    async (social) => {
      const { privateKey } = await crypto.subtle.generateKey(
        { name: 'ECDSA', namedCurve: 'P-256' },
        true,
        ['sign', 'verify'],
      )
      return appleSecret(social, { key: privateKey })
    },
  ],
  [
    'is signed with a secret',
    (social) =>
      appleSecret(social, {
        header: { alg: 'HS256' },
        key: new TextEncoder().encode('local-apple'),
      }),
  ],
  [
    'is not signed',
    async (social) => {
      const [, claims = ''] = (await appleSecret(social)).split('.')
      const header = Buffer.from(JSON.stringify({ alg: 'none', kid: 'LOCALKEY01' }))
      return `${header.toString('base64url')}.${claims}.`
    },
  ],
  ['is no JWT', () => Promise.resolve('secret')],
])('a client secret that %s is refused', async ([, secretOf], { social, visitor }) => {
  const refused = await trySecret(social, visitor, await secretOf(social))

  expect(refused.status).toBe(400)
  expect(await refused.json()).toMatchObject({ error: 'invalid_client' })
})

test('a refused secret leaves the code good', async ({ social, visitor }) => {
  const page = await visitor.submit(await visitor.open(signInUrl(social)), ada)
  const code = fieldsOf(page).code ?? ''
  await redeem(social, 'apple', { code, client_secret: 'wrong' })

  const redeemed = await redeem(social, 'apple', { code, client_secret: await appleSecret(social) })

  expect(redeemed.status).toBe(200)
})
