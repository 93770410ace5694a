import { expect, test } from 'vitest'
import { readAppConfig } from '../../infra/build/configuration/app-config.ts'
import { fixture, read, problemsOf } from './amplify-outputs-fixtures.ts'

const passwordPolicy = {
  minimumLength: 8,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSymbols: true,
}

test('a project with auth alone has an identity pool, and neither a domain nor a bucket', () => {
  expect(read(fixture('auth'))).toEqual({
    kind: 'aws',
    source: 'amplify_outputs.json',
    notes: [],
    document: {
      region: 'eu-west-1',
      userPoolId: 'eu-west-1_AbCdEfGhI',
      userPoolClientId: '1h57kf5cpq17m0eml12example',
      identityPoolId: 'eu-west-1:12345678-90ab-cdef-1234-567890abcdef',
      socialProviders: [],
      redirectSignIn: [],
      redirectSignOut: [],
      passwordPolicy,
      requiredAttributes: ['email'],
    },
  })
})

test('a project with storage has its bucket', () => {
  expect(read(fixture('auth-storage'))).toMatchObject({
    notes: [],
    document: { bucket: 'amplify-starter-ada-sandbo-profilesbucket1f2e3d4c-abcdefghijkl' },
  })
})

test('providers, the domain and the redirect lists are taken, those of a phone app left out', () => {
  expect(read(fixture('social'))).toMatchObject({
    notes: [],
    document: {
      domain: '0a1b2c3d4e5f60718293.auth.eu-west-1.amazoncognito.com',
      socialProviders: ['Google', 'Facebook', 'Amazon', 'Apple'],
      redirectSignIn: ['http://localhost:5173/', 'https://main.d1example2345.amplifyapp.com/'],
      redirectSignOut: ['http://localhost:5173/', 'https://main.d1example2345.amplifyapp.com/'],
    },
  })
})

test('a domain of one’s own and an OpenID provider of one’s own are taken', () => {
  expect(read(fixture('custom-domain'))).toMatchObject({
    notes: [],
    document: {
      domain: 'login.example.com',
      socialProviders: ['Google', 'Acme'],
      redirectSignIn: ['https://app.example.com/callback'],
      passwordPolicy: { minimumLength: 12, requireSymbols: false },
    },
  })
})

test.each(['1', '1.1', '1.2', '1.3', '1.4', '1.5'])('version %s is read', (version) => {
  expect(read({ ...fixture('auth'), version }).document.region).toBe('eu-west-1')
})

test('.env.local comes first', () => {
  const env = {
    VITE_AWS_REGION: 'us-east-1',
    VITE_USER_POOL_ID: 'us-east-1_AbCdEfGhI',
    VITE_USER_POOL_CLIENT_ID: '1h57kf5cpq17m0eml12example',
  }

  expect(readAppConfig(env, JSON.stringify(fixture('social')))).toMatchObject({
    source: '.env.local',
    document: { region: 'us-east-1', redirectSignIn: [] },
  })
})

test('what is wrong is named by its place in the file', () => {
  const { auth, ...rest } = fixture('auth-storage')
  const { user_pool_client_id: _, ...half } = auth

  expect(problemsOf({ ...rest, auth: { ...half, user_pool_id: 'pool' } })).toMatchObject([
    { key: 'auth.user_pool_id' },
    { key: 'auth.user_pool_client_id' },
  ])
})

test('a bucket in another region than the pool is named', () => {
  const { storage, ...rest } = fixture('auth-storage')

  expect(problemsOf({ ...rest, storage: { ...storage, aws_region: 'us-east-1' } })).toMatchObject([
    { key: 'storage.aws_region', message: expect.stringContaining('eu-west-1') as string },
  ])
})

test('providers without a domain are none: such a project has no address to leave for', () => {
  const outputs = fixture('social')
  const oauth = { ...outputs.auth.oauth, domain: '' }

  const { document } = read({ ...outputs, auth: { ...outputs.auth, oauth } })

  expect(document.socialProviders).toEqual([])
  expect(document).not.toHaveProperty('domain')
})

test('without a password policy in the file the app ticks none', () => {
  const outputs = fixture('auth')
  const { password_policy: _, ...auth } = outputs.auth

  expect(read({ ...outputs, auth }).document).not.toHaveProperty('passwordPolicy')
})

test.each([
  [['SMS'], 1],
  [[], 1],
  [['SMS', 'TOTP'], 0],
  [['EMAIL'], 0],
])('of a required second factor by %j there is something to say: %d', (mfa_methods, count) => {
  const outputs = fixture('auth')
  const auth = { ...outputs.auth, mfa_configuration: 'REQUIRED', mfa_methods }

  expect(read({ ...outputs, auth }).notes).toHaveLength(count)
})

