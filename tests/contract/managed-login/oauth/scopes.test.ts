import {
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  InitiateAuthCommand,
  UpdateUserAttributesCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { decodeJwt } from 'jose'
import * as client from 'openid-client'
import { expect } from 'vitest'
import { editTemplate } from '../../../support/template/edit-template.ts'
import {
  discover,
  loginOf,
  signInAt,
  startLogin,
} from '../../../support/managed-login/managed-login.ts'
import { createPageVisitor } from '../../../support/managed-login/page-visitor.ts'
import { addPerson } from '../../../support/user-pools/people-in-pool.ts'
import { test as base } from '../../../support/stand-in.ts'

const ada = { email: 'ada@example.com', password: 'Correct-Horse-1' }
const apiScope = 'aws.cognito.signin.user.admin'

/** Ada has a name and a company too. */
const test = base.extend<{ ada: undefined }>({
  ada: [
    async ({ standIn, cognito }, use) => {
      await addPerson(standIn, cognito, ada)
      const { AuthenticationResult } = await cognito.send(
        new InitiateAuthCommand({
          ClientId: standIn.config.userPoolClientId,
          AuthFlow: 'USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME: ada.email, PASSWORD: ada.password },
        }),
      )
      await cognito.send(
        new UpdateUserAttributesCommand({
          AccessToken: AuthenticationResult!.AccessToken,
          UserAttributes: [
            { Name: 'name', Value: 'Ada' },
            { Name: 'custom:company', Value: 'Engines' },
          ],
        }),
      )
      await use(undefined)
    },
    { auto: true },
  ],
})

const mail = { email: ada.email, email_verified: true }
const person = { name: 'Ada', 'custom:company': 'Engines' }

test.for([
  ['openid', { ...mail, ...person }],
  [`openid ${apiScope}`, { ...mail, ...person }],
  ['openid email', mail],
  ['openid profile', person],
  ['openid email profile', { ...mail, ...person }],
] as const)(
  'with the scopes %s an ID token and userInfo say just that',
  async ([scope, expected], { standIn }) => {
    const { configuration, tokens } = await loginOf(standIn, ada, { scope })
    const claims = tokens.claims()!
    const info = await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)

    const names = ['email', 'email_verified', 'name', 'custom:company']
    const pick = (from: object) =>
      Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)))
    expect(pick(claims)).toEqual(expected)
    expect(pick(info)).toEqual(
      'email' in expected ? { ...expected, email_verified: 'true' } : expected,
    )
  },
)

test('without scopes in the request all of the client are granted', async ({
  standIn,
  cognito,
}) => {
  const visitor = createPageVisitor()
  const configuration = await discover(standIn)
  const { url, checks } = await startLogin(configuration, standIn)
  url.searchParams.delete('scope')

  const callback = await signInAt(visitor, url, ada)
  const tokens = await client.authorizationCodeGrant(configuration, callback, checks)

  expect(decodeJwt(tokens.access_token)['scope']).toBe(`openid email profile ${apiScope}`)
  const AccessToken = tokens.access_token
  expect(await cognito.send(new GetUserCommand({ AccessToken }))).toMatchObject({
    Username: tokens.claims()!.sub,
  })
})

test('without openid there is no ID token, and userInfo answers nothing', async ({ standIn }) => {
  const configuration = await discover(standIn)
  const { url, checks } = await startLogin(configuration, standIn, { scope: apiScope })
  const { pkceCodeVerifier, expectedState } = checks
  const callback = await signInAt(createPageVisitor(), url, ada)

  const tokens = await client.authorizationCodeGrant(configuration, callback, {
    pkceCodeVerifier: pkceCodeVerifier!,
    expectedState: expectedState!,
  })

  expect(tokens.id_token).toBeUndefined()
  const headers = { authorization: `Bearer ${tokens.access_token}` }
  expect((await fetch(`${standIn.url}/oauth2/userInfo`, { headers })).status).toBe(401)
})

test('the user pool refuses a token without its scope', async ({ standIn, cognito }) => {
  const { tokens } = await loginOf(standIn, ada, { scope: 'openid email' })

  await expect(
    cognito.send(new GetUserCommand({ AccessToken: tokens.access_token })),
  ).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Access Token does not have required scopes',
  })
})

test('a refresh by the API keeps what was granted', async ({ standIn, cognito }) => {
  const { tokens } = await loginOf(standIn, ada, { scope: 'openid email' })

  const { AuthenticationResult } = await cognito.send(
    new GetTokensFromRefreshTokenCommand({
      ClientId: standIn.config.userPoolClientId,
      RefreshToken: tokens.refresh_token,
    }),
  )

  const { AccessToken = '', IdToken = '' } = AuthenticationResult!
  expect(decodeJwt(AccessToken)).toMatchObject({ scope: 'openid email', version: 2 })
  expect(decodeJwt(IdToken)).toMatchObject({ email: ada.email })
  expect(decodeJwt(IdToken)).not.toHaveProperty('name')
  // OpenID Connect Core 1.0, section 12.2: a refreshed ID token should have none.
  expect(decodeJwt(IdToken)).not.toHaveProperty('nonce')
})

test('an ID token is bound to its access token and to the request', async ({ standIn }) => {
  const { tokens, checks } = await loginOf(standIn, ada)

  const bytes = new TextEncoder().encode(tokens.access_token)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

  expect(tokens.claims()!['at_hash']).toBe(Buffer.from(hash.subarray(0, 16)).toString('base64url'))
  expect(tokens.claims()!.nonce).toBe(checks.expectedNonce)
})

test('the implicit flow puts tokens into the fragment, and no refresh token', async ({
  standIn,
}) => {
  editTemplate(standIn, ['AllowedOAuthFlows: [code]', 'AllowedOAuthFlows: [code, implicit]'])
  const { url } = await startLogin(await discover(standIn), standIn, { response_type: 'token' })

  const callback = await signInAt(createPageVisitor(), url, ada)
  const answer = new URLSearchParams(callback.hash.slice(1))

  expect(callback.search).toBe('')
  expect([...answer.keys()].toSorted()).toEqual([
    'access_token',
    'expires_in',
    'id_token',
    'state',
    'token_type',
  ])
  expect(decodeJwt(answer.get('id_token') ?? '')['nonce']).toBe(url.searchParams.get('nonce'))
})
