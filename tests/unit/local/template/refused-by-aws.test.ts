import { expect, test } from 'vitest'
import { problemsOf } from './load.ts'

/** The pool, a client of it, and whatever else. */
function template(pool: string, client = '{}', more = ''): string {
  return [
    'Resources:',
    `  Pool: { Type: AWS::Cognito::UserPool, Properties: ${pool} }`,
    '  Client:',
    '    Type: AWS::Cognito::UserPoolClient',
    `    Properties: { UserPoolId: !Ref Pool, ${client.slice(1)}`,
    more,
    '',
  ].join('\n')
}

const sms = 'SmsConfiguration: { SnsCallerArn: arn:aws:iam::123456789012:role/sms, ExternalId: x }'
const ses = 'SourceArn: arn:aws:ses:us-east-1:123456789012:identity/example.com'
const factors = (...names: string[]) =>
  `Policies: { SignInPolicy: { AllowedFirstAuthFactors: [${names.join(', ')}] } }`
const recovery = (...names: string[]) =>
  `AccountRecoverySetting: { RecoveryMechanisms: [${names.map((name, index) => `{ Name: ${name}, Priority: ${index + 1} }`).join(', ')}] }`
const custom = (name: string) => `{ Name: ${name}, AttributeDataType: String }`

test.each([
  ['AutoVerifiedAttributes: [phone_number]', 'phone_number needs an SmsConfiguration.'],
  ['AutoVerifiedAttributes: [email, phone_number]', 'phone_number needs an SmsConfiguration.'],
  [
    'UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: [email] }',
    'email must be among the AutoVerifiedAttributes.',
  ],
  [
    `${sms}, AutoVerifiedAttributes: [email], UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: [email, phone_number] }`,
    'phone_number must be among the AutoVerifiedAttributes.',
  ],
  [
    'AccountRecoverySetting: { RecoveryMechanisms: [{ Name: verified_email, Priority: 1 }, { Name: verified_phone_number, Priority: 1 }] }',
    'have each name and each Priority once.',
  ],
  [
    'AccountRecoverySetting: { RecoveryMechanisms: [{ Name: verified_email, Priority: 1 }, { Name: verified_email, Priority: 2 }] }',
    'have each name and each Priority once.',
  ],
  [
    `${sms}, MfaConfiguration: 'ON', ${recovery('verified_phone_number')}`,
    'AccountRecoverySetting: Invalid account recovery setting parameter.',
  ],
  [
    `${sms}, MfaConfiguration: 'ON', EnabledMfas: [SOFTWARE_TOKEN_MFA, SMS_MFA], ${recovery('verified_email', 'verified_phone_number')}`,
    'cannot use verified_phone_number as a recovery mechanism when SMS MFA is configured.',
  ],
  [
    'EmailConfiguration: { EmailSendingAccount: DEVELOPER }',
    'EmailSendingAccount: DEVELOPER needs a SourceArn',
  ],
  [
    `EmailConfiguration: { EmailSendingAccount: COGNITO_DEFAULT, ${ses} }`,
    'SourceArn: Cognito is not allowed to use your email identity',
  ],
  ['EmailConfiguration: { From: Example }', 'From: "Example" is no email address.'],
  [
    'EmailConfiguration: { ReplyToEmailAddress: nobody }',
    'ReplyToEmailAddress: "nobody" is no email address.',
  ],
  [
    'AdminCreateUserConfig: { UnusedAccountValidityDays: 7 }',
    'Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays.',
  ],
  [
    "AdminCreateUserConfig: { InviteMessageTemplate: { EmailMessage: 'Your code: {####}' } }",
    'EmailMessage: must have {username} and {####}',
  ],
  [
    "AdminCreateUserConfig: { InviteMessageTemplate: { SMSMessage: 'Hello {username}' } }",
    'SMSMessage: must have {username} and {####}',
  ],
  [
    `Schema: [${Array.from({ length: 51 }, (_, index) => custom(`c${index}`)).join(', ')}]`,
    'Schema: may have 50 custom attributes at most.',
  ],
  [
    "Schema: [{ Name: a, AttributeDataType: String, StringAttributeConstraints: { MinLength: '9', MaxLength: '8' } }]",
    'MinLength: must not be above MaxLength.',
  ],
  [
    "Schema: [{ Name: a, AttributeDataType: Number, NumberAttributeConstraints: { MinValue: '9', MaxValue: '8' } }]",
    'MinValue: must not be above MaxValue.',
  ],
  [
    `UserPoolTier: LITE, ${factors('PASSWORD', 'EMAIL_OTP')}`,
    'AllowedFirstAuthFactors: needs a pool whose UserPoolTier is ESSENTIALS or PLUS.',
  ],
  [
    `UserPoolTier: LITE, ${factors('PASSWORD', 'WEB_AUTHN')}`,
    'AllowedFirstAuthFactors: needs a pool whose UserPoolTier is ESSENTIALS or PLUS.',
  ],
  [
    `UserPoolTier: LITE, MfaConfiguration: OPTIONAL, EnabledMfas: [EMAIL_OTP], EmailConfiguration: { EmailSendingAccount: DEVELOPER, ${ses} }`,
    'EnabledMfas: needs a pool whose UserPoolTier is ESSENTIALS or PLUS.',
  ],
])('AWS makes no pool with %s', (properties, message) => {
  expect(problemsOf(template(`{ ${properties} }`))).toEqual([expect.stringContaining(message)])
})

