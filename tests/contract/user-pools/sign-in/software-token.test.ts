import {
  AdminDeleteSoftwareTokenCommand,
  AssociateSoftwareTokenCommand,
  GetUserCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { administrator, only, signingClient } from '../../../support/iam/administrator.ts'
import { codeOf, wrongCode } from '../../../support/user-pools/authenticator-app.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import {
  addApp,
  appOn,
  begin,
  mfaPool,
  prefer,
  respond,
} from '../../../support/user-pools/second-factors.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

const pools = [mfaPool()]
const mismatch = { name: 'CodeMismatchException', message: 'Invalid code received for user' }
const used = {
  name: 'ExpiredCodeException',
  message: 'Your software token has already been used once.',
}

/** Somebody whose sign-in needs the app; its clock is at the next code. */
async function startWithApp(
  start: (options: { pools: ReturnType<typeof mfaPool>[] }) => Promise<RunningUserPools>,
  name?: string,
) {
  const running = await start({ pools })
  await register(running)
  const { AccessToken } = await signIn(running)
  const secret = await addApp(running, AccessToken, name)
  await prefer(running, AccessToken, appOn)
  running.clock.advance({ seconds: 60 })
  return { running, AccessToken, secret }
}

function answer(running: RunningUserPools, Session: string | undefined, code: string) {
  return respond(running, 'SOFTWARE_TOKEN_MFA', Session, { SOFTWARE_TOKEN_MFA_CODE: code })
}

test('an app is associated, verified and switched on, and then asked for', async ({ start }) => {
  const running = await start({ pools })
  await register(running)
  const { AccessToken } = await signIn(running)
  const getUser = () => running.cognito.send(new GetUserCommand({ AccessToken }))

  const secret = await addApp(running, AccessToken, 'my phone')
  const verified = await getUser()
  const notAsked = await begin(running)
  await prefer(running, AccessToken, appOn)
  const switchedOn = await getUser()
  const asked = await begin(running)
  running.clock.advance({ seconds: 30 })
  const done = await answer(running, asked.Session, codeOf(secret, running.clock.now()))

  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  expect(verified.UserMFASettingList).toBeUndefined()
  expect(notAsked.AuthenticationResult).toBeDefined()
  expect(switchedOn).toMatchObject({
    UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
    PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
  })
  expect(asked).toMatchObject({
    ChallengeName: 'SOFTWARE_TOKEN_MFA',
    ChallengeParameters: {
      USER_ID_FOR_SRP: verified.Username,
      FRIENDLY_DEVICE_NAME: 'my phone',
    },
  })
  expect(asked.AuthenticationResult).toBeUndefined()
  expect(done.AuthenticationResult).toMatchObject({ TokenType: 'Bearer' })
})

test('without a name the challenge has none', async ({ start }) => {
  const { running } = await startWithApp(start)

  const { ChallengeParameters } = await begin(running)

  expect(Object.keys(ChallengeParameters ?? {})).toEqual(['USER_ID_FOR_SRP'])
})

test('a wrong code leaves the session as it was, and so does one of a minute ago', async ({
  start,
}) => {
  const { running, secret } = await startWithApp(start)
  const { Session } = await begin(running)
  const now = running.clock.now()

  await expect(answer(running, Session, wrongCode(secret, now))).rejects.toMatchObject(mismatch)
  await expect(answer(running, Session, codeOf(secret, now, -3))).rejects.toMatchObject(mismatch)
  await expect(answer(running, Session, 'abcdef')).rejects.toMatchObject(mismatch)
  const done = await answer(running, Session, codeOf(secret, running.clock.now()))

  expect(done.AuthenticationResult).toBeDefined()
})

test('a code is taken once, and the same session takes the next one', async ({ start }) => {
  const { running, secret } = await startWithApp(start)
  const code = codeOf(secret, running.clock.now())
  const first = await begin(running)
  await answer(running, first.Session, code)

  const { Session } = await begin(running)
  await expect(answer(running, Session, code)).rejects.toMatchObject(used)
  running.clock.advance({ seconds: 30 })
  const done = await answer(running, Session, codeOf(secret, running.clock.now()))

  expect(done.AuthenticationResult).toBeDefined()
})

test('the code that verified the app is taken, too', async ({ start }) => {
  const running = await start({ pools })
  await register(running)
  const { AccessToken } = await signIn(running)
  const { SecretCode = '' } = await running.cognito.send(
    new AssociateSoftwareTokenCommand({ AccessToken }),
  )
  const UserCode = codeOf(SecretCode, running.clock.now())
  await running.cognito.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }))
  await prefer(running, AccessToken, appOn)
  const { Session } = await begin(running)

  await expect(answer(running, Session, UserCode)).rejects.toMatchObject(used)
})

