import { expect } from 'vitest'
import * as client from 'openid-client'
import { redeem, test } from '../../support/social-providers/start-social-providers.ts'
import { slugs, secretOf, codeOf } from './provider-codes.ts'

test.for(slugs)('at %s a code works once', async (slug, { social }) => {
  const form = { code: await codeOf(social, slug), client_secret: await secretOf(social, slug) }

  const first = await redeem(social, slug, form)
  const second = await redeem(social, slug, form)

  expect(first.status).toBe(200)
  expect(first.headers.get('cache-control')).toBe('no-store')
  expect(second.status).toBe(400)
})

test.for(slugs)('at %s a code is good for five minutes', async (slug, { social }) => {
  const code = await codeOf(social, slug)
  social.runtime.clock.advance({ minutes: 5 })

  const refused = await redeem(social, slug, { code, client_secret: await secretOf(social, slug) })

  expect(refused.status).toBe(400)
})

test.for(slugs)('at %s a code of another provider is nothing', async (slug, { social }) => {
  const foreign = slugs.find((other) => other !== slug) ?? 'google'
  const code = await codeOf(social, foreign)

  const refused = await redeem(social, slug, { code, client_secret: await secretOf(social, slug) })

  expect(refused.status).toBe(400)
})

test.for(slugs)('at %s a code is for one redirect URI', async (slug, { social }) => {
  const refused = await redeem(social, slug, {
    code: await codeOf(social, slug),
    client_secret: await secretOf(social, slug),
    redirect_uri: `${social.redirectUri}/`,
  })

  expect(refused.status).toBe(400)
})

test.for(slugs)(
  'at %s a verifier is checked, and may not be left out',
  async (slug, { social }) => {
    const verifier = client.randomPKCECodeVerifier()
    const pkce = {
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }
    const client_secret = await secretOf(social, slug)
    const withVerifier = async (code_verifier: object, parameters = pkce) =>
      (
        await redeem(social, slug, {
          code: await codeOf(social, slug, parameters),
          client_secret,
          ...code_verifier,
        })
      ).status

    expect(await withVerifier({ code_verifier: verifier })).toBe(200)
    expect(await withVerifier({ code_verifier: client.randomPKCECodeVerifier() })).toBe(400)
    expect(await withVerifier({})).toBe(400)
  },
)

test.for(slugs)(
  'at %s a wrong secret, none, or another client is refused',
  async (slug, { social }) => {
    const code = await codeOf(social, slug)
    const client_secret = await secretOf(social, slug)
    const forms = [
      { code, client_secret: 'wrong' },
      { code, client_secret: '' },
      { code },
      { code, client_secret: await secretOf(social, slug === 'google' ? 'company' : 'google') },
      { code, client_secret, client_id: slug === 'google' ? 'local-company' : 'local-google' },
    ]

    const statuses = await Promise.all(
      forms.map(async (form) => (await redeem(social, slug, form)).status),
    )
    const right = await redeem(social, slug, { code, client_secret })

    for (const status of statuses) expect([400, 401]).toContain(status)
    expect(right.status).toBe(200)
  },
)

test.for(['refresh_token', 'password', 'client_credentials'])(
  'the grant type %s is not there',
  async (grant_type, { social }) => {
    const client_secret = await secretOf(social, 'google')

    const response = await redeem(social, 'google', { grant_type, client_secret })

    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ error: 'unsupported_grant_type' })
  },
)
