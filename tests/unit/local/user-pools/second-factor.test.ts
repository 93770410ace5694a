import { expect, test } from 'vitest'
import type { UserPoolConfig } from '../../../../local/user-pools/config.ts'
import { secondFactorOf } from '../../../../local/user-pools/mfa/second-factor.ts'
import type { UserMfa, UserRecord } from '../../../../local/user-pools/model.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'

/** A verified token, as somebody has who has set one up. */
const softwareToken = { secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', lastStep: 0 }
const all = ['SMS_MFA', 'EMAIL_OTP', 'SOFTWARE_TOKEN_MFA'] as const
const email = { email: 'ada@example.com', email_verified: 'true' }
const phone = { phone_number: '+15551234567', phone_number_verified: 'true' }

interface Row {
  pool: Partial<UserPoolConfig>
  attributes?: Record<string, string>
  mfa?: UserMfa
  next: unknown
}

function person({ attributes = {}, mfa }: Row): UserRecord {
  return {
    poolId: emailPool().id,
    username: 'ada',
    sub: 'ada',
    attributes,
    aliases: [],
    status: 'CONFIRMED',
    enabled: true,
    createdAtMs: 0,
    updatedAtMs: 0,
    ...(mfa && { mfa }),
  }
}

const off = { mfaConfiguration: 'OFF' } as const
const optional = { mfaConfiguration: 'OPTIONAL', enabledMfas: all } as const
const on = { mfaConfiguration: 'ON', enabledMfas: all } as const
const noRecovery = { recoveryMechanisms: ['admin_only'] } as const

/** By the rows of AWS's table ("MFA logic at user runtime"). */
const rows: Record<string, Row> = {
  '1: a pool without MFA': {
    pool: off,
    mfa: { enabled: ['SOFTWARE_TOKEN_MFA'], softwareToken },
    next: { step: 'none' },
  },
  '2: optional, one active factor': {
    pool: optional,
    attributes: email,
    mfa: { enabled: ['SOFTWARE_TOKEN_MFA'], softwareToken },
    next: { step: 'prove', factor: 'SOFTWARE_TOKEN_MFA' },
  },
  '2: optional, several, one preferred': {
    pool: optional,
    attributes: { ...email, ...phone },
    mfa: { enabled: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'], preferred: 'SMS_MFA', softwareToken },
    next: { step: 'prove', factor: 'SMS_MFA' },
  },
  '2: optional, several, none preferred': {
    pool: optional,
    attributes: { ...email, ...phone },
    mfa: { enabled: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'], softwareToken },
    next: { step: 'choose', factors: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] },
  },
  '2: an app goes on counting when the pool stops offering it': {
    pool: { ...optional, enabledMfas: ['SMS_MFA'] },
    mfa: { enabled: ['SOFTWARE_TOKEN_MFA'], softwareToken },
    next: { step: 'prove', factor: 'SOFTWARE_TOKEN_MFA' },
  },
  '3: optional, none active': { pool: optional, attributes: email, next: { step: 'none' } },
  '3: optional, the message that was enabled has no address any more': {
    pool: optional,
    attributes: email,
    mfa: { enabled: ['SMS_MFA'], preferred: 'SMS_MFA' },
    next: { step: 'none' },
  },
  '4: required, one preferred': {
    pool: on,
    attributes: { ...email, ...phone },
    mfa: { enabled: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'], preferred: 'SMS_MFA', softwareToken },
    next: { step: 'prove', factor: 'SMS_MFA' },
  },
  '5: required, an app and no usable message': {
    pool: on,
    attributes: email,
    mfa: { enabled: ['SOFTWARE_TOKEN_MFA'], softwareToken },
    next: { step: 'prove', factor: 'SOFTWARE_TOKEN_MFA' },
  },
  '6: required, an app and a message': {
    pool: on,
    attributes: { ...email, ...phone },
    mfa: { enabled: ['SOFTWARE_TOKEN_MFA'], softwareToken },
    next: { step: 'choose', factors: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA'] },
  },
  '7: required by message, and the only address is the recovery channel': {
    pool: { ...on, enabledMfas: ['EMAIL_OTP', 'SMS_MFA'] },
    attributes: email,
    next: { step: 'impossible' },
  },
  '8: required, one address that recovers nothing': {
    pool: { ...on, ...noRecovery },
    attributes: email,
    next: { step: 'prove', factor: 'EMAIL_OTP' },
  },
  '8: an unverified address is good enough': {
    pool: on,
    attributes: { phone_number: '+15551234567', phone_number_verified: 'false' },
    next: { step: 'prove', factor: 'SMS_MFA' },
  },
  '9: required, no usable address, and the pool has apps': {
    pool: { ...on, enabledMfas: ['SOFTWARE_TOKEN_MFA'] },
    attributes: email,
    next: { step: 'set-up', factors: ['SOFTWARE_TOKEN_MFA'] },
  },
  '10: both addresses, no recovery': {
    pool: { ...on, ...noRecovery },
    attributes: { ...email, ...phone },
    next: { step: 'choose', factors: ['EMAIL_OTP', 'SMS_MFA'] },
  },
  '10: both addresses, one recovers': {
    pool: on,
    attributes: { ...email, ...phone },
    next: { step: 'prove', factor: 'SMS_MFA' },
  },
  '11: nothing at all': {
    pool: on,
    next: { step: 'set-up', factors: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] },
  },
}

test.for(Object.entries(rows))('row %s', ([, row]) => {
  expect(secondFactorOf(emailPool(row.pool), person(row))).toEqual(row.next)
})
