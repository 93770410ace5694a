import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { expect, test } from 'vitest'
import { readAppConfig } from '../../infra/build/configuration/app-config.ts'
import { envKeys } from '../../infra/build/configuration/env-keys.ts'
import { ConfigError } from '../../src/config/config-error.ts'
import { parseConfig } from '../../src/config/parse-config.ts'

/** Region, pool and client, and so all that signing in needs. */
const complete = {
  VITE_AWS_REGION: 'eu-west-1',
  VITE_USER_POOL_ID: 'eu-west-1_AbCdEfGhI',
  VITE_USER_POOL_CLIENT_ID: '1h57kf5cpq17m0eml12example',
}

const whole = {
  ...complete,
  VITE_IDENTITY_POOL_ID: 'eu-west-1:12345678-90ab-cdef-1234-567890abcdef',
  VITE_COGNITO_DOMAIN: 'my-app.auth.eu-west-1.amazoncognito.com',
  VITE_S3_BUCKET: 'my-app-profiles',
  VITE_SOCIAL_PROVIDERS: 'Google',
}

/** Members of `/config.json` that the app itself names as wrong. */
function wrongInPage(json: object): string[] {
  try {
    parseConfig(json)
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.problems.flatMap((problem) => ('key' in problem ? problem.key : problem.kind))
  }
}

function documentOf(env: Record<string, string>) {
  const config = readAppConfig(env, undefined)
  if (config.kind !== 'aws') throw new Error('Not taken')
  return config.document
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
    notes: [],
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
  const problems = problemsOf({ ...whole, [key]: value })

  expect(problems.map((problem) => problem.key)).toEqual([key])
  expect(problems[0]?.message).toContain(value)
})

test.each([
  ['VITE_AWS_REGION', 'Ireland'],
  ['VITE_USER_POOL_ID', 'eu-west-1:AbCdEfGhI'],
  ['VITE_USER_POOL_ID', 'us-east-1_AbCdEfGhI'],
  ['VITE_USER_POOL_CLIENT_ID', 'My-Client'],
  ['VITE_IDENTITY_POOL_ID', 'eu-west-1_AbCdEfGhI'],
  ['VITE_COGNITO_DOMAIN', 'https://my-app.auth.eu-west-1.amazoncognito.com'],
  ['VITE_COGNITO_DOMAIN', 'my-app'],
  ['VITE_S3_BUCKET', 'My_Bucket'],
  ['VITE_SOCIAL_PROVIDERS', 'google'],
] as const)('the app names the same in /config.json: %s as %j', (key, value) => {
  const member = envKeys[key]
  const written = member === 'socialProviders' ? value.split(',') : value

  expect(problemsOf({ ...whole, [key]: value }).map((problem) => problem.key)).toEqual([key])
  expect(wrongInPage({ ...documentOf(whole), [member]: written })).toEqual([member])
})

test.each([
  ['VITE_IDENTITY_POOL_ID', 'VITE_S3_BUCKET'],
  ['VITE_COGNITO_DOMAIN', 'VITE_SOCIAL_PROVIDERS'],
] as const)('the app misses %s in /config.json, too, where there is %s', (needed, _by) => {
  const { [envKeys[needed]]: _, ...rest } = documentOf(whole)

  expect(wrongInPage(rest)).toEqual([envKeys[needed]])
})

test('what is taken here the app takes, as it is', () => {
  for (const env of [complete, whole]) {
    const document = documentOf(env)
    expect(parseConfig(JSON.parse(JSON.stringify(document)))).toEqual(document)
  }
})

test('providers are named in Amplify’s words, an OpenID provider in its own', () => {
  const providersOf = (VITE_SOCIAL_PROVIDERS: string) =>
    readAppConfig({ ...whole, VITE_SOCIAL_PROVIDERS }, undefined)

  expect(providersOf('Google, Facebook ,Apple,Amazon,Acme-Staff-2')).toMatchObject({
    document: { socialProviders: ['Google', 'Facebook', 'Apple', 'Amazon', 'Acme-Staff-2'] },
  })
  expect(providersOf('SignInWithApple,LoginWithAmazon,Apple')).toMatchObject({
    document: { socialProviders: ['Apple', 'Amazon'] },
  })
})

test('a region of the European Sovereign Cloud is no malformed one, and what Amplify lacks is said', () => {
  const env = {
    ...complete,
    VITE_AWS_REGION: 'eusc-de-east-1',
    VITE_USER_POOL_ID: 'eusc-de-east-1_AbCdEfGhI',
  }
  const config = readAppConfig(env, undefined)

  expect(config).toMatchObject({
    kind: 'aws',
    notes: [expect.stringMatching(/aws-amplify 6\.22\.1.*eusc-de-east-1.*amazonaws\.eu/)],
  })
  expect(problemsOf({ ...env, VITE_AWS_REGION: 'eusx-de-east-1' })).toMatchObject([
    { key: 'VITE_AWS_REGION' },
  ])
})

test('pools of another region than the configured one are named', () => {
  const problems = problemsOf({ ...complete, VITE_USER_POOL_ID: 'us-east-1_AbCdEfGhI' })

  expect(problems).toMatchObject([
    { key: 'VITE_USER_POOL_ID', message: expect.stringContaining('is in us-east-1') as string },
  ])
})

