import { expect, test } from 'vitest'
import { load, problemsOf } from './load.ts'

const base = `
Resources:
  Pool: { Type: AWS::Cognito::UserPool, Properties: { UsernameAttributes: [email] } }
  Web: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Pool } }
  Ids:
    Type: AWS::Cognito::IdentityPool
    Properties:
      AllowUnauthenticatedIdentities: false
      CognitoIdentityProviders: [{ ClientId: !Ref Web, ProviderName: !GetAtt Pool.ProviderName }]
`

const tags = (properties: string) =>
  `${base}  Tags:
    Type: AWS::Cognito::IdentityPoolPrincipalTag
    Properties: { IdentityPoolId: !Ref Ids, IdentityProviderName: !GetAtt Pool.ProviderName, ${properties} }
`

test.each([
  ['PrincipalTags: { userSub: sub }', { userSub: 'sub' }],
  [
    'UseDefaults: false, PrincipalTags: { who: email, client: aud }',
    { who: 'email', client: 'aud' },
  ],
  ['UseDefaults: true', { username: 'sub', client: 'aud' }],
  ['UseDefaults: false', {}],
])('principal tags are the identity pool’s: %s', (properties, expected) => {
  const { identityPools, userPools } = load(tags(properties))

  expect(identityPools[0]?.principalTags).toEqual({
    [`localhost:9229/${String(userPools[0]?.id)}`]: expected,
  })
})

test('principal tags of an identity pool that is not there are named', () => {
  expect(problemsOf(tags('UseDefaults: true').replace('!Ref Ids,', 'eu-west-1:x,'))).toEqual([
    expect.stringContaining('Tags.IdentityPoolId'),
  ])
})

const server = (properties: string) =>
  `${base}  Api:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties: { UserPoolId: !Ref Pool, Name: api, ${properties} }
  Other:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Pool
      AllowedOAuthScopes: [!Sub '\${Api}/read']
Outputs: { Id: { Value: !Ref Api } }
`

test('a resource server’s Ref is its identifier, so that clients name its scopes by it', () => {
  const { outputs, userPools } = load(
    server(
      'Identifier: https://api.example.com, Scopes: [{ ScopeName: read, ScopeDescription: r }]',
    ),
  )

  expect(outputs).toEqual({ Id: 'https://api.example.com' })
  expect(userPools[0]?.clients[1]?.allowedOAuthScopes).toEqual(['https://api.example.com/read'])
})

test('a scope that no resource server of the pool has is refused in AWS’s words', () => {
  const write = server(
    'Identifier: https://api.example.com, Scopes: [{ ScopeName: write, ScopeDescription: w }]',
  )
  const [problem, ...others] = problemsOf(write)

  expect(problem).toContain('Invalid scope requested: https://api.example.com/read')
  expect(others).toEqual([])
})

test('a resource server of another pool has no scope for this one', () => {
  const elsewhere = server(
    'Identifier: https://api.example.com, Scopes: [{ ScopeName: read, ScopeDescription: r }]',
  ).replace('{ UserPoolId: !Ref Pool, Name', '{ UserPoolId: !Ref Second, Name')
  const text = elsewhere.replace(
    'Resources:\n',
    'Resources:\n  Second: { Type: AWS::Cognito::UserPool }\n',
  )

  expect(problemsOf(text)).toEqual([expect.stringContaining('Invalid scope requested')])
})

test('a scope of a template without resource servers is said to be refused', () => {
  const { notEmulated, userPools } = load(
    server('Identifier: x')
      .replace(/ {2}Api:\n.*\n.*\n/, '')
      .replace("!Sub '${Api}/read'", 'api/read')
      .replace(/Outputs.*\n/, ''),
  )

  expect(notEmulated.join('\n')).toContain('no resource server of this template has api/read')
  expect(userPools[0]?.clients[1]?.allowedOAuthScopes).toEqual(['api/read'])
})

test('what a resource server may not have is named', () => {
  expect(
    problemsOf(server("Identifier: 'my api', Scopes: [{ ScopeName: a/b, ScopeDescription: r }]")),
  ).toEqual([
    expect.stringContaining('Api.Identifier'),
    expect.stringContaining('ScopeName'),
    expect.stringContaining('AllowedOAuthScopes'),
  ])
})

