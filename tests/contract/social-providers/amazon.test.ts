import { expect } from 'vitest'
import {
  answerAt,
  authorizeUrl,
  redeem,
  test,
  type RunningSocialProviders,
} from '../../support/social-providers/start-social-providers.ts'
import { createPageVisitor, type PageVisitor } from '../../support/managed-login/page-visitor.ts'

async function tokensOf(
  social: RunningSocialProviders,
  visitor: PageVisitor,
  scope: string,
  button?: string,
): Promise<Record<string, unknown>> {
  const answer = await answerAt(visitor, authorizeUrl(social, 'amazon', { scope }), button)
  const response = await redeem(social, 'amazon', {
    code: answer.get('code') ?? '',
    client_secret: social.parameters.AmazonClientSecret ?? '',
  })
  return (await response.json()) as Record<string, unknown>
}

async function profileOf(social: RunningSocialProviders, token: unknown): Promise<Response> {
  const headers = { authorization: `Bearer ${String(token)}` }
  return fetch(social.providers.endpoints.LoginWithAmazon.userInfoUrl, { headers })
}

test('Ada signs in: a token without an ID token, and her profile', async ({ social, visitor }) => {
  const tokens = await tokensOf(social, visitor, 'profile postal_code')
  const profile = await profileOf(social, tokens.access_token)

  expect(Object.keys(tokens)).toEqual(['access_token', 'token_type', 'expires_in'])
  expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 3600 })
  expect(await profile.json()).toEqual({
    user_id: 'amzn1.account.ADA18151210AAAAAAAAAAAAAAA1',
    name: 'Ada Lovelace',
    email: 'ada@example.com',
    postal_code: 'SW1Y 4LE',
  })
})

test.for([
  ['profile', ['user_id', 'name', 'email']],
  ['profile:user_id', ['user_id']],
  ['postal_code', ['user_id', 'postal_code']],
] as const)(
  'the scope %s gives no more than its own',
  async ([scope, names], { social, visitor }) => {
    const { access_token } = await tokensOf(social, visitor, scope)

    const profile = (await (await profileOf(social, access_token)).json()) as object

    expect(Object.keys(profile)).toEqual(names)
  },
)

test('an account of one’s own has an id in Amazon’s shape', async ({ social, visitor }) => {
  const url = authorizeUrl(social, 'amazon', { scope: 'profile' })
  const page = await visitor.submit(await visitor.open(url), 'Continue with this account', {
    Name: 'Eve',
    Email: 'eve@example.com',
  })

  const response = await redeem(social, 'amazon', {
    code: page.url.searchParams.get('code') ?? '',
    client_secret: social.parameters.AmazonClientSecret ?? '',
  })
  const { access_token } = (await response.json()) as { access_token: string }
  const profile = (await (await profileOf(social, access_token)).json()) as { user_id: string }

  expect(profile.user_id).toMatch(/^amzn1\.account\.[A-Z2-7]{28}$/)
})

test('cancelling is told in Amazon’s words', async ({ social, visitor }) => {
  const url = authorizeUrl(social, 'amazon', { scope: 'profile' })

  const answer = await answerAt(visitor, url, 'Cancel')

  expect(Object.fromEntries(answer)).toEqual({
    error: 'access_denied',
    error_description: 'Access not permitted.',
    state: 'state-of-the-pool',
  })
})

test('an access token is good for an hour', async ({ social, visitor }) => {
  const { access_token } = await tokensOf(social, visitor, 'profile')
  social.runtime.clock.advance({ minutes: 59 })
  expect((await profileOf(social, access_token)).status).toBe(200)

  social.runtime.clock.advance({ minutes: 1 })
  const refused = await profileOf(social, access_token)

  expect(refused.status).toBe(400)
  expect(await refused.json()).toMatchObject({ error: 'invalid_token' })
})

test('a second use of a code ends what the first led to', async ({ social }) => {
  const visitor = createPageVisitor()
  const answer = await answerAt(visitor, authorizeUrl(social, 'amazon', { scope: 'profile' }))
  const form = {
    code: answer.get('code') ?? '',
    client_secret: social.parameters.AmazonClientSecret ?? '',
  }
  const first = (await (await redeem(social, 'amazon', form)).json()) as { access_token: string }

  const second = await redeem(social, 'amazon', form)

  expect(second.status).toBe(400)
  expect(await second.json()).toEqual({ error: 'invalid_grant' })
  expect((await profileOf(social, first.access_token)).status).toBe(400)
})
