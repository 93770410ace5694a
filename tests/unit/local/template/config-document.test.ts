import { expect, test } from 'vitest'
import { configDocument, missingOutputs } from '../../../../local/template/config-document.ts'

const outputs = {
  Region: 'eu-west-1',
  UserPoolId: 'eu-west-1_AbCdEfGhI',
  UserPoolClientId: '1example23456789',
  IdentityPoolId: 'eu-west-1:0f1e2d3c-4b5a-4697-8899-aabbccddeeff',
  Domain: 'acme.auth.eu-west-1.amazoncognito.com',
  Bucket: 'profiles',
  SocialProviders: 'Google,Facebook',
  RedirectSignIn: 'http://localhost:5173/callback,https://app.example.com/callback',
  RedirectSignOut: '',
}

const local = {
  userPoolEndpoint: 'http://localhost:9229/',
  identityPoolEndpoint: 'http://localhost:9229/',
  domainUrl: 'http://localhost:9229',
  s3Endpoint: 'http://localhost:9230',
  consoleUrl: 'http://localhost:9229/_local',
}

test('outputs become the document, lists split at their commas', () => {
  expect(configDocument({ outputs })).toEqual({
    region: 'eu-west-1',
    userPoolId: 'eu-west-1_AbCdEfGhI',
    userPoolClientId: '1example23456789',
    identityPoolId: 'eu-west-1:0f1e2d3c-4b5a-4697-8899-aabbccddeeff',
    domain: 'acme.auth.eu-west-1.amazoncognito.com',
    bucket: 'profiles',
    socialProviders: ['Google', 'Facebook'],
    redirectSignIn: ['http://localhost:5173/callback', 'https://app.example.com/callback'],
    redirectSignOut: [],
  })
})

test('on the local AWS the domain is the local host and port, and the endpoints are there', () => {
  expect(configDocument({ outputs }, local)).toMatchObject({ domain: 'localhost:9229', local })
})

test('identity pool, domain and bucket are there where they are, as in .env.local', () => {
  const { IdentityPoolId: _pool, Domain: _domain, Bucket, SocialProviders: _all, ...rest } = outputs
  const document = configDocument({ outputs: { ...rest, Bucket: '' } }, local)

  expect(Bucket).toBe('profiles')
  for (const key of ['identityPoolId', 'domain', 'bucket']) expect(document).not.toHaveProperty(key)
  expect(document.socialProviders).toEqual([])
  expect(missingOutputs({ ...rest, Bucket: '' })).toEqual([])
})

test('all outputs that a template lacks are named, each with what it is', () => {
  expect(missingOutputs({ Bucket: 'profiles', SocialProviders: 'Google' })).toEqual([
    expect.stringMatching(/needs the output Region: the region/),
    expect.stringMatching(/needs the output UserPoolId: the user pool/),
    expect.stringMatching(/needs the output UserPoolClientId: the app client/),
    expect.stringMatching(/Bucket is of no use without the output IdentityPoolId/),
    expect.stringMatching(/SocialProviders is of no use without the output Domain/),
  ])
  expect(missingOutputs(outputs)).toEqual([])
})
