import { expect, test } from 'vitest'
import type { UserPoolConfig } from '../../../../local/user-pools/config.ts'
import { load, problemsOf } from './load.ts'

function template(properties: string): string {
  return `Resources:\n  Pool:\n    Type: AWS::Cognito::UserPool\n    Properties: ${properties}\n`
}

function poolOf(properties: string): UserPoolConfig {
  return load(template(properties)).userPools[0]!
}

test('a pool without properties has CloudFormation’s defaults', () => {
  const pool = poolOf('{}')

  expect(pool.id).toMatch(/^eu-west-1_[A-Za-z0-9]{9}$/)
  expect(pool).toMatchObject({
    name: pool.id,
    arn: `arn:aws:cognito-idp:eu-west-1:123456789012:userpool/${pool.id}`,
    region: 'eu-west-1',
    issuer: `http://localhost:9229/${pool.id}`,
    usernameAttributes: [],
    aliasAttributes: [],
    caseSensitive: true,
    autoVerifiedAttributes: [],
    verifyBeforeUpdate: [],
    passwordPolicy: {
      minimumLength: 8,
      requireLowercase: true,
      requireUppercase: true,
      requireNumbers: true,
      requireSymbols: true,
      temporaryPasswordValidityDays: 7,
      passwordHistorySize: 0,
    },
    allowedFirstAuthFactors: ['PASSWORD'],
    recoveryMechanisms: ['verified_phone_number', 'verified_email'],
    allowAdminCreateUserOnly: false,
    mfaConfiguration: 'OFF',
    tier: 'ESSENTIALS',
    verificationMessage: {
      emailSubject: 'Your verification code',
      emailMessage: 'Your confirmation code is {####}',
      smsMessage: 'Your confirmation code is {####}',
    },
    clients: [],
    groups: [],
  })
  expect(pool.schema).toHaveLength(21)
})

test('a password policy asks only for what it names', () => {
  const pool = poolOf(
    '{ Policies: { PasswordPolicy: { MinimumLength: 12, RequireNumbers: true } } }',
  )

  expect(pool.passwordPolicy).toMatchObject({
    minimumLength: 12,
    requireLowercase: false,
    requireUppercase: false,
    requireNumbers: true,
    requireSymbols: false,
  })
})

test('the schema overrides standard attributes and adds custom ones', () => {
  const { schema } = poolOf(`
      Schema:
        - { Name: email, Required: true, Mutable: false }
        - Name: seats
          AttributeDataType: Number
          NumberAttributeConstraints: { MinValue: '1', MaxValue: '9' }
        - { Name: plan, AttributeDataType: String, Mutable: false }`)
  const find = (name: string) => schema.find((attribute) => attribute.name === name)

  expect(find('email')).toMatchObject({ required: true, mutable: false, maxLength: 2048 })
  expect(find('custom:seats')).toEqual({
    name: 'custom:seats',
    type: 'Number',
    mutable: true,
    required: false,
    minValue: 1,
    maxValue: 9,
  })
  expect(find('custom:plan')).toMatchObject({ type: 'String', mutable: false })
  expect(find('birthdate')).toMatchObject({ minLength: 10, maxLength: 10 })
  expect(find('sub')).toMatchObject({ mutable: false, required: true })
})

test.each([
  ['{ Name: email, AttributeDataType: Number }', 'email is of type String.'],
  ['{ Name: sub, Mutable: true }', 'Cognito keeps sub itself'],
  ['{ Name: plan }', 'needs an AttributeDataType.'],
  ['{ Name: plan, AttributeDataType: String, Required: true }', 'is never required.'],
  ['{ Name: a name, AttributeDataType: String }', 'must have 1 to 20 characters and no spaces.'],
  ['{ Name: a23456789012345678901, AttributeDataType: String }', 'must have 1 to 20 characters'],
  ['{ Name: plan, AttributeDataType: String, DeveloperOnlyAttribute: true }', 'are not here.'],
  [
    '{ Name: x, AttributeDataType: String, StringAttributeConstraints: { MaxLength: long } }',
    'must be a whole number from 0 to 2048',
  ],
])('the schema %s is a problem', (attribute, message) => {
  expect(problemsOf(template(`{ Schema: [${attribute}] }`)).join('\n')).toContain(message)
})

test('an attribute that is there twice is a problem', () => {
  const plan = '{ Name: plan, AttributeDataType: String }'

  expect(problemsOf(template(`{ Schema: [${plan}, ${plan}] }`)).join()).toContain(
    'plan is there twice',
  )
})

test('a developer-only attribute that is none is an attribute like any other', () => {
  const { schema } = poolOf(
    '{ Schema: [{ Name: plan, AttributeDataType: String, DeveloperOnlyAttribute: false }] }',
  )

  expect(schema.at(-1)?.name).toBe('custom:plan')
})

test('recovery mechanisms are tried in the order of their priority', () => {
  const pool = poolOf(`{ AccountRecoverySetting: { RecoveryMechanisms: [
      { Name: verified_phone_number, Priority: 2 }, { Name: verified_email, Priority: 1 }] } }`)

  expect(pool.recoveryMechanisms).toEqual(['verified_email', 'verified_phone_number'])
})

