import {
  ConfirmSignUpCommand,
  GetUserCommand,
  InitiateAuthCommand,
  ResendConfirmationCodeCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { appClient, emailPool, plainPool } from '../../../support/user-pools/user-pool-config.ts'
import { test } from '../../../support/user-pools/user-pools.ts'

const { ClientId, Username } = ada
const wrong = (code: string) => (code === '000000' ? '000001' : '000000')

test('ConfirmSignUp makes the address verified, and takes the code once', async ({ start }) => {
  const running = await start()
  const { cognito, newestCode } = running
  await cognito.send(new SignUpCommand(ada))
  const confirm = { ClientId, Username, ConfirmationCode: newestCode() }

  await cognito.send(new ConfirmSignUpCommand(confirm))

  const user = await cognito.send(new GetUserCommand(await signIn(running)))
  expect(user.UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'true' })
  await expect(cognito.send(new ConfirmSignUpCommand(confirm))).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'User cannot be confirmed. Current status is CONFIRMED',
  })
})

test('ConfirmSignUp refuses a wrong code, and the right one still works', async ({ start }) => {
  const { cognito, newestCode } = await start()
  await cognito.send(new SignUpCommand(ada))

  const confirming = cognito.send(
    new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode: wrong(newestCode()) }),
  )

  await expect(confirming).rejects.toMatchObject({
    name: 'CodeMismatchException',
    message: 'Invalid verification code provided, please try again.',
  })
  await cognito.send(
    new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode: newestCode() }),
  )
})

test('ConfirmSignUp refuses a code after 24 hours', async ({ start }) => {
  const { cognito, clock, newestCode } = await start()
  await cognito.send(new SignUpCommand(ada))
  clock.advance({ hours: 24 })

  const confirming = cognito.send(
    new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode: newestCode() }),
  )

  await expect(confirming).rejects.toMatchObject({
    name: 'ExpiredCodeException',
    message: 'Invalid code provided, please request a code again.',
  })
})

test('a resent code replaces the one before', async ({ start }) => {
  const { cognito, newestCode, outbox } = await start()
  await cognito.send(new SignUpCommand(ada))
  const first = newestCode()

  const { CodeDeliveryDetails } = await cognito.send(
    new ResendConfirmationCodeCommand({ ClientId, Username }),
  )

  expect(CodeDeliveryDetails).toMatchObject({ Destination: 'a***@e***' })
  expect(outbox.list()).toHaveLength(2)
  const confirm = (ConfirmationCode: string) =>
    cognito.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }))
  if (first !== newestCode()) {
    await expect(confirm(first)).rejects.toMatchObject({ name: 'CodeMismatchException' })
  }
  await confirm(newestCode())
})

test('ConfirmSignUp allows fifteen tries an hour, the right code included', async ({ start }) => {
  const { cognito, clock, newestCode } = await start()
  await cognito.send(new SignUpCommand(ada))
  const confirm = (ConfirmationCode: string) =>
    cognito.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }))
  for (let tries = 0; tries < 15; tries += 1) {
    await expect(confirm(wrong(newestCode()))).rejects.toMatchObject({
      name: 'CodeMismatchException',
    })
  }

  await expect(confirm(newestCode())).rejects.toMatchObject({
    name: 'LimitExceededException',
    message: 'Attempt limit exceeded, please try after some time.',
  })

  clock.advance({ hours: 1 })
  await confirm(newestCode())
})

test('a code bears twenty wrong tries in all', async ({ start }) => {
  const { cognito, clock, newestCode } = await start()
  await cognito.send(new SignUpCommand(ada))
  const confirm = (ConfirmationCode: string) =>
    cognito.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }))
  for (let tries = 0; tries < 20; tries += 1) {
    if (tries === 15) clock.advance({ hours: 1 })
    await expect(confirm(wrong(newestCode()))).rejects.toMatchObject({
      name: 'CodeMismatchException',
    })
  }

  await expect(confirm(newestCode())).rejects.toMatchObject({
    name: 'TooManyFailedAttemptsException',
  })
})