test('a malformed client id does not hide that the region is another than the pool’s', () => {
  const env = {
    VITE_AWS_REGION: 'us-east-1',
    VITE_USER_POOL_ID: 'eu-west-1_AbCdEfGhI',
    VITE_USER_POOL_CLIENT_ID: 'My-Client',
    VITE_COGNITO_DOMAIN: 'my-app.auth.eu-west-2.amazoncognito.com',
    VITE_S3_BUCKET: 'my-app-profiles',
  }

  expect(problemsOf(env).map(({ key }) => key)).toEqual([
    'VITE_USER_POOL_CLIENT_ID',
    'VITE_USER_POOL_ID',
    'VITE_COGNITO_DOMAIN',
    'VITE_IDENTITY_POOL_ID',
  ])
})

test('a domain of another region is named, one of one’s own names none', () => {
  const inRegion = (VITE_COGNITO_DOMAIN: string) => problemsOf({ ...complete, VITE_COGNITO_DOMAIN })

  expect(inRegion('my-app.auth.us-east-1.amazoncognito.com')).toMatchObject([
    { key: 'VITE_COGNITO_DOMAIN', message: expect.stringContaining('is in us-east-1') as string },
  ])
  expect(inRegion('login.example.com')).toEqual([])
})

test.each([
  ['VITE_S3_BUCKET', 'VITE_IDENTITY_POOL_ID'],
  ['VITE_SOCIAL_PROVIDERS', 'VITE_COGNITO_DOMAIN'],
] as const)('%s without %s is a gap, and both ways out are said', (key, needed) => {
  const problems = problemsOf({ ...complete, [key]: whole[key] })

  expect(problems).toMatchObject([{ key: needed }])
  expect(problems[0]?.message).toContain(`take ${key} out`)
})

test.each([
  [],
  ['VITE_COGNITO_DOMAIN'],
  ['VITE_COGNITO_DOMAIN', 'VITE_SOCIAL_PROVIDERS'],
  ['VITE_IDENTITY_POOL_ID'],
  ['VITE_IDENTITY_POOL_ID', 'VITE_S3_BUCKET'],
] as const)('beside region, pool and client these are enough: %j', (...keys) => {
  const more = Object.fromEntries(keys.map((key) => [key, whole[key]]))

  expect(problemsOf({ ...complete, ...more })).toEqual([])
})

test('.env.example has every key, and copied as it is each is named', () => {
  const text = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')
  const env = parseEnv(text) as Record<string, string>

  expect(Object.keys(env).toSorted()).toEqual(Object.keys(envKeys).toSorted())
  expect(
    problemsOf(env)
      .map(({ key }) => key)
      .toSorted(),
  ).toEqual(Object.keys(env).toSorted())
})

test('what people may sign in with is told by kind, and not at all where nothing says so', () => {
  expect(documentOf(whole)).not.toHaveProperty('factors')
  expect(
    documentOf({
      ...whole,
      VITE_FIRST_FACTORS: 'PASSWORD, WEB_AUTHN,EMAIL_OTP',
      VITE_MFA: 'OPTIONAL',
      VITE_SECOND_FACTORS: 'SOFTWARE_TOKEN_MFA',
      VITE_RELYING_PARTY: 'app.example.com',
      VITE_REMEMBER_DEVICES: 'ASK',
    }),
  ).toMatchObject({
    factors: {
      first: ['PASSWORD', 'WEB_AUTHN', 'EMAIL_OTP'],
      mfa: 'OPTIONAL',
      second: ['SOFTWARE_TOKEN_MFA'],
      relyingParty: 'app.example.com',
      devices: 'ASK',
    },
  })
  expect(documentOf({ ...whole, VITE_SECOND_FACTORS: 'SMS_MFA' })).toMatchObject({
    factors: { first: ['PASSWORD'], mfa: 'OPTIONAL', second: ['SMS_MFA'] },
  })
  expect(
    documentOf({ ...whole, VITE_MFA: 'ON', VITE_REMEMBER_DEVICES: 'OFF' }).factors,
  ).not.toHaveProperty('devices')
})

test('what the pool keeps of people is told as its output says it', () => {
  const attributes = [
    { name: 'email', required: true },
    { name: 'phone_number', sendsCode: false },
    { name: 'custom:age', type: 'Number', minValue: 0, writable: false },
  ]

  expect(documentOf(whole)).not.toHaveProperty('userAttributes')
  expect(
    documentOf({ ...whole, VITE_USER_ATTRIBUTES: JSON.stringify(attributes) }).userAttributes,
  ).toEqual(attributes)
})

test.each([
  'email,name',
  '[]',
  '{"name":"email"}',
  '["email"]',
  '[{"required":true}]',
  '[{"name":"email","required":"yes"}]',
  '[{"name":"email","type":"Text"}]',
  '[{"name":"email","maxLength":"80"}]',
  '[{"name":"email","length":80}]',
])('attributes that are %s are named', (VITE_USER_ATTRIBUTES) => {
  expect(problemsOf({ ...whole, VITE_USER_ATTRIBUTES }).map(({ key }) => key)).toEqual([
    'VITE_USER_ATTRIBUTES',
  ])
})

test.each([
  ['VITE_FIRST_FACTORS', 'PASSKEY'],
  ['VITE_MFA', 'REQUIRED'],
  ['VITE_SECOND_FACTORS', 'TOTP'],
  ['VITE_RELYING_PARTY', 'https://app.example.com'],
  ['VITE_REMEMBER_DEVICES', 'true'],
] as const)('%s of %j is named with what it should look like', (key, value) => {
  const [problem, ...more] = problemsOf({ ...whole, [key]: value })

  expect(problem).toMatchObject({ key })
  expect(problem?.message).toMatch(/should look like .+, or not be there/)
  expect(problem?.where).toContain('Sign-in')
  expect(more).toEqual([])
})
