import {
  AdminGetUserCommand,
  AdminResetUserPasswordCommand,
  GetUserCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { signingClient } from '../../../support/iam/administrator.ts'
import { wording } from '../../../support/user-pools/custom-message.ts'
import { ada, register } from '../../../support/user-pools/people.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test } from '../../../support/user-pools/user-pools.ts'
import {
  allowedFirstAuthFactors,
  pools,
  UserPoolId,
  credentials,
  byAdministrator,
  begin,
  respond,
  answer,
} from './one-time-codes.ts'

test('a code of eight digits signs in, once', async ({ start }) => {
  const running = await start({ pools })
  await register(running)

  const asked = await begin(running)
  const code = running.newestCode()
  const { AuthenticationResult } = await answer(running, asked.Session, code)

  expect(asked).toMatchObject({
    ChallengeName: 'EMAIL_OTP',
    AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP'],
    ChallengeParameters: {
      CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL',
      CODE_DELIVERY_DESTINATION: 'a***@e***',
    },
  })
  expect(code).toMatch(/^\d{8}$/)
  expect(running.outbox.list()[0]).toMatchObject({
    kind: 'SIGN_IN',
    subject: 'Your authentication code',
    body: `Your authentication code is ${code}.`,
  })
  expect(AuthenticationResult).toMatchObject({ TokenType: 'Bearer' })
  await expect(answer(running, asked.Session, code)).rejects.toMatchObject({
    message: 'Invalid session for the user, session can only be used once.',
  })
})

test('a text message brings a code to a number', async ({ start }) => {
  const running = await start({ pools })
  const attributes = [{ Name: 'phone_number', Value: '+15551234567' }]
  await register(running, ada, { attributes })

  const asked = await begin(running, 'SMS_OTP')
  const SMS_OTP_CODE = running.newestCode('+15551234567')
  const answer = await respond(running, 'SMS_OTP', asked.Session, { SMS_OTP_CODE })

  expect(asked.ChallengeParameters).toEqual({
    CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS',
    CODE_DELIVERY_DESTINATION: '+*******4567',
  })
  expect(SMS_OTP_CODE).toMatch(/^\d{6}$/)
  const { AccessToken } = answer.AuthenticationResult ?? {}
  const user = await running.cognito.send(new GetUserCommand({ AccessToken }))
  expect(user.UserAttributes).toContainEqual({ Name: 'phone_number_verified', Value: 'true' })
})

test('it can be chosen from the list, and another factor after it', async ({ start }) => {
  const running = await start({ pools })
  await register(running)
  const first = await begin(running, '')
  const chosen = await respond(running, 'SELECT_CHALLENGE', first.Session, { ANSWER: 'EMAIL_OTP' })

  const byPassword = await respond(running, 'SELECT_CHALLENGE', chosen.Session, {
    ANSWER: 'PASSWORD',
    PASSWORD: ada.Password,
  })

  expect(first.ChallengeName).toBe('SELECT_CHALLENGE')
  expect(chosen.ChallengeName).toBe('EMAIL_OTP')
  expect(byPassword.AuthenticationResult).toBeDefined()
})

test('the code confirms who has not confirmed their sign-up', async ({ start }) => {
  const running = await start({ ...byAdministrator })
  await register(running, ada, { isConfirmed: false })
  const { Session } = await begin(running)

  const { AuthenticationResult } = await answer(running, Session, running.newestCode())

  expect(AuthenticationResult).toBeDefined()
  const admin = signingClient(running.url, credentials)
  const user = await admin.send(new AdminGetUserCommand({ UserPoolId, Username: ada.Username }))
  expect(user.UserStatus).toBe('CONFIRMED')
  expect(user.UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'true' })
})

test.for([ada.Username, 'nobody@example.com'])(
  'an hour has twenty codes for %s',
  async (username, { start }) => {
    const running = await start({ pools })
    await register(running)
    for (let sent = 0; sent < 20; sent += 1) await begin(running, 'EMAIL_OTP', username)

    await expect(begin(running, 'EMAIL_OTP', username)).rejects.toMatchObject({
      name: 'LimitExceededException',
    })
    running.clock.advance({ hours: 1 })
    expect((await begin(running, 'EMAIL_OTP', username)).ChallengeName).toBe('EMAIL_OTP')
  },
)

test('a password that has to be reset is no matter of who signs in by code', async ({ start }) => {
  const running = await start(byAdministrator)
  await register(running)
  const admin = signingClient(running.url, credentials)
  await admin.send(new AdminResetUserPasswordCommand({ UserPoolId, Username: ada.Username }))
  const { Session } = await begin(running)

  const { AuthenticationResult } = await answer(running, Session, running.newestCode())

  expect(AuthenticationResult).toBeDefined()
})

test('the message is worded by CustomMessage_Authentication', async ({ start }) => {
  const { events, invoke } = wording(({ triggerSource, request: { codeParameter } }) => ({
    emailSubject: triggerSource,
    emailMessage: `Sign in with ${codeParameter}`,
    smsMessage: null,
  }))
  const triggers = { CustomMessage: 'arn:aws:lambda:us-east-1:000000000000:function:words' }
  const running = await start({ pools: [emailPool({ allowedFirstAuthFactors, triggers })], invoke })
  await register(running)

  await begin(running)

  expect(running.outbox.list()[0]).toMatchObject({
    subject: 'CustomMessage_Authentication',
    body: `Sign in with ${running.newestCode()}`,
  })
  expect(events.at(-1)).toMatchObject({ triggerSource: 'CustomMessage_Authentication' })
})