test.each([
  `${sms}, AutoVerifiedAttributes: [email, phone_number], UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: [phone_number] }`,
  'UsernameAttributes: [phone_number]',
  'AdminCreateUserConfig: { UnusedAccountValidityDays: 0 }',
  `${sms}, MfaConfiguration: 'ON', EnabledMfas: [SOFTWARE_TOKEN_MFA], ${recovery('verified_phone_number')}`,
  `${sms}, MfaConfiguration: 'ON', ${recovery('verified_email')}`,
  `${sms}, MfaConfiguration: OPTIONAL, ${recovery('verified_phone_number')}`,
  `${sms}, MfaConfiguration: 'ON'`,
  'AccountRecoverySetting: { RecoveryMechanisms: [{ Name: verified_phone_number, Priority: 2 }, { Name: verified_email, Priority: 1 }] }',
  `EmailConfiguration: { EmailSendingAccount: DEVELOPER, ${ses}, From: 'Example <hello@example.com>', ReplyToEmailAddress: help@example.com }`,
  'EmailConfiguration: { EmailSendingAccount: COGNITO_DEFAULT, From: hello@example.com }',
  `Schema: [{ Name: email, Required: true }, ${Array.from({ length: 50 }, (_, index) => custom(`c${index}`)).join(', ')}]`,
  "Schema: [{ Name: a, AttributeDataType: String, StringAttributeConstraints: { MinLength: '8', MaxLength: '8' } }]",
  `UserPoolTier: LITE, ${factors('PASSWORD')}`,
])('AWS makes a pool with %s', (properties) => {
  expect(problemsOf(template(`{ ${properties} }`))).toEqual([])
})

const on = 'AllowedOAuthFlowsUserPoolClient: true'
const urls = (count: number) =>
  `[${Array.from({ length: count }, (_, index) => `https://app.example.com/${index}`).join(', ')}]`

test.each([
  [
    'AccessTokenValidity: 2, RefreshTokenValidity: 1, TokenValidityUnits: { RefreshToken: hours }',
    'RefreshTokenValidity: may not end before access and ID tokens do.',
  ],
  [
    'IdTokenValidity: 90, RefreshTokenValidity: 1, TokenValidityUnits: { IdToken: minutes, RefreshToken: hours }',
    'RefreshTokenValidity: may not end before access and ID tokens do.',
  ],
  [
    `${on}, AllowedOAuthFlows: [client_credentials], AllowedOAuthScopes: [api/read]`,
    'client_credentials needs a client secret: GenerateSecret.',
  ],
  [
    `${on}, AllowedOAuthFlows: [code], CallbackURLs: ['https://app.example.com/']`,
    'AllowedOAuthScopes: are required by AllowedOAuthFlowsUserPoolClient.',
  ],
  [
    `${on}, AllowedOAuthScopes: [openid], CallbackURLs: ['https://app.example.com/']`,
    'AllowedOAuthFlows: are required by AllowedOAuthFlowsUserPoolClient.',
  ],
  [`CallbackURLs: ${urls(101)}`, 'CallbackURLs: may have 100 URLs at most.'],
  [`LogoutURLs: ${urls(101)}`, 'LogoutURLs: may have 100 URLs at most.'],
  [
    'EnablePropagateAdditionalUserContextData: true',
    'EnablePropagateAdditionalUserContextData: needs a client secret: GenerateSecret.',
  ],
])('AWS makes no app client with %s', (properties, message) => {
  expect(problemsOf(template('{}', `{ ${properties} }`))).toEqual([
    expect.stringContaining(message),
  ])
})