test('the verification message is the template’s, the older properties’ or Cognito’s own', () => {
  const pool = poolOf(`
      EmailVerificationSubject: Old subject
      SmsVerificationMessage: 'Old {####}'
      VerificationMessageTemplate: { EmailMessage: 'New {####}' }`)

  expect(pool.verificationMessage).toEqual({
    emailSubject: 'Old subject',
    emailMessage: 'New {####}',
    smsMessage: 'Old {####}',
  })
})

test('a pool that confirms by link has the mail’s words, and says where the link goes', () => {
  const pool = poolOf(`
      VerificationMessageTemplate:
        DefaultEmailOption: CONFIRM_WITH_LINK
        EmailSubjectByLink: Welcome
        EmailMessageByLink: 'Please click {##Verify##}'`)

  expect(pool.verificationMessage.byLink).toEqual({
    emailSubject: 'Welcome',
    emailMessage: 'Please click {##Verify##}',
  })
  expect(() => poolOf(`{ VerificationMessageTemplate: { EmailMessageByLink: 'Click' } }`)).toThrow(
    'must have {##Text##} where the link goes.',
  )
})

test('an invitation is the template’s, or Cognito’s own, and 0 days are seven', () => {
  const pool = poolOf(`
      AdminCreateUserConfig: { InviteMessageTemplate: { EmailMessage: 'Hi {username}: {####}' } }
      Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 0 } }`)

  expect(pool.invitationMessage).toEqual({
    emailSubject: 'Your temporary password',
    emailMessage: 'Hi {username}: {####}',
    smsMessage: 'Your username is {username} and temporary password is {####}.',
  })
  expect(pool.passwordPolicy.temporaryPasswordValidityDays).toBe(7)
})

test.each([
  ['{ UsernameAttributes: [email], AliasAttributes: [email] }', 'cannot stand beside'],
  ['{ UsernameAttributes: [nickname] }', '"nickname" is not one of email, phone_number.'],
  ['{ VerificationMessageTemplate: { EmailMessage: No code } }', 'must have {####}'],
  [
    '{ Policies: { SignInPolicy: { AllowedFirstAuthFactors: [EMAIL_OTP] } } }',
    'must have PASSWORD',
  ],
  [
    '{ Policies: { PasswordPolicy: { MinimumLength: 100 } } }',
    'must be a whole number from 6 to 99',
  ],
  [
    '{ Policies: { PasswordPolicy: { Requires: x } } }',
    'Pool.Policies.PasswordPolicy: the local AWS does not read Requires.',
  ],
  ['{ Schema: [plan] }', 'Pool.Schema: must be a list of maps, not a list.'],
  ['{ UserPoolTier: FREE }', 'must be one of LITE, ESSENTIALS, PLUS'],
])('the pool %s is a problem', (properties, message) => {
  expect(problemsOf(template(properties)).join('\n')).toContain(message)
})

test('one-time codes are factors to begin with, in words of the pool', () => {
  const { userPools, notEmulated } = load(
    template(`
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: [PASSWORD, EMAIL_OTP, SMS_OTP] } }
      EmailAuthenticationSubject: Your code
      EmailAuthenticationMessage: 'Type {####}'
      SmsAuthenticationMessage: '{####} it is'`),
  )

  expect(notEmulated).toEqual([])
  expect(userPools[0]).toMatchObject({
    allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
    signInCodeMessage: {
      emailSubject: 'Your code',
      emailMessage: 'Type {####}',
      smsMessage: '{####} it is',
    },
  })
})

test('second factors and passkeys are as the pool has them', () => {
  const { userPools, notEmulated } = load(
    template(`
      MfaConfiguration: OPTIONAL
      EnabledMfas: [SOFTWARE_TOKEN_MFA]
      WebAuthnRelyingPartyID: localhost
      WebAuthnUserVerification: required
      WebAuthnFactorConfiguration: MULTI_FACTOR_WITH_USER_VERIFICATION`),
  )

  expect(notEmulated).toEqual([])
  expect(userPools[0]).toMatchObject({
    mfaConfiguration: 'OPTIONAL',
    enabledMfas: ['SOFTWARE_TOKEN_MFA'],
    passkeys: { relyingPartyId: 'localhost', userVerification: 'required', isMultiFactor: true },
  })
})

test('what the pool asks for and nothing here does is said', () => {
  const { notEmulated } = load(
    template(`
      EmailConfiguration: { EmailSendingAccount: DEVELOPER, SourceArn: arn:aws:ses:us-east-1:123456789012:identity/example.com }
      WebAuthnRelyingPartyID: app.example.com
      VerificationMessageTemplate: { DefaultEmailOption: CONFIRM_WITH_LINK }`),
  )

  expect(notEmulated.map((sentence) => sentence.split(': ')[0])).toEqual([
    'Pool.EmailConfiguration',
    'Pool.WebAuthnRelyingPartyID',
  ])
})

test('groups belong to their pool', () => {
  const text = `${template('{}')}  Admins:
    Type: AWS::Cognito::UserPoolGroup
    Properties: { UserPoolId: !Ref Pool, GroupName: admins, Precedence: 1 }
`
  expect(load(text).userPools[0]?.groups).toEqual([{ name: 'admins', precedence: 1 }])
})
