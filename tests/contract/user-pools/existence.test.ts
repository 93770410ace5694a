import {
  ConfirmForgotPasswordCommand,
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
  ResendConfirmationCodeCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { ada, register } from '../../support/user-pools/people.ts'
import { appClient, emailPool, plainPool } from '../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../support/user-pools/user-pools.ts'

const { ClientId } = ada
const Password = 'Battery-Staple-2'
const honest = [emailPool({ clients: [appClient({ preventUserExistenceErrors: false })] })]

/** Every unauthenticated call about a user, with a code that nobody was sent. */
function ask({ cognito }: RunningUserPools, Username: string) {
  const ConfirmationCode = 'no-code'
  return {
    ForgotPassword: () => cognito.send(new ForgotPasswordCommand({ ClientId, Username })),
    ResendConfirmationCode: () =>
      cognito.send(new ResendConfirmationCodeCommand({ ClientId, Username })),
    ConfirmSignUp: () =>
      cognito.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode })),
    ConfirmForgotPassword: () =>
      cognito.send(
        new ConfirmForgotPasswordCommand({ ClientId, Username, ConfirmationCode, Password }),
      ),
  }
}

const operations = [
  'ForgotPassword',
  'ResendConfirmationCode',
  'ConfirmSignUp',
  'ConfirmForgotPassword',
] as const

test.for(operations)(
  '%s says that a user is unknown to an honest client',
  async (name, { start }) => {
    const running = await start({ pools: honest })

    await expect(ask(running, 'nobody@example.com')[name]()).rejects.toMatchObject({
      name: 'UserNotFoundException',
      message: 'Username/client id combination not found.',
    })
  },
)

test.for(['ForgotPassword', 'ResendConfirmationCode'] as const)(
  '%s pretends to send a code to someone unknown, masked from what was typed',
  async (name, { start }) => {
    const running = await start()

    const answer = await ask(running, 'nobody@other.example')[name]()

    expect(answer.CodeDeliveryDetails).toEqual({
      Destination: 'n***@o***',
      DeliveryMedium: 'EMAIL',
      AttributeName: 'email',
    })
    expect(running.outbox.list()).toEqual([])
  },
)

test.for(['ConfirmSignUp', 'ConfirmForgotPassword'] as const)(
  '%s refuses the code of someone unknown as a wrong one',
  async (name, { start }) => {
    const running = await start()

    await expect(ask(running, 'nobody@example.com')[name]()).rejects.toMatchObject({
      name: 'CodeMismatchException',
      message: 'Invalid verification code provided, please try again.',
    })
  },
)

test('the pretended destination of a name is always the same, and differs by name', async ({
  start,
}) => {
  const running = await start({ pools: [plainPool()] })
  const destinationOf = async (name: string) =>
    (await ask(running, name).ForgotPassword()).CodeDeliveryDetails?.Destination

  const seen = await Promise.all(
    ['nobody', 'NOBODY', 'someone', 'anyone', 'no-one', 'whoever'].map(destinationOf),
  )

  for (const destination of seen) expect(destination).toMatch(/^[a-z]\*{3}@[a-z]\*{3}$/)
  expect(seen[0]).toBe(seen[1])
  expect(new Set(seen).size).toBeGreaterThan(1)
})

test.for([
  ['ForgotPassword', 20],
  ['ResendConfirmationCode', 5],
] as const)(
  '%s reaches its limit for someone unknown as for someone known',
  async (row, { start }) => {
    const [name, limit] = row
    const running = await start()
    const call = ask(running, 'nobody@example.com')[name]
    for (let calls = 0; calls < limit; calls += 1) await call()

    await expect(call()).rejects.toMatchObject({ name: 'LimitExceededException' })
  },
)

test('ForgotPassword hides that a contact is not verified, and sends nothing', async ({
  start,
}) => {
  const running = await start()
  await running.cognito.send(new SignUpCommand(ada))

  const answer = await ask(running, ada.Username).ForgotPassword()

  expect(answer.CodeDeliveryDetails).toMatchObject({ Destination: 'a***@e***' })
  expect(running.outbox.list()).toMatchObject([{ kind: 'SIGN_UP' }])
})

test('SignUp tells the truth about taken names all the same', async ({ start }) => {
  const running = await start()
  await register(running)

  await expect(running.cognito.send(new SignUpCommand(ada))).rejects.toMatchObject({
    name: 'UsernameExistsException',
  })
})
