import {
  ChangePasswordCommand,
  ConfirmForgotPasswordCommand,
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
  InitiateAuthCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { ada, register, signIn } from '../../support/user-pools/people.ts'
import { appClient, emailPool, plainPool } from '../../support/user-pools/user-pool-config.ts'
import { test } from '../../support/user-pools/user-pools.ts'

const { ClientId, Username } = ada
const next = 'Battery-Staple-2'
const honestClients = [appClient({ preventUserExistenceErrors: false })]

test('a forgotten password is replaced by the code that was sent', async ({ start }) => {
  const running = await start()
  const { cognito, outbox, newestCode } = running
  await register(running)

  const { CodeDeliveryDetails } = await cognito.send(
    new ForgotPasswordCommand({ ClientId, Username }),
  )
  await cognito.send(
    new ConfirmForgotPasswordCommand({
      ClientId,
      Username,
      ConfirmationCode: newestCode(),
      Password: next,
    }),
  )

  expect(CodeDeliveryDetails).toEqual({
    Destination: 'a***@e***',
    DeliveryMedium: 'EMAIL',
    AttributeName: 'email',
  })
  expect(outbox.list()[0]).toMatchObject({ kind: 'FORGOT_PASSWORD', to: Username })
  await signIn(running, { Username, Password: next })
  await expect(signIn(running)).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  })
})

test('ConfirmForgotPassword takes a code once and for an hour', async ({ start }) => {
  const running = await start()
  const { cognito, clock, newestCode } = running
  await register(running)
  const confirm = () =>
    cognito.send(
      new ConfirmForgotPasswordCommand({
        ClientId,
        Username,
        ConfirmationCode: newestCode(),
        Password: next,
      }),
    )
  const expired = {
    name: 'ExpiredCodeException',
    message: 'Invalid code provided, please request a code again.',
  }

  await expect(confirm()).rejects.toMatchObject(expired)
  await cognito.send(new ForgotPasswordCommand({ ClientId, Username }))
  clock.advance({ minutes: 60 })
  await expect(confirm()).rejects.toMatchObject(expired)
  await cognito.send(new ForgotPasswordCommand({ ClientId, Username }))
  await confirm()
  await expect(confirm()).rejects.toMatchObject(expired)
})

test('a refused password leaves the code usable, a wrong code leaves it too', async ({ start }) => {
  const running = await start()
  const { cognito, newestCode } = running
  await register(running)
  await cognito.send(new ForgotPasswordCommand({ ClientId, Username }))
  const confirm = (ConfirmationCode: string, Password: string) =>
    cognito.send(
      new ConfirmForgotPasswordCommand({ ClientId, Username, ConfirmationCode, Password }),
    )

  await expect(confirm(newestCode(), 'no-upper-case-1')).rejects.toMatchObject({
    name: 'InvalidPasswordException',
    message: 'Password does not conform to policy: Password must have uppercase characters',
  })
  await expect(confirm('no-code', next)).rejects.toMatchObject({
    name: 'CodeMismatchException',
    message: 'Invalid verification code provided, please try again.',
  })
  await confirm(newestCode(), next)
})

test('of ten resets at once with one code exactly one succeeds', async ({ start }) => {
  const running = await start({ isBusy: true })
  const { cognito, newestCode } = running
  await register(running)
  await cognito.send(new ForgotPasswordCommand({ ClientId, Username }))
  const ConfirmationCode = newestCode()

  const results = await Promise.allSettled(
    Array.from({ length: 10 }, (_, index) =>
      cognito.send(
        new ConfirmForgotPasswordCommand({
          ClientId,
          Username,
          ConfirmationCode,
          Password: `${next}${index}`,
        }),
      ),
    ),
  )

  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('a sign-up code does not reset a password', async ({ start }) => {
  const running = await start({ pools: [plainPool()] })
  const { cognito, newestCode } = running
  await cognito.send(
    new SignUpCommand({
      ...ada,
      Username: 'ada',
      UserAttributes: [{ Name: 'email', Value: 'ada@example.com' }],
    }),
  )

  const confirming = cognito.send(
    new ConfirmForgotPasswordCommand({
      ClientId,
      Username: 'ada',
      ConfirmationCode: newestCode(),
      Password: next,
    }),
  )

  await expect(confirming).rejects.toMatchObject({ name: 'ExpiredCodeException' })
})

test('ForgotPassword needs a verified contact, and says so where it may', async ({ start }) => {
  const { cognito, outbox } = await start({ pools: [emailPool({ clients: honestClients })] })
  await cognito.send(new SignUpCommand(ada))

  await expect(
    cognito.send(new ForgotPasswordCommand({ ClientId, Username })),
  ).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message:
      'Cannot reset password for the user as there is no registered/verified email or phone_number',
  })
  expect(outbox.list()).toHaveLength(1)
})

