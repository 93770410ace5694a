import {
  AdminDisableUserCommand,
  AdminGetUserCommand,
  AdminResetUserPasswordCommand,
  GetUserCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  UpdateUserAttributesCommand,
  type ChallengeNameType,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { administrator, only, signingClient } from '../../../support/iam/administrator.ts'
import { wording } from '../../../support/user-pools/custom-message.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { appClient, emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

const allowedFirstAuthFactors = ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP']
const pools = [emailPool({ allowedFirstAuthFactors })]
const UserPoolId = emailPool().id
const credentials = administrator()
const byAdministrator = { pools, ...only(credentials) }
const mismatch = {
  name: 'CodeMismatchException',
  message: 'Invalid code or auth state for the user.',
}

function begin(
  { cognito }: RunningUserPools,
  PREFERRED_CHALLENGE = 'EMAIL_OTP',
  USERNAME = ada.Username,
) {
  return cognito.send(
    new InitiateAuthCommand({
      ClientId: ada.ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME, PREFERRED_CHALLENGE },
    }),
  )
}

function respond(
  { cognito }: RunningUserPools,
  ChallengeName: ChallengeNameType,
  Session: string | undefined,
  responses: Record<string, string>,
) {
  return cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId: ada.ClientId,
      ChallengeName,
      Session,
      ChallengeResponses: { USERNAME: ada.Username, ...responses },
    }),
  )
}

function answer(running: RunningUserPools, Session: string | undefined, EMAIL_OTP_CODE: string) {
  return respond(running, 'EMAIL_OTP', Session, { EMAIL_OTP_CODE })
}

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

test('a wrong code costs nothing, and twenty cost the session', async ({ start }) => {
  const running = await start({ pools })
  await register(running)
  const { Session } = await begin(running)
  const code = running.newestCode()
  const wrong = code === '00000000' ? '00000001' : '00000000'

  for (let tries = 1; tries < 20; tries += 1) {
    await expect(answer(running, Session, wrong)).rejects.toMatchObject(mismatch)
  }
  const second = await begin(running)
  await expect(answer(running, second.Session, wrong)).rejects.toMatchObject(mismatch)
  expect(
    (await answer(running, second.Session, running.newestCode())).AuthenticationResult,
  ).toBeDefined()
  await expect(answer(running, Session, wrong)).rejects.toMatchObject(mismatch)
  await expect(answer(running, Session, code)).rejects.toMatchObject({
    message: 'Invalid session for the user.',
  })
})

test('a code is good in the session that it was sent for, and in no other', async ({ start }) => {
  const running = await start({ pools })
  await register(running)
  await register(running, { ...ada, Username: 'eve@example.com' })
  const first = await begin(running)
  const code = running.newestCode()
  const second = await begin(running)
  const evesSession = (await begin(running, 'EMAIL_OTP', 'eve@example.com')).Session

  await expect(answer(running, second.Session, code)).rejects.toMatchObject(mismatch)
  await expect(answer(running, evesSession, code)).rejects.toMatchObject({
    message: 'Invalid session for the user.',
  })
  await expect(answer(running, (await begin(running, '')).Session, code)).rejects.toMatchObject(
    mismatch,
  )
  expect((await answer(running, first.Session, code)).AuthenticationResult).toBeDefined()
})

test('a code ends with the address that it was sent to', async ({ start }) => {
  const running = await start({
    pools: [emailPool({ allowedFirstAuthFactors, verifyBeforeUpdate: [] })],
  })
  const sub = await register(running)
  const { AccessToken } = await signIn(running)
  const { Session } = await begin(running)
  const EMAIL_OTP_CODE = running.newestCode()
  const UserAttributes = [{ Name: 'email', Value: 'new@example.com' }]
  await running.cognito.send(new UpdateUserAttributesCommand({ AccessToken, UserAttributes }))

  await expect(
    respond(running, 'EMAIL_OTP', Session, { USERNAME: sub, EMAIL_OTP_CODE }),
  ).rejects.toMatchObject(mismatch)
})

test('three minutes are all that a code has', async ({ start }) => {
  const running = await start({ pools })
  await register(running)
  const { Session } = await begin(running)
  running.clock.advance({ minutes: 3 })

  await expect(answer(running, Session, running.newestCode())).rejects.toMatchObject({
    message: 'Invalid session for the user, session is expired.',
  })
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

test('who is not there is shown the same, and nothing is sent', async ({ start }) => {
  const running = await start({ pools })
  await register(running)
  const there = await begin(running)
  const sent = running.outbox.list().length

  const USERNAME = 'nobody@example.com'
  const asked = await begin(running, 'EMAIL_OTP', USERNAME)

  expect({ ...asked, Session: '', $metadata: {} }).toEqual({
    ...there,
    Session: '',
    $metadata: {},
    ChallengeParameters: {
      ...there.ChallengeParameters,
      CODE_DELIVERY_DESTINATION: 'n***@e***',
    },
  })
  expect(running.outbox.list()).toHaveLength(sent)
  await expect(
    respond(running, 'EMAIL_OTP', asked.Session, { USERNAME, EMAIL_OTP_CODE: '12345678' }),
  ).rejects.toMatchObject(mismatch)
})

test('without protection, who is not there is said', async ({ start }) => {
  const clients = [appClient({ preventUserExistenceErrors: false })]
  const running = await start({ pools: [emailPool({ allowedFirstAuthFactors, clients })] })

  await expect(begin(running)).rejects.toMatchObject({ name: 'UserNotFoundException' })
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

test('a pool that does not allow it neither offers nor takes it', async ({ start }) => {
  const running = await start()
  await register(running)

  const first = await begin(running)

  expect(first.AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD'])
  await expect(
    respond(running, 'SELECT_CHALLENGE', first.Session, { ANSWER: 'EMAIL_OTP' }),
  ).rejects.toMatchObject({ name: 'InvalidParameterException' })
  await expect(answer(running, first.Session, '12345678')).rejects.toMatchObject({
    name: 'InvalidParameterException',
  })
})

test('a disabled account stays shut', async ({ start }) => {
  const running = await start(byAdministrator)
  await register(running)
  const { Session } = await begin(running)
  const admin = signingClient(running.url, credentials)
  await admin.send(new AdminDisableUserCommand({ UserPoolId, Username: ada.Username }))

  await expect(answer(running, Session, running.newestCode())).rejects.toMatchObject({
    message: 'User is disabled.',
  })
})

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