test('a domain has its distribution, and what is not emulated is said', () => {
  const { outputs, notEmulated } = load(`${base}
  Domain: { Type: AWS::Cognito::UserPoolDomain, Properties: { UserPoolId: !Ref Pool, Domain: acme } }
  Logs: { Type: AWS::Cognito::LogDeliveryConfiguration, Properties: { UserPoolId: !Ref Pool } }
  Terms: { Type: AWS::Cognito::Terms, Properties: { UserPoolId: !Ref Pool } }
  Look: { Type: AWS::Cognito::UserPoolUICustomizationAttachment, Properties: { UserPoolId: !Ref Pool } }
Outputs:
  Alias: { Value: !GetAtt Domain.CloudFrontDistribution }
  Terms: { Value: !GetAtt Terms.TermsId }
  Logs: { Value: !GetAtt Logs.Id }
`)

  expect(outputs['Alias']).toMatch(/^d[a-z0-9]{13}\.cloudfront\.net$/)
  expect(outputs['Terms']).toMatch(/^[0-9a-f-]{36}$/)
  expect(notEmulated.map((sentence) => sentence.split(':')[0])).toEqual(['Logs', 'Terms', 'Look'])
})

const mfa = (properties: string) =>
  `Resources: { Pool: { Type: AWS::Cognito::UserPool, Properties: { ${properties} } } }`

test.each([
  [
    "MfaConfiguration: 'ON', EnabledMfas: [SOFTWARE_TOKEN_MFA], Policies: { SignInPolicy: { AllowedFirstAuthFactors: [PASSWORD, EMAIL_OTP] } }",
    'EMAIL_OTP cannot stand beside',
  ],
  [
    "MfaConfiguration: 'ON', EnabledMfas: [SOFTWARE_TOKEN_MFA], Policies: { SignInPolicy: { AllowedFirstAuthFactors: [PASSWORD, SMS_OTP, EMAIL_OTP] } }",
    'SMS_OTP, EMAIL_OTP cannot stand beside',
  ],
  [
    "MfaConfiguration: 'ON', EnabledMfas: [SOFTWARE_TOKEN_MFA], Policies: { SignInPolicy: { AllowedFirstAuthFactors: [PASSWORD, WEB_AUTHN] } }",
    'needs a WebAuthnFactorConfiguration of MULTI_FACTOR_WITH_USER_VERIFICATION',
  ],
  ["MfaConfiguration: 'ON'", 'needs a factor'],
  ['MfaConfiguration: OPTIONAL', 'needs a factor'],
  ['MfaConfiguration: OPTIONAL, EnabledMfas: [SMS_MFA]', 'SMS_MFA needs an SmsConfiguration'],
  [
    'MfaConfiguration: OPTIONAL, EnabledMfas: [EMAIL_OTP]',
    'EMAIL_OTP needs an EmailSendingAccount',
  ],
  ['MfaConfiguration: OPTIONAL, EnabledMfas: [TOTP]', '"TOTP"'],
  [
    "MfaConfiguration: 'OFF', EnabledMfas: [SOFTWARE_TOKEN_MFA]",
    'needs MfaConfiguration to be ON or OPTIONAL',
  ],
  ['EnabledMfas: [SOFTWARE_TOKEN_MFA]', 'needs MfaConfiguration to be ON or OPTIONAL'],
])('AWS refuses, and so is it here: %s', (properties, message) => {
  expect(problemsOf(mfa(properties))).toEqual([expect.stringContaining(message)])
})

test.each([
  "MfaConfiguration: 'ON', EnabledMfas: [SOFTWARE_TOKEN_MFA], WebAuthnFactorConfiguration: MULTI_FACTOR_WITH_USER_VERIFICATION, Policies: { SignInPolicy: { AllowedFirstAuthFactors: [PASSWORD, WEB_AUTHN] } }",
  'MfaConfiguration: OPTIONAL, EnabledMfas: [SOFTWARE_TOKEN_MFA], Policies: { SignInPolicy: { AllowedFirstAuthFactors: [PASSWORD, EMAIL_OTP] } }',
  'MfaConfiguration: OPTIONAL, SmsConfiguration: { SnsCallerArn: arn:aws:iam::123456789012:role/sms }',
  'MfaConfiguration: OPTIONAL, EnabledMfas: [SMS_MFA], SmsConfiguration: { SnsCallerArn: arn:aws:iam::123456789012:role/sms }',
  'MfaConfiguration: OPTIONAL, EnabledMfas: [EMAIL_OTP], EmailConfiguration: { EmailSendingAccount: DEVELOPER, SourceArn: arn:aws:ses:us-east-1:123456789012:identity/example.com }',
])('AWS takes it, and so it is here: %s', (properties) => {
  expect(problemsOf(mfa(properties))).toEqual([])
})