test('ForgotPassword is refused where only administrators reset passwords', async ({ start }) => {
  const { cognito } = await start({ pools: [emailPool({ recoveryMechanisms: ['admin_only'] })] })

  await expect(
    cognito.send(new ForgotPasswordCommand({ ClientId, Username })),
  ).rejects.toMatchObject({ name: 'NotAuthorizedException' })
})

test('ChangePassword replaces the password and keeps the tokens', async ({ start }) => {
  const running = await start()
  const { cognito } = running
  await register(running)
  const { AccessToken } = await signIn(running)

  await cognito.send(
    new ChangePasswordCommand({
      AccessToken,
      PreviousPassword: ada.Password,
      ProposedPassword: next,
    }),
  )

  await signIn(running, { Username, Password: next })
  await cognito.send(
    new ChangePasswordCommand({
      AccessToken,
      PreviousPassword: next,
      ProposedPassword: ada.Password,
    }),
  )
  await signIn(running)
})

test('ChangePassword refuses a wrong previous password, a missing one and a weak new one', async ({
  start,
}) => {
  const running = await start()
  const { cognito } = running
  await register(running)
  const { AccessToken } = await signIn(running)
  const change = (PreviousPassword: string | undefined, ProposedPassword: string) =>
    cognito.send(new ChangePasswordCommand({ AccessToken, PreviousPassword, ProposedPassword }))
  const incorrect = {
    name: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  }

  await expect(change('Wrong-Horse-1', next)).rejects.toMatchObject(incorrect)
  await expect(change(undefined, next)).rejects.toMatchObject(incorrect)
  await expect(change(ada.Password, 'no-upper-case-1')).rejects.toMatchObject({
    name: 'InvalidPasswordException',
    message: 'Password does not conform to policy: Password must have uppercase characters',
  })
  await signIn(running)
})

test('ChangePassword allows five tries an hour', async ({ start }) => {
  const running = await start()
  const { cognito } = running
  await register(running)
  const { AccessToken } = await signIn(running)
  const change = (PreviousPassword: string) =>
    cognito.send(
      new ChangePasswordCommand({ AccessToken, PreviousPassword, ProposedPassword: next }),
    )
  for (let tries = 0; tries < 5; tries += 1) {
    await expect(change('Wrong-Horse-1')).rejects.toMatchObject({ name: 'NotAuthorizedException' })
  }

  await expect(change(ada.Password)).rejects.toMatchObject({ name: 'LimitExceededException' })
})

test('a user without a password sets the first one without a previous one', async ({ start }) => {
  const pool = emailPool({ allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] })
  const running = await start({ pools: [pool] })
  const { cognito, newestCode } = running
  await cognito.send(new SignUpCommand({ ClientId, Username }))
  const { Session } = await cognito.send(
    new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode: newestCode() }),
  )
  const { AuthenticationResult } = await cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: Username },
      Session,
    }),
  )

  await cognito.send(
    new ChangePasswordCommand({
      AccessToken: AuthenticationResult?.AccessToken,
      ProposedPassword: next,
    }),
  )

  await expect(signIn(running, { Password: next })).resolves.toBeDefined()
})

test('a pool with a history refuses the passwords it remembers', async ({ start }) => {
  const passwordPolicy = { ...emailPool().passwordPolicy, passwordHistorySize: 2 }
  const running = await start({ pools: [emailPool({ passwordPolicy })] })
  const { cognito } = running
  await register(running)
  const { AccessToken } = await signIn(running)
  const change = (PreviousPassword: string, ProposedPassword: string) =>
    cognito.send(new ChangePasswordCommand({ AccessToken, PreviousPassword, ProposedPassword }))
  const remembered = { name: 'PasswordHistoryPolicyViolationException' }

  await expect(change(ada.Password, ada.Password)).rejects.toMatchObject(remembered)
  await change(ada.Password, next)
  await expect(change(next, ada.Password)).rejects.toMatchObject(remembered)
  await change(next, 'Third-Password-3')
  await change('Third-Password-3', ada.Password)
  await signIn(running)
})

test('a token that is not an access token changes nothing', async ({ start }) => {
  const running = await start()
  const { cognito } = running
  await register(running)
  const { AuthenticationResult } = await cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: Username, PASSWORD: ada.Password },
    }),
  )

  const changing = cognito.send(
    new ChangePasswordCommand({
      AccessToken: AuthenticationResult?.IdToken,
      PreviousPassword: ada.Password,
      ProposedPassword: next,
    }),
  )

  await expect(changing).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Invalid Access Token',
  })
})