test('of two answers at once with one code, one signs in', async ({ start }) => {
  const { running, secret } = await startWithApp((options) => start({ ...options, isBusy: true }))
  const [first, second] = [await begin(running), await begin(running)]
  const code = codeOf(secret, running.clock.now())

  const outcomes = await Promise.allSettled([
    answer(running, first.Session, code),
    answer(running, second.Session, code),
  ])

  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('the fifth wrong code locks, in every session, and the right one after it', async ({
  start,
}) => {
  const { running, secret } = await startWithApp(start)
  const { Session } = await begin(running)
  const wrong = wrongCode(secret, running.clock.now())
  const locked = {
    name: 'NotAuthorizedException',
    message:
      'Too many invalid credentials attempts. User temporarily locked. Please try again after few seconds.',
  }
  for (let tries = 1; tries <= 5; tries += 1) {
    await expect(answer(running, Session, wrong)).rejects.toMatchObject(mismatch)
  }

  const other = await begin(running)
  const right = () => codeOf(secret, running.clock.now())
  await expect(answer(running, Session, right())).rejects.toMatchObject(locked)
  await expect(answer(running, other.Session, right())).rejects.toMatchObject(locked)
  running.clock.advance({ seconds: 2 })
  expect((await answer(running, other.Session, right())).AuthenticationResult).toBeDefined()
})

test('a session is of one user, one challenge and three minutes', async ({ start }) => {
  const { running, secret } = await startWithApp(start)
  await register(running, { ...ada, Username: 'eve@example.com' })
  const invalid = { message: 'Invalid session for the user.' }
  const { Session } = await begin(running)
  const SOFTWARE_TOKEN_MFA_CODE = codeOf(secret, running.clock.now())

  await expect(
    respond(running, 'SOFTWARE_TOKEN_MFA', Session, {
      USERNAME: 'eve@example.com',
      SOFTWARE_TOKEN_MFA_CODE,
    }),
  ).rejects.toMatchObject(invalid)
  await expect(
    respond(running, 'NEW_PASSWORD_REQUIRED', Session, { NEW_PASSWORD: 'Correct-Horse-2' }),
  ).rejects.toMatchObject(invalid)
  await expect(respond(running, 'MFA_SETUP', Session)).rejects.toMatchObject(invalid)
  await expect(respond(running, 'SOFTWARE_TOKEN_MFA', undefined)).rejects.toMatchObject({
    message: 'Missing required parameter Session',
  })
  running.clock.advance({ minutes: 3 })
  await expect(answer(running, Session, codeOf(secret, running.clock.now()))).rejects.toMatchObject(
    { message: 'Invalid session for the user, session is expired.' },
  )
})

test('a wrong code verifies nothing, and the app before it stays', async ({ start }) => {
  const { running, AccessToken, secret } = await startWithApp(start)
  const { cognito, clock } = running
  const { SecretCode = '' } = await cognito.send(new AssociateSoftwareTokenCommand({ AccessToken }))

  await expect(
    cognito.send(
      new VerifySoftwareTokenCommand({
        AccessToken,
        UserCode: wrongCode(SecretCode, clock.now()),
      }),
    ),
  ).rejects.toMatchObject({
    name: 'EnableSoftwareTokenMFAException',
    message: 'Code mismatch and fail enable Software Token MFA',
  })

  const { Session } = await begin(running)
  const done = await answer(running, Session, codeOf(secret, clock.now()))
  expect(SecretCode).not.toBe(secret)
  expect(done.AuthenticationResult).toBeDefined()
})

test('an app that was replaced proves nothing, not in a session from before either', async ({
  start,
}) => {
  const { running, AccessToken, secret } = await startWithApp(start)
  const { Session } = await begin(running)
  const next = await addApp(running, AccessToken)
  running.clock.advance({ seconds: 30 })

  await expect(answer(running, Session, codeOf(secret, running.clock.now()))).rejects.toMatchObject(
    mismatch,
  )
  const done = await answer(running, Session, codeOf(next, running.clock.now()))
  expect(done.AuthenticationResult).toBeDefined()
})

test('nothing can be verified that was not associated', async ({ start }) => {
  const running = await start({ pools })
  await register(running)
  const { AccessToken } = await signIn(running)
  const invalid = { name: 'InvalidParameterException' }
  const { cognito } = running

  for (const who of [{ AccessToken }, {}]) {
    await expect(
      cognito.send(new VerifySoftwareTokenCommand({ ...who, UserCode: '123456' })),
    ).rejects.toMatchObject(invalid)
  }
  await expect(cognito.send(new AssociateSoftwareTokenCommand({}))).rejects.toMatchObject(invalid)
  await expect(prefer(running, AccessToken, appOn)).rejects.toMatchObject({
    message: 'User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA',
  })
})

test('a pool without authenticator apps has none to associate', async ({ start }) => {
  const running = await start({ pools: [emailPool()] })
  await register(running)
  const { AccessToken } = await signIn(running)

  await expect(
    running.cognito.send(new AssociateSoftwareTokenCommand({ AccessToken })),
  ).rejects.toMatchObject({
    name: 'SoftwareTokenMFANotFoundException',
    message: 'Software Token MFA has not been enabled by the userPool',
  })
})

test('who has lost the app is let in again by an administrator', async ({ start }) => {
  const credentials = administrator()
  const { running } = await startWithApp((options) => start({ ...options, ...only(credentials) }))
  const admin = signingClient(running.url, credentials)
  const UserPoolId = mfaPool().id

  await admin.send(new AdminDeleteSoftwareTokenCommand({ UserPoolId, Username: ada.Username }))

  const { AuthenticationResult } = await begin(running)
  const { AccessToken } = AuthenticationResult ?? {}
  const user = await running.cognito.send(new GetUserCommand({ AccessToken }))
  expect(user.UserMFASettingList).toBeUndefined()
  expect(user.PreferredMfaSetting).toBeUndefined()
})