test('an address is a page’s however its scheme is written, and one that no URL is none', () => {
  const outputs = fixture('social')
  const registered = ['HTTPS://app.example.com/callback', 'demoapp://callback/', 'https://']
  const oauth = { ...outputs.auth.oauth, redirect_sign_in_uri: registered }

  expect(read({ ...outputs, auth: { ...outputs.auth, oauth } }).document).toMatchObject({
    redirectSignIn: ['HTTPS://app.example.com/callback'],
  })
})

test.each([
  [{ username_attributes: ['phone_number'] }, /loginWith\.email/],
  [{ standard_required_attributes: ['email', 'family_name'] }, /requires family_name/],
  [{ mfa_configuration: 'REQUIRED' }, /second factor/],
])('what the app cannot use is said, and does not stop it: %j', (change, note) => {
  const outputs = fixture('auth')

  expect(read({ ...outputs, auth: { ...outputs.auth, ...change } }).notes).toEqual([
    expect.stringMatching(note),
  ])
})

test.each([
  [{ redirect_sign_in_uri: ['demoapp://callback/'] }],
  [{ redirect_sign_out_uri: ['demoapp://signout/'] }],
  [{ redirect_sign_in_uri: ['a://b/'], redirect_sign_out_uri: ['a://c/', 'http://'] }],
])('a project whose addresses are a phone app’s alone has no button, and says so: %j', (change) => {
  const outputs = fixture('social')
  const oauth = { ...outputs.auth.oauth, ...change }

  const { document, notes } = read({ ...outputs, auth: { ...outputs.auth, oauth } })

  expect(document).not.toHaveProperty('domain')
  expect(document.socialProviders).toEqual([])
  expect(notes).toEqual([expect.stringContaining('none is a web page’s')])
})

test('a scope that the app asks for and the project does not allow is said', () => {
  const outputs = fixture('social')
  const oauth = { ...outputs.auth.oauth, scopes: ['openid', 'email', 'profile'] }

  expect(read({ ...outputs, auth: { ...outputs.auth, oauth } }).notes).toEqual([
    expect.stringContaining('asks for aws.cognito.signin.user.admin'),
  ])
})

test.each([
  [{ 'profile-pictures/${cognito-identity.amazonaws.com:sub}/*': { entityidentity: ['get'] } }],
  [{ 'users/*': { authenticated: ['get', 'list', 'write', 'delete'] } }],
  [{ 'users/${cognito-identity.amazonaws.com:sub}/*': { entityidentity: ['get', 'list'] } }],
])('a bucket whose rules keep people from their own objects is said: %j', (paths) => {
  const outputs = fixture('auth-storage')
  const [bucket] = outputs.storage!['buckets'] as object[]
  const storage = { ...outputs.storage, buckets: [{ ...bucket, paths }] }

  expect(read({ ...outputs, storage }).notes).toEqual([
    expect.stringContaining("'users/{entity_id}/*'"),
  ])
})

test('older files that do not tell the rules are believed', () => {
  const outputs = fixture('auth-storage')
  const { buckets: _, ...storage } = outputs.storage ?? {}

  expect(read({ ...outputs, version: '1', storage }).notes).toEqual([])
})

test('an Amplify project says what people may sign in with, in words of its own', () => {
  const outputs = fixture('auth')
  const factorsOf = (change: object) => {
    const config = read({ ...outputs, auth: { ...outputs.auth, ...change } })
    return config.document.factors
  }

  expect(
    factorsOf({
      mfa_configuration: 'OPTIONAL',
      mfa_methods: ['TOTP', 'SMS', 'EMAIL'],
      passwordless: {
        email_otp_enabled: true,
        sms_otp_enabled: false,
        web_authn: { relying_party_id: 'app.example.com', user_verification: 'required' },
      },
    }),
  ).toEqual({
    first: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'],
    mfa: 'OPTIONAL',
    second: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA', 'EMAIL_OTP'],
    relyingParty: 'app.example.com',
  })
  expect(factorsOf({ mfa_configuration: 'NONE', mfa_methods: ['SMS'] })).toBeUndefined()
  expect(factorsOf({ mfa_configuration: 'NONE', passwordless: { sms_otp_enabled: true } })).toEqual(
    { first: ['PASSWORD', 'SMS_OTP'], mfa: 'OFF', second: [] },
  )
})

test('the attributes that a project adds to the file are told, and wrong ones named', () => {
  const outputs = fixture('auth')
  const userAttributes = [{ name: 'email', required: true }, { name: 'custom:team' }]

  expect(read({ ...outputs, custom: { userAttributes } }).document.userAttributes).toEqual(
    userAttributes,
  )
  expect(read({ ...outputs, custom: { API: {} } }).document).not.toHaveProperty('userAttributes')
  expect(
    readAppConfig({}, JSON.stringify({ ...outputs, custom: { userAttributes: ['email'] } })),
  ).toMatchObject({ kind: 'wrong', problems: [{ key: 'custom.userAttributes' }] })
})
