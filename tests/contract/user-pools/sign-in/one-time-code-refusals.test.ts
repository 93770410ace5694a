import {
  AdminDisableUserCommand,
  UpdateUserAttributesCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { signingClient } from '../../../support/iam/administrator.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { appClient, emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test } from '../../../support/user-pools/user-pools.ts'
import {
  allowedFirstAuthFactors,
  pools,
  UserPoolId,
  credentials,
  byAdministrator,
  mismatch,
  begin,
  respond,
  answer,
} from './one-time-codes.ts'

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