test.each([
  'AccessTokenValidity: 1, IdTokenValidity: 1, RefreshTokenValidity: 1, TokenValidityUnits: { RefreshToken: hours }',
  `${on}, GenerateSecret: true, AllowedOAuthFlows: [client_credentials], AllowedOAuthScopes: [api/read]`,
  `CallbackURLs: ${urls(100)}`,
  'EnablePropagateAdditionalUserContextData: true, GenerateSecret: true',
  'EnablePropagateAdditionalUserContextData: false',
])('AWS makes an app client with %s', (properties) => {
  expect(problemsOf(template('{}', `{ ${properties} }`))).toEqual([])
})

const domain = (properties: string) =>
  template(
    '{}',
    '{}',
    `  Domain: { Type: AWS::Cognito::UserPoolDomain, Properties: { UserPoolId: !Ref Pool, ${properties} } }`,
  )
const certificate = (region: string) =>
  `CustomDomainConfig: { CertificateArn: arn:aws:acm:${region}:123456789012:certificate/x }`

test.each([
  ['Domain: my-aws-app', 'may not have aws, amazon or cognito in it.'],
  ['Domain: amazon', 'may not have aws, amazon or cognito in it.'],
  [`Domain: login, ${certificate('us-east-1')}`, '"login" is no host name'],
  [`Domain: login.example.com, ${certificate('eu-west-1')}`, 'needs a certificate in us-east-1.'],
])('AWS makes no domain with %s', (properties, message) => {
  expect(problemsOf(domain(properties))).toEqual([expect.stringContaining(message)])
})

test.each(['Domain: my-awsome-app', `Domain: login.example.com, ${certificate('us-east-1')}`])(
  'AWS makes a domain with %s',
  (properties) => {
    expect(problemsOf(domain(properties))).toEqual([])
  },
)

test('a resource server has a hundred scopes at most', () => {
  const server = (count: number) => {
    const scopes = Array.from(
      { length: count },
      (_, index) => `{ ScopeName: s${index}, ScopeDescription: x }`,
    )
    const properties = `UserPoolId: !Ref Pool, Identifier: api, Name: api, Scopes: [${scopes.join(', ')}]`
    return template(
      '{}',
      '{}',
      `  Api: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { ${properties} } }`,
    )
  }

  expect(problemsOf(server(100))).toEqual([])
  expect(problemsOf(server(101))).toEqual([expect.stringContaining('may be 100 at most')])
})

function senderRole(trust: string): string {
  return `  Sender: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [${trust}] } } }`
}
const byCognito =
  "{ Effect: Allow, Principal: { Service: cognito-idp.amazonaws.com }, Action: 'sts:AssumeRole'"
const only = (id: string) => `, Condition: { StringEquals: { 'sts:ExternalId': ${id} } }`

test.each([
  [`${byCognito.replace('cognito-idp', 'sns')} }`, ''],
  [`${byCognito}${only('starter')} }`, ''],
  [`${byCognito}${only('starter')} }`, ', ExternalId: another'],
  [`${byCognito.replace('Allow', 'Deny')} }`, ''],
])('a role that text messages cannot be sent with is refused: %s%s', (trust, id) => {
  const pool = `{ SmsConfiguration: { SnsCallerArn: !GetAtt Sender.Arn${id} } }`

  expect(problemsOf(template(pool, '{}', senderRole(trust))).join('\n')).toContain(
    'Role does not have a trust relationship allowing Cognito to assume the role.',
  )
})

test.each([
  [`${byCognito} }`, ''],
  [`${byCognito}${only('starter')} }`, ', ExternalId: starter'],
  [`${byCognito}${only('[other, starter]')} }`, ', ExternalId: starter, SnsRegion: eu-west-1'],
])('a role that Cognito may assume is taken: %s%s', (trust, id) => {
  const pool = `{ SmsConfiguration: { SnsCallerArn: !GetAtt Sender.Arn${id} } }`

  expect(problemsOf(template(pool, '{}', senderRole(trust)))).toEqual([])
})

test('a region that is none sends no text messages', () => {
  const pool = `{ ${sms.replace(' }', ', SnsRegion: Frankfurt }')} }`

  expect(problemsOf(template(pool)).join('\n')).toContain('SnsRegion: "Frankfurt" is no region.')
})
