import {
  ConfirmForgotPasswordCommand,
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { alterUser } from '../../support/user-pools/alter-user.ts'
import { ada, register, signIn } from '../../support/user-pools/people.ts'
import { appClient, emailPool } from '../../support/user-pools/user-pool-config.ts'
import { test } from '../../support/user-pools/user-pools.ts'

const { ClientId, Username } = ada
const Password = 'Battery-Staple-2'
const honest = [emailPool({ clients: [appClient({ preventUserExistenceErrors: false })] })]

test('a user who has to choose a new password does so by the code, and is CONFIRMED then', async ({
  start,
}) => {
  const running = await start()
  const { cognito, newestCode } = running
  await register(running)
  alterUser(running, Username, { status: 'RESET_REQUIRED' })

  await cognito.send(new ForgotPasswordCommand({ ClientId, Username }))
  await cognito.send(
    new ConfirmForgotPasswordCommand({
      ClientId,
      Username,
      Password,
      ConfirmationCode: newestCode(),
    }),
  )

  await expect(signIn(running, { Password })).resolves.toBeDefined()
})

test.for(['RESET_REQUIRED', 'FORCE_CHANGE_PASSWORD', 'EXTERNAL_PROVIDER'] as const)(
  'ConfirmSignUp does not confirm a user who is %s',
  async (status, { start }) => {
    const running = await start()
    await register(running, ada, { isConfirmed: false })
    alterUser(running, Username, { status })

    const confirming = running.cognito.send(
      new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode: running.newestCode() }),
    )

    await expect(confirming).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: `User cannot be confirmed. Current status is ${status}`,
    })
  },
)

test('ForgotPassword is refused while an administrator’s password waits', async ({ start }) => {
  const running = await start()
  await register(running)
  alterUser(running, Username, { status: 'FORCE_CHANGE_PASSWORD' })

  await expect(
    running.cognito.send(new ForgotPasswordCommand({ ClientId, Username })),
  ).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'User password cannot be reset in the current state.',
  })
})

test('someone disabled looks like someone unknown who forgot a password', async ({ start }) => {
  const running = await start()
  const { cognito, outbox } = running
  await register(running)
  alterUser(running, Username, { enabled: false })

  const { CodeDeliveryDetails } = await cognito.send(
    new ForgotPasswordCommand({ ClientId, Username }),
  )
  const confirming = cognito.send(
    new ConfirmForgotPasswordCommand({ ClientId, Username, Password, ConfirmationCode: '123456' }),
  )

  expect(CodeDeliveryDetails).toMatchObject({ Destination: 'a***@e***' })
  await expect(confirming).rejects.toMatchObject({ name: 'CodeMismatchException' })
  expect(outbox.list()).toMatchObject([{ kind: 'SIGN_UP' }])
})

test('an honest client learns that someone is disabled', async ({ start }) => {
  const running = await start({ pools: honest })
  const { cognito } = running
  await register(running)
  alterUser(running, Username, { enabled: false })
  const disabled = { name: 'NotAuthorizedException', message: 'User is disabled.' }

  await expect(
    cognito.send(new ForgotPasswordCommand({ ClientId, Username })),
  ).rejects.toMatchObject(disabled)
  await expect(
    cognito.send(
      new ConfirmForgotPasswordCommand({
        ClientId,
        Username,
        Password,
        ConfirmationCode: '123456',
      }),
    ),
  ).rejects.toMatchObject(disabled)
})

test('the code goes to the first recovery contact that is verified', async ({ start }) => {
  const pool = emailPool({ recoveryMechanisms: ['verified_phone_number', 'verified_email'] })
  const running = await start({ pools: [pool] })
  const { cognito, outbox } = running
  await register(running)
  const contacts = { email: Username, email_verified: 'true', phone_number: '+15551234567' }

  alterUser(running, Username, { attributes: { ...contacts, phone_number_verified: 'false' } })
  await cognito.send(new ForgotPasswordCommand({ ClientId, Username }))
  alterUser(running, Username, { attributes: { ...contacts, phone_number_verified: 'true' } })
  const { CodeDeliveryDetails } = await cognito.send(
    new ForgotPasswordCommand({ ClientId, Username }),
  )

  expect(CodeDeliveryDetails).toEqual({
    Destination: '+*******4567',
    DeliveryMedium: 'SMS',
    AttributeName: 'phone_number',
  })
  expect(outbox.list().map(({ to }) => to)).toEqual(['+15551234567', Username, Username])
})
