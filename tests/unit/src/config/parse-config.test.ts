import { expect, test } from 'vitest'
import { ConfigError } from '../../../../src/config/config-error.ts'
import { parseConfig } from '../../../../src/config/parse-config.ts'

const good = {
  region: 'eu-central-1',
  userPoolId: 'eu-central-1_AbCdEfGhI',
  userPoolClientId: '3n4b5urk1ft4fl3mg5e62d9ado',
  identityPoolId: 'eu-central-1:7c4f0e1c-2a5b-4e1d-9a0c-0d9b6f1c2e3a',
  domain: 'your-prefix.auth.eu-central-1.amazoncognito.com',
  bucket: 'your-profiles',
  socialProviders: [],
  redirectSignIn: ['https://app.example/callback'],
  redirectSignOut: [],
}

function problemsOf(json: unknown) {
  try {
    parseConfig(json)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

test('reads a whole configuration', () => {
  const passwordPolicy = {
    minimumLength: 12,
    requireLowercase: true,
    requireUppercase: false,
    requireNumbers: true,
    requireSymbols: false,
  }

  expect(parseConfig({ ...good, passwordPolicy })).toEqual({ ...good, passwordPolicy })
})

test.for([
  ['requireLowercase', 'true'],
  ['requireUppercase', 1],
  ['requireNumbers', {}],
  ['requireSymbols', ['yes']],
])('a passwordPolicy whose %s is %j is refused by that name', ([name = '', flag]) => {
  const passwordPolicy = { minimumLength: 8, [name as string]: flag }

  expect(problemsOf({ ...good, passwordPolicy })).toEqual([
    {
      kind: 'malformed',
      key: `passwordPolicy.${name as string}`,
      value: typeof flag === 'string' ? flag : JSON.stringify(flag),
    },
  ])
})

test('what a passwordPolicy does not name is not required', () => {
  const passwordPolicy = { minimumLength: 8, requireNumbers: null }

  expect(parseConfig({ ...good, passwordPolicy }).passwordPolicy).toEqual({
    minimumLength: 8,
    requireLowercase: false,
    requireUppercase: false,
    requireNumbers: false,
    requireSymbols: false,
  })
})

test('does without what an app that only signs people in does not need', () => {
  const { identityPoolId: _pool, domain: _domain, bucket: _bucket, ...needed } = good

  expect(parseConfig(needed)).toEqual(needed)
})

test('names every missing and every malformed key at once', () => {
  const json = { ...good, region: '', userPoolId: 'AbCdEfGhI', redirectSignIn: ['/callback'] }

  expect(problemsOf(json)).toEqual([
    { kind: 'missing', key: 'region' },
    { kind: 'malformed', key: 'userPoolId', value: 'AbCdEfGhI' },
    { kind: 'malformed', key: 'redirectSignIn', value: '["/callback"]' },
  ])
})

test('one malformed key does not hide what the others do not fit in', () => {
  const { identityPoolId: _pool, domain: _domain, ...rest } = good
  const json = { ...rest, region: 'us-east-1', userPoolClientId: 'My-Client' }

  expect(problemsOf(json)).toEqual([
    { kind: 'malformed', key: 'userPoolClientId', value: 'My-Client' },
    { kind: 'other-region', key: 'userPoolId', value: good.userPoolId, region: 'us-east-1' },
    { kind: 'needed', key: 'identityPoolId', by: 'bucket' },
  ])
})

test.each(['identityPoolId', 'domain'])('a malformed %s is not called missing besides', (key) => {
  const json = { ...good, socialProviders: ['Google'], [key]: 'no, not this' }

  expect(problemsOf(json)).toEqual([{ kind: 'malformed', key, value: 'no, not this' }])
})

test('notices a pool of another region', () => {
  expect(problemsOf({ ...good, region: 'us-east-1' })).toEqual([
    { kind: 'other-region', key: 'userPoolId', value: good.userPoolId, region: 'us-east-1' },
    {
      kind: 'other-region',
      key: 'identityPoolId',
      value: good.identityPoolId,
      region: 'us-east-1',
    },
    { kind: 'other-region', key: 'domain', value: good.domain, region: 'us-east-1' },
  ])
})

test('a domain is a host: a scheme would be spelled twice', () => {
  const domain = `https://${good.domain}`

  expect(problemsOf({ ...good, domain })).toEqual([
    { kind: 'malformed', key: 'domain', value: domain },
  ])
})

test('a domain of one’s own names no region', () => {
  expect(problemsOf({ ...good, domain: 'login.example.com' })).toEqual([])
})

test('the prefix alone is no domain', () => {
  expect(problemsOf({ ...good, domain: 'your-prefix' })).toMatchObject([{ key: 'domain' }])
})

test('what is of no use without another key names that key', () => {
  expect(
    problemsOf({
      ...good,
      identityPoolId: undefined,
      domain: undefined,
      socialProviders: ['Google'],
    }),
  ).toEqual([
    { kind: 'needed', key: 'identityPoolId', by: 'bucket' },
    { kind: 'needed', key: 'domain', by: 'socialProviders' },
  ])
})

test('a provider that Cognito would not know by this name is named', () => {
  expect(problemsOf({ ...good, socialProviders: ['google'] })).toEqual([
    { kind: 'malformed', key: 'socialProviders', value: '["google"]' },
  ])
})

test('a half-filled local part is no local AWS', () => {
  const local = { userPoolEndpoint: 'http://localhost:9229/' }

  expect(problemsOf({ ...good, local }).map((problem) => 'key' in problem && problem.key)).toEqual([
    'local.identityPoolEndpoint',
    'local.domainUrl',
    'local.s3Endpoint',
    'local.consoleUrl',
  ])
})

test.each([null, [], 'text', 1])('%j is no configuration', (json) => {
  expect(problemsOf(json)).toEqual([{ kind: 'not-json' }])
})

test('reads what people may sign in with', () => {
  const factors = {
    first: ['PASSWORD', 'WEB_AUTHN'],
    mfa: 'OPTIONAL',
    second: ['SOFTWARE_TOKEN_MFA'],
    relyingParty: 'app.example',
  }

  expect(parseConfig({ ...good, factors }).factors).toEqual(factors)
  expect(parseConfig({ ...good, factors: { first: ['PASSWORD'] } }).factors).toEqual({
    first: ['PASSWORD'],
  })
})

test.each([
  ['factors.first', { first: 'PASSWORD' }, 'PASSWORD'],
  ['factors.first', { first: ['PASSWORD', 1] }, '["PASSWORD",1]'],
  ['factors.second', { second: 'SMS_MFA' }, 'SMS_MFA'],
  ['factors.second', { second: { SMS_MFA: true } }, '{"SMS_MFA":true}'],
  ['factors.second', { second: [null] }, '[null]'],
  ['factors.mfa', { mfa: true }, 'true'],
  ['factors.mfa', { mfa: 'REQUIRED' }, 'REQUIRED'],
  ['factors.relyingParty', { relyingParty: 1 }, '1'],
  ['factors.relyingParty', { relyingParty: ['app.example'] }, '["app.example"]'],
  ['factors.relyingParty', { relyingParty: 'https://app.example' }, 'https://app.example'],
])('%s of %j is refused by its name', (key, wrong, value) => {
  const factors = { first: ['PASSWORD'], ...wrong }

  expect(problemsOf({ ...good, factors })).toEqual([{ kind: 'malformed', key, value }])
})

test.each([null, 'PASSWORD', ['PASSWORD'], 1, false])(
  'factors of %j are refused by their name',
  (factors) => {
    expect(problemsOf({ ...good, factors })).toEqual([
      {
        kind: 'malformed',
        key: 'factors',
        value: JSON.stringify(factors).replaceAll(/^"|"$/g, ''),
      },
    ])
  },
)

test('every factor that is wrong is named at once', () => {
  const factors = { mfa: 1, second: 'x', relyingParty: {} }

  expect(problemsOf({ ...good, factors })).toEqual([
    { kind: 'missing', key: 'factors.first' },
    { kind: 'malformed', key: 'factors.second', value: 'x' },
    { kind: 'malformed', key: 'factors.mfa', value: '1' },
    { kind: 'malformed', key: 'factors.relyingParty', value: '{}' },
  ])
})
