import * as client from 'openid-client'
import { expect } from 'vitest'
import {
  discoverProvider,
  test as base,
  type RunningSocialProviders,
} from '../../support/start-social-providers.ts'
import type { VisitedPage } from '../../support/page-visitor.ts'

interface Started {
  configuration: client.Configuration
  url: URL
  checks: client.AuthorizationCodeGrantChecks
}

/** A sign-in at Google, as a user pool begins it. */
async function start(
  social: RunningSocialProviders,
  parameters: Readonly<Record<string, string>> = {},
): Promise<Started> {
  const secret = social.parameters.GoogleClientSecret
  const configuration = await discoverProvider(
    social,
    'google',
    'local-google',
    client.ClientSecretPost(secret),
  )
  const expectedState = client.randomState()
  const expectedNonce = client.randomNonce()
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: social.redirectUri,
    scope: 'email profile openid',
    state: expectedState,
    nonce: expectedNonce,
    ...parameters,
  })
  return { configuration, url, checks: { expectedState, expectedNonce } }
}

const test = base

function heading({ document }: VisitedPage): string {
  return document.querySelector('h1')?.textContent ?? ''
}

test('Ada signs in with two clicks: one in the app, one here', async ({ social, visitor }) => {
  const { configuration, url, checks } = await start(social)

  const page = await visitor.open(url)
  const { url: callback } = await visitor.submit(page, 'Continue as Ada Lovelace')
  const tokens = await client.authorizationCodeGrant(configuration, callback, checks)
  const sub = tokens.claims()?.sub ?? ''
  const profile = await client.fetchUserInfo(configuration, tokens.access_token, sub)

  const person = {
    sub: '118151210000000000001',
    name: 'Ada Lovelace',
    given_name: 'Ada',
    family_name: 'Lovelace',
    email: 'ada@example.com',
    email_verified: true,
    picture: `${social.url}/social/google/pictures/118151210000000000001.svg`,
  }
  expect(heading(page)).toBe('Which account is for Cognito Starter?')
  expect(tokens.claims()).toMatchObject({ ...person, azp: 'local-google' })
  expect(tokens.claims()).not.toHaveProperty('hd')
  expect(profile).toEqual(person)
  expect(tokens.expires_in).toBe(3599)
})
