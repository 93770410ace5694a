import { expect, test } from 'vitest'
import type { AppClientConfig } from '../../../../local/user-pools/config.ts'
import { load, problemsOf } from './load.ts'

function template(...properties: string[]): string {
  return [
    'Resources:',
    '  Pool:',
    '    Type: AWS::Cognito::UserPool',
    '    Properties: { Schema: [{ Name: email, Required: true }] }',
    '  Client:',
    '    Type: AWS::Cognito::UserPoolClient',
    '    Properties:',
    ...['UserPoolId: !Ref Pool', ...properties].map((line) => `      ${line}`),
    '',
  ].join('\n')
}

function clientOf(...properties: string[]): AppClientConfig {
  return load(template(...properties)).userPools[0]!.clients[0]!
}

test('a client without properties has CloudFormation’s defaults', () => {
  const { id, name, ...client } = clientOf()

  expect(id).toMatch(/^[0-9a-z]{26}$/)
  expect(name).not.toBe('')
  expect(client).toEqual({
    explicitAuthFlows: ['ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH'],
    preventUserExistenceErrors: false,
    accessTokenSeconds: 3600,
    idTokenSeconds: 3600,
    refreshTokenSeconds: 30 * 86_400,
    authSessionSeconds: 180,
    enableTokenRevocation: true,
    allowedOAuthFlows: [],
    allowedOAuthScopes: [],
    allowedOAuthFlowsUserPoolClient: false,
    callbackUrls: [],
    logoutUrls: [],
    supportedIdentityProviders: [],
  })
})

test('a confidential client has a secret, and GetAtt gives that one', () => {
  const text = `${template('GenerateSecret: true')}Outputs: { S: { Value: !GetAtt Client.ClientSecret } }\n`
  const { userPools, outputs } = load(text)

  expect(userPools[0]?.clients[0]?.secret).toMatch(/^[0-9a-z]{51}$/)
  expect(outputs.S).toBe(userPools[0]?.clients[0]?.secret)
})

test.each([
  [['AccessTokenValidity: 2'], { accessTokenSeconds: 7200 }],
  [['RefreshTokenValidity: 2'], { refreshTokenSeconds: 172_800 }],
  [['RefreshTokenValidity: 0'], { refreshTokenSeconds: 2_592_000 }],
  [['IdTokenValidity: 90', 'TokenValidityUnits: { IdToken: minutes }'], { idTokenSeconds: 5400 }],
  [
    ['AccessTokenValidity: 600', 'TokenValidityUnits: { AccessToken: seconds }'],
    { accessTokenSeconds: 600 },
  ],
  [['AuthSessionValidity: 15'], { authSessionSeconds: 900 }],
])('%j gives %j', (properties, lifetimes) => {
  expect(clientOf(...properties)).toMatchObject(lifetimes)
})

test('rotation is on when its feature is, with its grace', () => {
  const flows = 'ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]'
  const rotation = (value: string) => clientOf(flows, `RefreshTokenRotation: ${value}`).rotation

  expect(rotation('{ Feature: ENABLED, RetryGracePeriodSeconds: 30 }')).toEqual({
    retryGraceSeconds: 30,
  })
  expect(rotation('{ Feature: ENABLED }')).toEqual({ retryGraceSeconds: 0 })
  expect(rotation('{ Feature: DISABLED }')).toBeUndefined()
})

test('scopes of resource servers are taken beside Cognito’s own', () => {
  const allowed = [
    'openid',
    'aws.cognito.signin.user.admin',
    'https://api.example.com/read',
    'api/x',
  ]

  expect(clientOf(`AllowedOAuthScopes: ${JSON.stringify(allowed)}`).allowedOAuthScopes).toEqual(
    allowed,
  )
})

test('callback URLs that AWS takes are taken, to the letter', () => {
  const urls = [
    'https://app.example.com/callback?x=1',
    'http://localhost:5173/callback',
    'http://127.0.0.1/',
    'http://[::1]:5173/',
    'myapp://callback',
  ]

  expect(clientOf(`CallbackURLs: ${JSON.stringify(urls)}`).callbackUrls).toEqual(urls)
})

