import { expect } from 'vitest'
import {
  answerAt,
  authorizeUrl,
  test,
  type RunningSocialProviders,
} from '../../support/social-providers/start-social-providers.ts'
import { brandName } from '../../../src/ui/brand.ts'
import { createPageVisitor, type PageVisitor } from '../../support/managed-login/page-visitor.ts'

const fields = 'id,name,email,first_name,last_name,picture'

/** As Cognito writes scopes: with a comma and a space. */
function signInUrl(social: RunningSocialProviders, parameters: Record<string, string> = {}): URL {
  return authorizeUrl(social, 'facebook', { scope: 'public_profile, email', ...parameters })
}

function tokenUrl(social: RunningSocialProviders, code: string, changes: object = {}): URL {
  const url = new URL(`${social.url}/social/facebook/token`)
  const query = {
    client_id: 'local-facebook',
    client_secret: social.parameters.FacebookClientSecret,
    redirect_uri: social.redirectUri,
    code,
    ...changes,
  }
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value))
  return url
}

/** A sign-in as Cognito goes about it: the token by GET, then the graph. */
async function profileOf(
  social: RunningSocialProviders,
  visitor: PageVisitor,
  button: string,
  values: Record<string, string> = {},
  asked = fields,
): Promise<unknown> {
  const page = await visitor.submit(await visitor.open(signInUrl(social)), button, values)
  const response = await fetch(tokenUrl(social, page.url.searchParams.get('code') ?? ''))
  const { access_token } = (await response.json()) as { access_token: string }
  const me = new URL(social.providers.endpoints.Facebook.userInfoUrl)
  me.searchParams.set('fields', asked)
  const headers = { authorization: `Bearer ${access_token}` }
  return (await fetch(me, { headers })).json()
}

test('Ada signs in: a token by GET, her fields from the graph', async ({ social, visitor }) => {
  const { searchParams } = (
    await visitor.submit(await visitor.open(signInUrl(social)), 'Continue as Ada Lovelace')
  ).url

  const response = await fetch(tokenUrl(social, searchParams.get('code') ?? ''))
  const tokens = (await response.json()) as Record<string, unknown>
  const me = new URL(social.providers.endpoints.Facebook.userInfoUrl)
  me.search = new URLSearchParams({ fields, access_token: String(tokens.access_token) }).toString()
  const profile: unknown = await (await fetch(me)).json()

  expect(Object.keys(tokens)).toEqual(['access_token', 'token_type', 'expires_in'])
  expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 5_184_000 })
  expect(profile).toEqual({
    id: '10181512100000001',
    name: 'Ada Lovelace',
    email: 'ada@example.com',
    first_name: 'Ada',
    last_name: 'Lovelace',
    picture: {
      data: {
        height: 50,
        width: 50,
        is_silhouette: false,
        url: `${social.url}/social/facebook/pictures/10181512100000001.svg`,
      },
    },
  })
})

test('who keeps the address to themselves has none, this time and the next', async ({
  social,
  visitor,
}) => {
  const button = 'Continue as Ada Lovelace'

  const kept = await profileOf(social, visitor, button, { 'Share my email address too': '' })
  const silently = await visitor.open(signInUrl(social))
  const { access_token } = (await (
    await fetch(tokenUrl(social, silently.url.searchParams.get('code') ?? ''))
  ).json()) as { access_token: string }
  const me = new URL(social.providers.endpoints.Facebook.userInfoUrl)
  me.search = new URLSearchParams({ fields, access_token }).toString()

  expect(kept).not.toHaveProperty('email')
  expect(await (await fetch(me)).json()).toEqual(kept)
})

test('auth_type=rerequest asks for the address anew', async ({ social, visitor }) => {
  const button = 'Continue as Ada Lovelace'
  await profileOf(social, visitor, button, { 'Share my email address too': '' })

  const page = await visitor.open(signInUrl(social, { auth_type: 'rerequest' }))
  await visitor.submit(page, button)

  expect(page.document.querySelector('h1')?.textContent).toBe(`Meet ${brandName} as yourself`)
  expect(await profileOf(social, createPageVisitor(), button)).toHaveProperty('email')
})

test('an account may have no address, and one may be made without', async ({ social, visitor }) => {
  const alan = await profileOf(social, visitor, 'Continue as Alan Turing')
  const typed = await profileOf(social, createPageVisitor(), 'Continue with this account', {
    Name: 'Eve',
  })

  expect(alan).not.toHaveProperty('email')
  expect(typed).toMatchObject({ name: 'Eve', first_name: 'Eve', last_name: '' })
  expect(typed).not.toHaveProperty('email')
})

test('without fields the graph gives id and name; a field there is not is an error', async ({
  social,
  visitor,
}) => {
  const button = 'Continue as Ada Lovelace'
  const few = await profileOf(social, visitor, button, {}, '')
  const unknown = await profileOf(social, createPageVisitor(), button, {}, 'id,shoe_size')
  const verified = await profileOf(social, createPageVisitor(), button, {}, 'email_verified')

  expect(few).toEqual({ id: '10181512100000001', name: 'Ada Lovelace' })
  expect(unknown).toEqual({
    error: {
      message: 'Tried accessing nonexisting field (shoe_size) on node type (User)',
      type: 'OAuthException',
      code: 100,
    },
  })
  expect(verified).toHaveProperty('error')
})

test('cancelling says so in four ways', async ({ social, visitor }) => {
  const answer = await answerAt(visitor, signInUrl(social), 'Cancel')

  expect(Object.fromEntries(answer)).toEqual({
    error: 'access_denied',
    error_code: '200',
    error_description: 'Permissions error',
    error_reason: 'user_denied',
    state: 'state-of-the-pool',
  })
})

test.for([
  ['a wrong secret', { client_secret: 'wrong' }, 1],
  ['another client', { client_id: 'local-google' }, 1],
  ['another redirect URI', { redirect_uri: 'https://evil.example/' }, 100],
  ['a code that there is not', { code: 'none' }, 100],
] as const)(
  '%s is refused as the graph refuses',
  async ([, changes, code], { social, visitor }) => {
    const answer = await answerAt(visitor, signInUrl(social))

    const response = await fetch(tokenUrl(social, answer.get('code') ?? '', changes))

    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({
      error: expect.objectContaining({ type: 'OAuthException', code }) as unknown,
    })
  },
)

test('a wrong access token opens nothing, nor does one of another provider', async ({ social }) => {
  const me = new URL(social.providers.endpoints.Facebook.userInfoUrl)
  for (const headers of [{}, { authorization: 'Bearer ya29.local-x' }]) {
    const response = await fetch(me, { headers })

    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: { code: 190 } })
  }
})

test('there are no ID tokens, so that there is no discovery and are no keys', async ({
  social,
}) => {
  for (const path of ['jwks', '.well-known/openid-configuration', 'userinfo']) {
    const response = await fetch(`${social.url}/social/facebook/${path}`)

    expect(response.status).toBe(404)
  }
})
