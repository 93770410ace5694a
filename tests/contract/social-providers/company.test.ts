import * as client from 'openid-client'
import { expect } from 'vitest'
import {
  discoverProvider,
  test,
  type RunningSocialProviders,
} from '../../support/social-providers/start-social-providers.ts'
import type { PageVisitor } from '../../support/managed-login/page-visitor.ts'

const authentications = [
  ['client_secret_basic', client.ClientSecretBasic],
  ['client_secret_post', client.ClientSecretPost],
] as const

async function discover(
  social: RunningSocialProviders,
  authentication: (secret?: string) => client.ClientAuth = client.ClientSecretBasic,
): Promise<client.Configuration> {
  const secret = social.parameters.OidcClientSecret
  return discoverProvider(social, 'company', 'local-company', authentication(secret))
}

/** A sign-in with all that OpenID Connect can check. */
async function signIn(
  social: RunningSocialProviders,
  visitor: PageVisitor,
  configuration: client.Configuration,
  parameters: Readonly<Record<string, string>> = {},
): Promise<client.TokenEndpointResponse & client.TokenEndpointResponseHelpers> {
  const pkceCodeVerifier = client.randomPKCECodeVerifier()
  const expectedState = client.randomState()
  const expectedNonce = client.randomNonce()
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: social.redirectUri,
    scope: 'openid email profile',
    state: expectedState,
    nonce: expectedNonce,
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    ...parameters,
  })
  const page = await visitor.submit(await visitor.open(url), 'Continue as Ada Lovelace')
  const checks = { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true }
  return client.authorizationCodeGrant(configuration, page.url, {
    ...checks,
    ...(parameters.max_age !== undefined && { maxAge: Number(parameters.max_age) }),
  })
}

test('the issuer of the template’s parameters is where discovery is', async ({ social }) => {
  const configuration = await discover(social)

  expect(configuration.serverMetadata()).toMatchObject({
    issuer: social.parameters.OidcIssuer,
    authorization_endpoint: `${social.url}/social/company/authorize`,
    token_endpoint: `${social.url}/social/company/token`,
    userinfo_endpoint: `${social.url}/social/company/userinfo`,
    jwks_uri: `${social.url}/social/company/jwks`,
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  })
})

test.for(authentications)(
  'somebody signs in with PKCE, state, nonce and %s',
  async ([, authentication], { social, visitor }) => {
    const configuration = await discover(social, authentication)

    const tokens = await signIn(social, visitor, configuration)
    const sub = tokens.claims()?.sub ?? ''
    const options = { method: 'POST' }
    const posted = await client.fetchProtectedResource(
      configuration,
      tokens.access_token,
      new URL(`${social.url}/social/company/userinfo`),
      options.method,
    )

    expect(tokens.claims()).toMatchObject({
      sub: 'employee-1815',
      name: 'Ada Lovelace',
      email: 'ada@example.com',
      email_verified: true,
    })
    expect(await posted.json()).toEqual(
      await client.fetchUserInfo(configuration, tokens.access_token, sub),
    )
  },
)

test('max_age lets nobody through who signed in too long ago', async ({ social, visitor }) => {
  const configuration = await discover(social)
  await signIn(social, visitor, configuration)
  social.runtime.clock.advance({ minutes: 5 })

  const tokens = await signIn(social, visitor, configuration, { max_age: '299' })

  const ageSeconds = social.runtime.clock.now() / 1000 - Number(tokens.claims()?.auth_time)
  expect(ageSeconds).toBeLessThan(299)
})

test('an answer comes by form_post to who asks for it', async ({ social, visitor }) => {
  const configuration = await discover(social)
  const state = client.randomState()
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: social.redirectUri,
    scope: 'openid',
    state,
    response_mode: 'form_post',
  })

  const page = await visitor.submit(await visitor.open(url), 'Continue as Ada Lovelace')
  const form = page.document.querySelector('form')
  const fields = [...(form?.querySelectorAll('input') ?? [])].map(({ name, value }) => [
    name,
    value,
  ])
  const body = new URLSearchParams(fields)
  const callback = new Request(form?.action ?? '', { method: 'POST', body })
  const tokens = await client.authorizationCodeGrant(configuration, callback, {
    expectedState: state,
  })

  expect(form?.action).toBe(social.redirectUri)
  expect(tokens.claims()).toMatchObject({ sub: 'employee-1815' })
})

test('the keys are public halves, and the same each time', async ({ social }) => {
  const jwks = () => fetch(`${social.url}/social/company/jwks`).then((response) => response.json())

  const { keys } = (await jwks()) as { keys: object[] }

  expect(keys).toEqual([expect.objectContaining({ kty: 'RSA', alg: 'RS256', use: 'sig' })])
  expect(keys[0]).not.toHaveProperty('d')
  expect(await jwks()).toEqual({ keys })
})

test('an answer of another issuer is refused by the client, since answers say whose they are', async ({
  social,
  visitor,
}) => {
  const configuration = await discover(social)
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: social.redirectUri,
    scope: 'openid',
  })
  const page = await visitor.submit(await visitor.open(url), 'Continue as Ada Lovelace')
  page.url.searchParams.set('iss', `${social.url}/social/google`)

  await expect(client.authorizationCodeGrant(configuration, page.url)).rejects.toThrow()
})
