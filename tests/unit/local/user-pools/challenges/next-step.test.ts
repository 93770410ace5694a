import { expect, test } from 'vitest'
import { nextStep } from '../../../../../local/user-pools/challenges/next-step.ts'
import type { UserRecord } from '../../../../../local/user-pools/model.ts'
import type { Proof } from '../../../../../local/user-pools/sign-in/proof.ts'
import { mfaPool } from '../../../../support/user-pools/second-factors.ts'
import { appClient, emailPool } from '../../../../support/user-pools/user-pool-config.ts'

const user: UserRecord = {
  poolId: emailPool().id,
  username: 'ada',
  sub: 'sub-of-ada',
  attributes: {},
  aliases: [],
  status: 'CONFIRMED',
  enabled: true,
  createdAtMs: 0,
  updatedAtMs: 0,
}

function next(change: Partial<UserRecord>, proved: Proof = 'PASSWORD', pool = emailPool()) {
  const place = { pool, client: appClient() }
  return nextStep(
    { clock: { now: () => 0 } },
    { ...place, user: { ...user, ...change }, proved: [proved] },
  )
}

test.for([
  ['CONFIRMED', 'PASSWORD', 'done'],
  ['CONFIRMED', 'SIGN_UP_CODE', 'done'],
  ['EXTERNAL_PROVIDER', 'PASSWORD', 'done'],
  ['FORCE_CHANGE_PASSWORD', 'PASSWORD', 'NEW_PASSWORD_REQUIRED'],
  ['FORCE_CHANGE_PASSWORD', 'SIGN_UP_CODE', 'NEW_PASSWORD_REQUIRED'],
] as const)('after a user who is %s has shown a %s comes %s', ([status, proved, step]) => {
  expect(next({ status }, proved)).toBe(step)
})

test.for([
  [{ status: 'UNCONFIRMED' }, 'UserNotConfirmedException'],
  [{ status: 'RESET_REQUIRED' }, 'PasswordResetRequiredException'],
  [{ enabled: false }, 'NotAuthorizedException'],
  [{ enabled: false, status: 'FORCE_CHANGE_PASSWORD' }, 'NotAuthorizedException'],
  [{ enabled: false, status: 'UNCONFIRMED' }, 'NotAuthorizedException'],
] as const)('nothing comes after the proofs of a user with %j but %s', ([change, code]) => {
  expect(() => next(change)).toThrow(expect.objectContaining({ code }))
})

test.for([
  ['PASSWORD', 'MFA_SETUP'],
  ['SIGN_UP', 'MFA_SETUP'],
  ['SIGN_UP_CODE', 'done'],
  ['SOFTWARE_TOKEN_MFA', 'done'],
] as const)('where a second factor is required, after a %s comes %s', ([proved, step]) => {
  expect(next({}, proved, mfaPool({ mfaConfiguration: 'ON' }))).toBe(step)
})
