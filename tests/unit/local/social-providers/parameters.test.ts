import { expect, test } from 'vitest'
import { resetStore } from '../../../../local/core/store/kept-tables.ts'
import { createSocialProviders } from '../../../../local/social-providers/service.ts'
import { createTestRuntime, type TestRuntime } from '../../../support/core/test-runtime.ts'

const cognitoUrl = 'http://localhost:9229'

function providersOf(runtime: TestRuntime) {
  return createSocialProviders({ cognitoUrl, runtime, callbackUrls: () => [] })
}

test('client ids can be read, secrets are of this installation', async () => {
  const ours = await providersOf(createTestRuntime()).parameters()
  const others = await providersOf(createTestRuntime()).parameters()

  expect(ours).toMatchObject({
    GoogleClientId: 'local-google',
    FacebookClientId: 'local-facebook',
    AppleServicesId: 'local-apple',
    AppleTeamId: 'LOCALTEAM1',
    AppleKeyId: 'LOCALKEY01',
    AmazonClientId: 'local-amazon',
    OidcIssuer: `${cognitoUrl}/social/company`,
    OidcClientId: 'local-company',
  })
  const secrets = [
    'GoogleClientSecret',
    'FacebookClientSecret',
    'AmazonClientSecret',
    'OidcClientSecret',
  ]
  for (const name of secrets) {
    expect(ours[name]).toMatch(/^[0-9a-z]{40}$/)
    expect(ours[name]).not.toBe(others[name])
  }
  // Cognito takes 2,048 characters of a secret, CloudFormation 4,096 of a parameter.
  expect(ours.ApplePrivateKey).toMatch(/^[\w+/=]{100,300}$/)
  expect(ours.ApplePrivateKey).not.toBe(others.ApplePrivateKey)
})

test('they are the same at the next start and after a reset', async () => {
  const runtime = createTestRuntime()
  const before = await providersOf(runtime).parameters()

  resetStore(runtime.store)

  expect(await providersOf(runtime).parameters()).toEqual(before)
})

test('two who ask first at once are told the same', async () => {
  const providers = providersOf(createTestRuntime())

  const [first, second] = await Promise.all([providers.parameters(), providers.parameters()])

  expect(first).toEqual(second)
})

test('nothing stands in for the rest of a provider that is turned off', async () => {
  const parameters = await providersOf(createTestRuntime()).parameters({
    AppleKeyId: '',
    OidcIssuer: 'https://id.example',
    GoogleClientSecret: 'mine',
  })

  expect(Object.keys(parameters).filter((name) => name.startsWith('Apple'))).toEqual([])
  expect(parameters).toHaveProperty('OidcClientId')
  expect(parameters).toHaveProperty('GoogleClientId')
})

test('addresses are as federation is told', () => {
  const { endpoints, handles } = providersOf(createTestRuntime())

  expect(endpoints.Google).toEqual({
    issuer: `${cognitoUrl}/social/google`,
    authorizeUrl: `${cognitoUrl}/social/google/authorize`,
    tokenUrl: `${cognitoUrl}/social/google/token`,
    userInfoUrl: `${cognitoUrl}/social/google/userinfo`,
    jwksUri: `${cognitoUrl}/social/google/jwks`,
  })
  expect(endpoints.Facebook.userInfoUrl).toBe(`${cognitoUrl}/social/facebook/me`)
  expect(handles('/social/google/authorize')).toBe(true)
  expect(handles('/socialite')).toBe(false)
})