test('of fifteen confirmations at once with one code exactly one succeeds', async ({ start }) => {
  const { cognito, newestCode } = await start({
    isBusy: true,
    pools: [emailPool({ clients: [appClient({ explicitAuthFlows: [] })] })],
  })
  await cognito.send(new SignUpCommand(ada))
  const ConfirmationCode = newestCode()

  const results = await Promise.allSettled(
    Array.from({ length: 15 }, () =>
      cognito.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode })),
    ),
  )

  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('the session of ConfirmSignUp signs in once, without a password', async ({ start }) => {
  const { cognito, newestCode } = await start()
  const signedUp = await cognito.send(new SignUpCommand(ada))
  const { Session } = await cognito.send(
    new ConfirmSignUpCommand({
      ClientId,
      Username,
      ConfirmationCode: newestCode(),
      Session: signedUp.Session,
    }),
  )
  const signInBySession = () =>
    cognito.send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: 'USER_AUTH',
        AuthParameters: { USERNAME: Username },
        Session,
      }),
    )

  const { AuthenticationResult } = await signInBySession()

  expect(AuthenticationResult?.AccessToken).toEqual(expect.any(String))
  await expect(signInBySession()).rejects.toMatchObject({ name: 'NotAuthorizedException' })
})

test('ConfirmSignUp refuses a session that belongs to someone else', async ({ start }) => {
  const { cognito, newestCode } = await start()
  const bob = await cognito.send(new SignUpCommand({ ...ada, Username: 'bob@example.com' }))
  await cognito.send(new SignUpCommand(ada))

  const confirming = cognito.send(
    new ConfirmSignUpCommand({
      ClientId,
      Username,
      ConfirmationCode: newestCode(),
      Session: bob.Session,
    }),
  )

  await expect(confirming).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Invalid session for the user.',
  })
})

test('ResendConfirmationCode refuses a confirmed user', async ({ start }) => {
  const running = await start()
  await register(running)

  const resending = running.cognito.send(new ResendConfirmationCodeCommand({ ClientId, Username }))

  await expect(resending).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: 'User is already confirmed.',
  })
})

test('ResendConfirmationCode needs a pool that verifies something', async ({ start }) => {
  const { cognito } = await start({ pools: [emailPool({ autoVerifiedAttributes: [] })] })
  await cognito.send(new SignUpCommand(ada))

  const resending = cognito.send(new ResendConfirmationCodeCommand({ ClientId, Username }))

  await expect(resending).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Cannot resend codes. Auto verification not turned on.',
  })
})

test('ResendConfirmationCode sends five codes an hour, and a client’s own retries cost nothing', async ({
  start,
}) => {
  const { cognito, clock, outbox } = await start()
  await cognito.send(new SignUpCommand(ada))
  const resend = () => cognito.send(new ResendConfirmationCodeCommand({ ClientId, Username }))
  for (let sent = 0; sent < 5; sent += 1) await resend()

  await expect(resend()).rejects.toMatchObject({ name: 'LimitExceededException' })
  await expect(resend()).rejects.toMatchObject({ name: 'LimitExceededException' })
  expect(outbox.list()).toHaveLength(6)

  clock.advance({ hours: 1 })
  await resend()
})

test('a name that signs in already is refused, unless the alias is forced to move', async ({
  start,
}) => {
  const running = await start({ pools: [plainPool({ aliasAttributes: ['email'] })] })
  const { cognito, newestCode } = running
  const UserAttributes = [{ Name: 'email', Value: 'ada@example.com' }]
  await register(running, { Username: 'first' }, { attributes: UserAttributes })
  await cognito.send(new SignUpCommand({ ...ada, Username: 'second', UserAttributes }))
  const confirm = { ClientId, Username: 'second', ConfirmationCode: newestCode() }

  await expect(cognito.send(new ConfirmSignUpCommand(confirm))).rejects.toMatchObject({
    name: 'AliasExistsException',
    message: 'An account with the email already exists.',
  })

  await cognito.send(new ConfirmSignUpCommand({ ...confirm, ForceAliasCreation: true }))
  const byAlias = await cognito.send(new GetUserCommand(await signIn(running)))
  const first = await cognito.send(new GetUserCommand(await signIn(running, { Username: 'first' })))
  expect(byAlias.Username).toBe('second')
  expect(first.UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'false' })
})
