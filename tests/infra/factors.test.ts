import { expect, test } from 'vitest'
import { factorsDocument } from '../../local/template/factors-document.ts'
import { loadTemplate } from '../../local/template/load-template.ts'
import { userAttributesDocument } from '../../local/template/user-attributes-document.ts'
import { createLoadContext } from '../support/template/load-context.ts'
import { everythingHosted, template, withSenders } from './template.ts'

type Parameters = Readonly<Record<string, string>>

function poolWith(parameters: Parameters = {}) {
  const deployment = loadTemplate(template, createLoadContext(parameters))
  return { pool: deployment.userPools[0]!, ...deployment }
}

test('without parameters a passkey or a code by mail stands for the password, and an app goes with it', () => {
  const { pool } = poolWith()

  expect(pool).toMatchObject({
    tier: 'ESSENTIALS',
    mfaConfiguration: 'OPTIONAL',
    enabledMfas: ['SOFTWARE_TOKEN_MFA'],
    allowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN', 'EMAIL_OTP'],
    passkeys: { relyingPartyId: 'localhost', userVerification: 'required', isMultiFactor: true },
    recoveryMechanisms: ['verified_email'],
    autoVerifiedAttributes: ['email'],
    sessionTracking: { isOn: true, maxTokenSessions: 20 },
  })
  expect(pool).not.toHaveProperty('devices')
})

test('passkeys and codes by mail are turned off one by one', () => {
  expect(poolWith({ EmailCodes: 'false' }).pool.allowedFirstAuthFactors).toEqual([
    'PASSWORD',
    'WEB_AUTHN',
  ])
  expect(poolWith({ Passkeys: 'false' }).pool.allowedFirstAuthFactors).toEqual([
    'PASSWORD',
    'EMAIL_OTP',
  ])
})

test('each is turned off by its parameter', () => {
  const { pool } = poolWith({
    Mfa: 'OFF',
    Passkeys: 'false',
    EmailCodes: 'false',
    SessionTracking: 'false',
  })

  expect(pool).toMatchObject({
    mfaConfiguration: 'OFF',
    enabledMfas: [],
    allowedFirstAuthFactors: ['PASSWORD'],
  })
  expect(pool).not.toHaveProperty('sessionTracking')
})

test('codes by text message and by mail are second factors once their senders are given', () => {
  expect(poolWith(withSenders).pool).toMatchObject({
    enabledMfas: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA', 'EMAIL_OTP'],
    autoVerifiedAttributes: ['email', 'phone_number'],
    verifyBeforeUpdate: ['email', 'phone_number'],
    // Of a pool that recovers by mail alone AWS takes no second factor by mail.
    recoveryMechanisms: ['verified_phone_number', 'verified_email'],
  })
  const { SmsRoleArn } = withSenders
  expect(poolWith({ SmsRoleArn, Mfa: 'ON', EmailCodes: 'false' }).pool).toMatchObject({
    mfaConfiguration: 'ON',
    enabledMfas: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA'],
    recoveryMechanisms: ['verified_email'],
  })
})

test.each([
  ['ASK', { standInForMfa: true, rememberOnPrompt: true }],
  ['ALWAYS', { standInForMfa: true, rememberOnPrompt: false }],
])('RememberDevices %s remembers devices', (RememberDevices, devices) => {
  expect(poolWith({ RememberDevices }).pool.devices).toEqual(devices)
})

test.each([
  ['a name of its own', everythingHosted, /^app\.example\.com$/],
  ['CloudFront’s name', { Hosting: 'true' }, /^d[0-9a-z]{13}\.cloudfront\.net$/],
  ['the one that is given', { Hosting: 'true', PasskeyHost: 'example.com' }, /^example\.com$/],
])('passkeys of a hosted app are for %s', (_name, parameters: Parameters, host) => {
  const { pool, outputs } = poolWith(parameters)

  expect(pool.passkeys.relyingPartyId).toMatch(host)
  expect(outputs['RelyingParty']).toBe(pool.passkeys.relyingPartyId)
  if ('SiteUrl' in outputs && !('PasskeyHost' in parameters)) {
    expect(outputs['SiteUrl']).toBe(`https://${outputs['RelyingParty']}`)
  }
})

test.each([
  {},
  { Passkeys: 'false', EmailCodes: 'false' },
  { Mfa: 'OFF', EmailCodes: 'false' },
  { Mfa: 'ON', EmailCodes: 'false' },
  { Passkeys: 'false' },
  { ...withSenders, PasskeyHost: 'example.com' },
  { RememberDevices: 'ASK' },
  { RememberDevices: 'ALWAYS' },
])('the outputs of %o say what the pool has', (parameters) => {
  const { pool, outputs } = poolWith(parameters)
  const { first, mfa, second, relyingParty, devices = 'OFF' } = factorsDocument(pool)

  expect(outputs).toMatchObject({
    FirstFactors: first.join(','),
    Mfa: mfa,
    SecondFactors: second.join(','),
    RelyingParty: relyingParty,
    RememberDevices: devices,
  })
})

test.each([
  [{ Mfa: 'ON' }, 'Set EmailCodes to false'],
  [{ ...withSenders, Mfa: 'ON', EmailCodes: 'false' }, 'Leave out SmsRoleArn or EmailIdentityArn'],
  [{ SmsExternalId: 'x' }, 'needs SmsRoleArn'],
  [{ EmailFrom: 'login@example.com' }, 'needs EmailIdentityArn'],
  [{ Mfa: 'REQUIRED' }, 'Mfa'],
  [{ Passkeys: 'yes' }, 'Passkeys'],
  [{ EmailCodes: 'on' }, 'EmailCodes'],
  [{ RememberDevices: 'true' }, 'RememberDevices'],
  [{ SessionTracking: 'ENABLED' }, 'SessionTracking'],
  [{ PasskeyHost: 'https://example.com' }, 'PasskeyHost'],
  [{ PasskeyHost: 'app.example.com:443' }, 'PasskeyHost'],
  [{ SmsRoleArn: 'sms' }, 'SmsRoleArn'],
  [{ EmailIdentityArn: 'login@example.com' }, 'EmailIdentityArn'],
])('the parameters %o are refused', (parameters, words) => {
  expect(() => poolWith(parameters)).toThrow(words)
})

test.each([{}, withSenders, { Mfa: 'OFF', EmailCodes: 'false' }])(
  'the output UserAttributes of %o is what the pool and its app client have',
  (parameters) => {
    const { pool, outputs } = poolWith(parameters)

    expect(JSON.parse(outputs['UserAttributes'] ?? '')).toEqual(
      userAttributesDocument(pool, pool.clients[0]!),
    )
  },
)
