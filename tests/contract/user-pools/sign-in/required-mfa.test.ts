import {
  AdminCreateUserCommand,
  AdminSetUserMFAPreferenceCommand,
  AssociateSoftwareTokenCommand,
  GetUserCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { administrator, only, signingClient } from '../../../support/iam/administrator.ts'
import { codeOf, wrongCode } from '../../../support/user-pools/authenticator-app.ts'
import { ada, register } from '../../../support/user-pools/people.ts'
import {
  begin,
  mfaPool,
  prefer,
  respond,
  setUpApp,
} from '../../../support/user-pools/second-factors.ts'
import { test } from '../../../support/user-pools/user-pools.ts'

const required = { mfaConfiguration: 'ON' } as const
const withMessages = mfaPool({
  ...required,
  enabledMfas: ['SMS_MFA', 'EMAIL_OTP', 'SOFTWARE_TOKEN_MFA'],
})
const phone = { Name: 'phone_number', Value: '+15551234567' }
const mismatch = {
  name: 'CodeMismatchException',
  message: 'Invalid code or auth state for the user.',
}

test('a required second factor is set up at the sign-in, and asked for from the next one on', async ({
  start,
}) => {
  const running = await start({ pools: [mfaPool(required)] })
  await register(running)

  const asked = await begin(running)
  const { secret, third, status } = await setUpApp(running, asked.Session)
  const done = await respond(running, 'MFA_SETUP', third)
  const next = await begin(running)

  expect(asked).toMatchObject({
    ChallengeName: 'MFA_SETUP',
    ChallengeParameters: { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' },
  })
  expect(status).toBe('SUCCESS')
  const { AccessToken } = done.AuthenticationResult ?? {}
  const user = await running.cognito.send(new GetUserCommand({ AccessToken }))
  expect(user.UserMFASettingList).toEqual(['SOFTWARE_TOKEN_MFA'])
  expect(next.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  running.clock.advance({ seconds: 30 })
  const SOFTWARE_TOKEN_MFA_CODE = codeOf(secret, running.clock.now())
  const again = await respond(running, 'SOFTWARE_TOKEN_MFA', next.Session, {
    SOFTWARE_TOKEN_MFA_CODE,
  })
  expect(again.AuthenticationResult).toBeDefined()
})

test('a set-up cannot be skipped, nor its sessions be used twice', async ({ start }) => {
  const running = await start({ pools: [mfaPool(required)] })
  const { cognito, clock } = running
  await register(running)
  const { Session } = await begin(running)
  const unverified = {
    name: 'InvalidParameterException',
    message: 'User has not verified software token mfa',
  }
  const usedUp = { message: 'Invalid session for the user, session can only be used once.' }

  await expect(respond(running, 'MFA_SETUP', Session)).rejects.toMatchObject(unverified)
  const { SecretCode = '', Session: second } = await cognito.send(
    new AssociateSoftwareTokenCommand({ Session }),
  )
  await expect(respond(running, 'MFA_SETUP', second)).rejects.toMatchObject(unverified)
  await expect(cognito.send(new AssociateSoftwareTokenCommand({ Session }))).rejects.toMatchObject(
    usedUp,
  )
  await expect(
    cognito.send(
      new VerifySoftwareTokenCommand({
        Session: second,
        UserCode: wrongCode(SecretCode, clock.now()),
      }),
    ),
  ).rejects.toMatchObject({ name: 'EnableSoftwareTokenMFAException' })
  await expect(
    cognito.send(new AssociateSoftwareTokenCommand({ Session: 'no session of anybody' })),
  ).rejects.toMatchObject({ message: 'Invalid session for the user.' })
})

test('who is given an account sets it up after the new password', async ({ start }) => {
  const credentials = administrator()
  const running = await start({ pools: [mfaPool(required)], ...only(credentials) })
  const admin = signingClient(running.url, credentials)
  await admin.send(
    new AdminCreateUserCommand({
      UserPoolId: mfaPool().id,
      Username: ada.Username,
      TemporaryPassword: 'Temporary-Horse-1',
      MessageAction: 'SUPPRESS',
    }),
  )
  const first = await begin(running, { ...ada, Password: 'Temporary-Horse-1' })
  const second = await respond(running, 'NEW_PASSWORD_REQUIRED', first.Session, {
    NEW_PASSWORD: ada.Password,
  })

  expect(second.ChallengeName).toBe('MFA_SETUP')
  expect(second.AuthenticationResult).toBeUndefined()
  const { third } = await setUpApp(running, second.Session)
  expect((await respond(running, 'MFA_SETUP', third)).AuthenticationResult).toBeDefined()
})

test('a number that recovers nothing is asked at once, and verified by it', async ({ start }) => {
  const running = await start({ pools: [withMessages] })
  await register(running, ada, { attributes: [phone] })

  const asked = await begin(running)
  const code = running.newestCode(phone.Value)
  await expect(
    respond(running, 'SMS_MFA', asked.Session, {
      SMS_MFA_CODE: code === '000000' ? '1' : '000000',
    }),
  ).rejects.toMatchObject(mismatch)
  const done = await respond(running, 'SMS_MFA', asked.Session, { SMS_MFA_CODE: code })

  expect(asked).toMatchObject({
    ChallengeName: 'SMS_MFA',
    ChallengeParameters: {
      CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS',
      CODE_DELIVERY_DESTINATION: '+*******4567',
      USER_ID_FOR_SRP: expect.any(String),
    },
  })
  const { AccessToken } = done.AuthenticationResult ?? {}
  const user = await running.cognito.send(new GetUserCommand({ AccessToken }))
  expect(user.UserAttributes).toContainEqual({ Name: 'phone_number_verified', Value: 'true' })
})

test('an e-mail code is a second factor, and not the first one of the same name', async ({
  start,
}) => {
  const pool = mfaPool({
    ...required,
    enabledMfas: ['EMAIL_OTP'],
    recoveryMechanisms: ['admin_only'],
  })
  const running = await start({ pools: [pool] })
  await register(running)

  const asked = await begin(running)
  const EMAIL_OTP_CODE = running.newestCode()
  await expect(
    respond(running, 'SELECT_CHALLENGE', asked.Session, { ANSWER: 'EMAIL_OTP' }),
  ).rejects.toMatchObject({ message: 'Invalid session for the user.' })
  const done = await respond(running, 'EMAIL_OTP', asked.Session, { EMAIL_OTP_CODE })

  expect(asked.ChallengeName).toBe('EMAIL_OTP')
  expect(EMAIL_OTP_CODE).toMatch(/^\d{8}$/)
  expect(done.AuthenticationResult).toBeDefined()
})

test('five wrong codes of a message lock as those of an app do', async ({ start }) => {
  const running = await start({ pools: [withMessages] })
  await register(running, ada, { attributes: [phone] })
  const { Session } = await begin(running)
  const code = running.newestCode(phone.Value)
  const SMS_MFA_CODE = code === '000000' ? '000001' : '000000'
  for (let tries = 1; tries <= 5; tries += 1) {
    await expect(respond(running, 'SMS_MFA', Session, { SMS_MFA_CODE })).rejects.toMatchObject(
      mismatch,
    )
  }

  await expect(respond(running, 'SMS_MFA', Session, { SMS_MFA_CODE: code })).rejects.toMatchObject({
    message: expect.stringContaining('User temporarily locked.'),
  })
})

test('several factors are a choice, and only what was offered can be chosen', async ({ start }) => {
  const credentials = administrator()
  const running = await start({ pools: [withMessages], ...only(credentials) })
  await register(running, ada, { attributes: [phone] })
  const sms = await begin(running)
  const { AuthenticationResult } = await respond(running, 'SMS_MFA', sms.Session, {
    SMS_MFA_CODE: running.newestCode(phone.Value),
  })
  const { AccessToken = '' } = AuthenticationResult ?? {}
  const { SecretCode = '' } = await running.cognito.send(
    new AssociateSoftwareTokenCommand({ AccessToken }),
  )
  const UserCode = codeOf(SecretCode, running.clock.now())
  await running.cognito.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }))

  const asked = await begin(running)
  await expect(
    respond(running, 'SELECT_MFA_TYPE', asked.Session, { ANSWER: 'EMAIL_OTP' }),
  ).rejects.toMatchObject({ name: 'InvalidParameterException' })
  const chosen = await respond(running, 'SELECT_MFA_TYPE', asked.Session, {
    ANSWER: 'SOFTWARE_TOKEN_MFA',
  })
  running.clock.advance({ seconds: 30 })
  const done = await respond(running, 'SOFTWARE_TOKEN_MFA', chosen.Session, {
    SOFTWARE_TOKEN_MFA_CODE: codeOf(SecretCode, running.clock.now()),
  })

  expect(asked).toMatchObject({
    ChallengeName: 'SELECT_MFA_TYPE',
    ChallengeParameters: { MFAS_CAN_CHOOSE: '["SOFTWARE_TOKEN_MFA","SMS_MFA"]' },
  })
  expect(chosen.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  expect(done.AuthenticationResult).toBeDefined()
})

test('where it is required, a factor cannot be switched off, and one can be preferred', async ({
  start,
}) => {
  const running = await start({ pools: [mfaPool(required)] })
  await register(running)
  const { third } = await setUpApp(running, (await begin(running)).Session)
  const { AuthenticationResult } = await respond(running, 'MFA_SETUP', third)
  const { AccessToken = '' } = AuthenticationResult ?? {}
  const invalid = { name: 'InvalidParameterException' }

  for (const settings of [
    { SoftwareTokenMfaSettings: { Enabled: false } },
    { SoftwareTokenMfaSettings: { Enabled: false, PreferredMfa: true } },
    { SMSMfaSettings: { Enabled: true } },
    { EmailMfaSettings: { Enabled: true } },
    { WebAuthnMfaSettings: { Enabled: true } },
    {
      SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
      SMSMfaSettings: { Enabled: true, PreferredMfa: true },
    },
  ]) {
    await expect(prefer(running, AccessToken, settings)).rejects.toMatchObject(invalid)
  }
  await prefer(running, AccessToken, {
    SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
  })
  const user = await running.cognito.send(new GetUserCommand({ AccessToken }))
  expect(user.PreferredMfaSetting).toBe('SOFTWARE_TOKEN_MFA')
})

test('administrators switch the factors of anybody', async ({ start }) => {
  const credentials = administrator()
  const optional = mfaPool({ enabledMfas: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] })
  const running = await start({ pools: [optional], ...only(credentials) })
  await register(running, ada, { attributes: [phone] })
  const admin = signingClient(running.url, credentials)
  const who = { UserPoolId: optional.id, Username: ada.Username }
  const send = (Enabled: boolean, PreferredMfa = Enabled) =>
    admin.send(
      new AdminSetUserMFAPreferenceCommand({ ...who, SMSMfaSettings: { Enabled, PreferredMfa } }),
    )

  await send(true)
  expect((await begin(running)).ChallengeName).toBe('SMS_MFA')
  await send(false)
  expect((await begin(running)).AuthenticationResult).toBeDefined()
  await expect(
    admin.send(new AdminSetUserMFAPreferenceCommand({ ...who, Username: 'nobody@example.com' })),
  ).rejects.toMatchObject({ name: 'UserNotFoundException' })
})
