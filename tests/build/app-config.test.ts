import { expect, test } from 'vitest'
import { readAppConfig } from '../../infra/build/app-config.ts'

const complete = {
  VITE_AWS_REGION: 'eu-west-1',
  VITE_USER_POOL_ID: 'eu-west-1_AbCdEfGhI',
  VITE_USER_POOL_CLIENT_ID: '1h57kf5cpq17m0eml12example',
}

function problemsOf(env: Record<string, string>, outputs?: string) {
  const config = readAppConfig(env, outputs)
  return config.kind === 'wrong' ? config.problems : []
}

test('no configuration at all is absent, so the local AWS may start', () => {
  expect(readAppConfig({}, undefined)).toEqual({ kind: 'absent' })
  expect(readAppConfig({ VITE_AWS_REGION: '  ' }, undefined)).toEqual({ kind: 'absent' })
})

test('region, pool and client are enough', () => {
  expect(readAppConfig(complete, undefined)).toEqual({
    kind: 'aws',
    source: '.env.local',
    document: {
      region: 'eu-west-1',
      userPoolId: 'eu-west-1_AbCdEfGhI',
      userPoolClientId: '1h57kf5cpq17m0eml12example',
      socialProviders: [],
      redirectSignIn: [],
      redirectSignOut: [],
    },
  })
})

test('a half-filled configuration names each missing key and where its value is found', () => {
  const problems = problemsOf({ VITE_USER_POOL_ID: 'eu-west-1_AbCdEfGhI' })

  expect(problems.map(({ key }) => key)).toEqual(['VITE_AWS_REGION', 'VITE_USER_POOL_CLIENT_ID'])
  expect(problems[1]?.where).toContain('App clients')
})

test.each([
  ['VITE_AWS_REGION', 'Ireland'],
  ['VITE_USER_POOL_ID', 'eu-west-1:AbCdEfGhI'],
  ['VITE_USER_POOL_CLIENT_ID', 'My-Client'],
  ['VITE_IDENTITY_POOL_ID', 'eu-west-1_AbCdEfGhI'],
  ['VITE_COGNITO_DOMAIN', 'https://my-app.auth.eu-west-1.amazoncognito.com'],
  ['VITE_S3_BUCKET', 'My_Bucket'],
  ['VITE_SOCIAL_PROVIDERS', 'google'],
  ['VITE_SOCIAL_PROVIDERS', 'COGNITO'],
  ['VITE_SOCIAL_PROVIDERS', 'Google,OIDC'],
  ['VITE_SOCIAL_PROVIDERS', 'Google,,Apple'],
  ['VITE_SOCIAL_PROVIDERS', 'My Company'],
  ['VITE_SOCIAL_PROVIDERS', 'my_company'],
])('%s is refused when it is %j', (key, value) => {
  const problems = problemsOf({ ...complete, [key]: value })

  expect(problems.map((problem) => problem.key)).toEqual([key])
  expect(problems[0]?.message).toContain(value)
})

test('providers are named in Amplify’s words, an OpenID provider in its own', () => {
  const providersOf = (VITE_SOCIAL_PROVIDERS: string) =>
    readAppConfig({ ...complete, VITE_SOCIAL_PROVIDERS }, undefined)

  expect(providersOf('Google, Facebook ,Apple,Amazon,Acme-Staff-2')).toMatchObject({
    document: { socialProviders: ['Google', 'Facebook', 'Apple', 'Amazon', 'Acme-Staff-2'] },
  })
  expect(providersOf('SignInWithApple,LoginWithAmazon,Apple')).toMatchObject({
    document: { socialProviders: ['Apple', 'Amazon'] },
  })
})

test('pools of another region than the configured one are named', () => {
  const problems = problemsOf({ ...complete, VITE_USER_POOL_ID: 'us-east-1_AbCdEfGhI' })

  expect(problems).toMatchObject([
    { key: 'VITE_USER_POOL_ID', message: expect.stringContaining('is in us-east-1') as string },
  ])
})

test('a bucket without an identity pool is a gap', () => {
  expect(problemsOf({ ...complete, VITE_S3_BUCKET: 'profiles' })).toMatchObject([
    { key: 'VITE_IDENTITY_POOL_ID' },
  ])
})

test('amplify_outputs.json is read when .env.local has nothing, its password policy with it', () => {
  const outputs = JSON.stringify({
    version: '1.4',
    auth: {
      aws_region: 'eu-west-1',
      user_pool_id: 'eu-west-1_AbCdEfGhI',
      user_pool_client_id: '1h57kf5cpq17m0eml12example',
      oauth: {
        domain: 'my-app.auth.eu-west-1.amazoncognito.com',
        identity_providers: ['GOOGLE', 'SIGN_IN_WITH_APPLE', 'SOMETHING_ELSE', 'SAML', 'Acme'],
      },
      password_policy: { min_length: 12, require_symbols: false },
    },
  })

  expect(readAppConfig({}, outputs)).toMatchObject({
    kind: 'aws',
    source: 'amplify_outputs.json',
    document: {
      domain: 'my-app.auth.eu-west-1.amazoncognito.com',
      socialProviders: ['Google', 'Apple', 'Acme'],
      passwordPolicy: { minimumLength: 12, requireSymbols: false, requireNumbers: true },
    },
  })
  expect(readAppConfig(complete, outputs)).toMatchObject({ source: '.env.local' })
})

test.each(['not json', '{}', '{"version":"2","auth":{}}'])(
  'an amplify_outputs.json that reads %j is wrong, not absent',
  (text) => {
    expect(readAppConfig({}, text).kind).toBe('wrong')
  },
)