test.each([
  [['AccessTokenValidity: 25'], 'AccessTokenValidity: 90000 seconds is not within 300 and 86400'],
  [['IdTokenValidity: 4', 'TokenValidityUnits: { IdToken: minutes }'], '240 seconds is not within'],
  [['AuthSessionValidity: 2'], 'must be a whole number from 3 to 15'],
  [['TokenValidityUnits: { IdToken: weeks }'], 'must be one of seconds, minutes, hours, days'],
  [['ExplicitAuthFlows: [USER_PASSWORD_AUTH]'], '"USER_PASSWORD_AUTH" is not one of ALLOW_'],
  [
    ['ExplicitAuthFlows: [ALLOW_REFRESH_TOKEN_AUTH]', 'RefreshTokenRotation: { Feature: ENABLED }'],
    'ALLOW_REFRESH_TOKEN_AUTH excludes RefreshTokenRotation.',
  ],
  [['RefreshTokenRotation: { Feature: ENABLED, RetryGracePeriodSeconds: 61 }'], 'from 0 to 60'],
  [['ReadAttributes: [custom:plan]'], 'the pool has no attribute custom:plan.'],
  [['WriteAttributes: [email, sub]'], 'no client can write sub.'],
  [['WriteAttributes: [name]'], 'must have email: the pool requires it.'],
  [
    ['AllowedOAuthFlows: [code]', 'CallbackURLs: [myapp://x]'],
    'have no effect without AllowedOAuthFlowsUserPoolClient.',
  ],
  [
    ['AllowedOAuthFlows: [code]', 'AllowedOAuthFlowsUserPoolClient: true'],
    'are needed by the flows code and implicit.',
  ],
  [
    ['AllowedOAuthFlows: [code, client_credentials]', 'AllowedOAuthFlowsUserPoolClient: true'],
    'client_credentials must stand alone.',
  ],
  [['DefaultRedirectURI: https://a.example/'], 'must be one of the CallbackURLs.'],
  [['CallbackURLs: [http://app.example.com/]'], 'must be an https:, loopback http: or app URL'],
  [['CallbackURLs: ["https://app.example.com/#x"]'], 'with no fragment'],
  [['LogoutURLs: [nonsense]'], 'Client.LogoutURLs: "nonsense" must be'],
  [['AllowedOAuthScopes: [openid, mail]'], '"mail" is no scope of Cognito’s.'],
  [['ClientName: [web]'], 'Client.ClientName: must be text, not a list.'],
  [["ClientName: ''"], 'Client.ClientName: must not be empty.'],
  [['PreventUserExistenceErrors: true'], 'must be one of ENABLED, LEGACY'],
])('%j is a problem', (properties, message) => {
  expect(problemsOf(template(...properties)).join('\n')).toContain(message)
})

test.each([
  ['ExplicitAuthFlows: [ALLOW_USER_AUTH]', 'Client.ExplicitAuthFlows: needs a pool'],
  ['RefreshTokenRotation: { Feature: ENABLED }', 'Client.RefreshTokenRotation: needs a pool'],
])('%s is a problem in a pool of the tier LITE', (property, message) => {
  const text = template('ExplicitAuthFlows: []', property).replace(
    'Schema:',
    'UserPoolTier: LITE, Schema:',
  )
  const once = property.startsWith('Explicit')
    ? text.replace('      ExplicitAuthFlows: []\n', '')
    : text

  expect(problemsOf(once).join()).toContain(message)
})

test('every flow is played', () => {
  const { notEmulated } = load(
    template('ExplicitAuthFlows: [ALLOW_CUSTOM_AUTH, ALLOW_USER_SRP_AUTH]'),
  )

  expect(notEmulated).toEqual([])
})

test('a client of a pool that is not in the template is a problem', () => {
  const text = template().replace('!Ref Pool', 'eu-west-1_AbCdEfGhI')

  expect(problemsOf(text)).toEqual([
    '8:19 Client.UserPoolId: this template has no user pool eu-west-1_AbCdEfGhI.',
  ])
})
