import { InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { appClient, emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test } from '../../../support/user-pools/user-pools.ts'

const wrong = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' }
const locked = { name: 'NotAuthorizedException', message: 'Password attempts exceeded' }
const mistyped = { ...ada, Password: 'Wrong-Horse-1' }
const nobody = { ...ada, Username: 'nobody@example.com' }

test('USER_PASSWORD_AUTH answers with tokens', async ({ start }) => {
  const pools = await start()
  await register(pools)

  const answer = await pools.cognito.send(
    new InitiateAuthCommand({
      ClientId: ada.ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'ADA@example.com', PASSWORD: ada.Password },
    }),
  )

  expect(answer.ChallengeName).toBeUndefined()
  expect(answer.ChallengeParameters).toEqual({})
  expect(answer.AuthenticationResult).toMatchObject({ ExpiresIn: 3600, TokenType: 'Bearer' })
})

test('a wrong password and someone who is not there get the same words', async ({ start }) => {
  const pools = await start()
  await register(pools)

  await expect(signIn(pools, mistyped)).rejects.toMatchObject(wrong)
  await expect(signIn(pools, nobody)).rejects.toMatchObject(wrong)
})

test('without existence protection someone who is not there is said not to be', async ({
  start,
}) => {
  const clients = [appClient({ preventUserExistenceErrors: false })]
  const pools = await start({ pools: [emailPool({ clients })] })

  await expect(signIn(pools)).rejects.toMatchObject({
    name: 'UserNotFoundException',
    message: 'User does not exist.',
  })
})

test.for([true, false])(
  'whatever the password, and never locked, an unconfirmed person is told so; existence protection: %s',
  async (preventUserExistenceErrors, { start }) => {
    const clients = [appClient({ preventUserExistenceErrors })]
    const pools = await start({ pools: [emailPool({ clients })] })
    await register(pools, ada, { isConfirmed: false })

    for (const person of [...Array.from({ length: 7 }, () => mistyped), ada]) {
      await expect(signIn(pools, person)).rejects.toMatchObject({
        name: 'UserNotConfirmedException',
        message: 'User is not confirmed.',
      })
    }
  },
)

test.for([ada, nobody])(
  'the fifth wrong password locks $Username for a second, the next for two',
  async ({ Username }, { start }) => {
    const pools = await start()
    await register(pools)
    pools.clock.stop()
    const attempt = () => signIn(pools, { ...mistyped, Username })

    for (let failure = 1; failure <= 5; failure += 1) {
      await expect(attempt()).rejects.toMatchObject(wrong)
    }
    await expect(attempt()).rejects.toMatchObject(locked)
    pools.clock.advance({ seconds: 1 })
    await expect(attempt()).rejects.toMatchObject(wrong)
    pools.clock.advance({ seconds: 1 })
    await expect(attempt()).rejects.toMatchObject(locked)
    pools.clock.advance({ seconds: 1 })
    await expect(attempt()).rejects.toMatchObject(wrong)
  },
)

test('a lock refuses the right password too, and a success clears the count', async ({ start }) => {
  const pools = await start()
  await register(pools)
  pools.clock.stop()
  for (let failure = 1; failure <= 5; failure += 1) {
    await expect(signIn(pools, mistyped)).rejects.toMatchObject(wrong)
  }

  await expect(signIn(pools)).rejects.toMatchObject(locked)
  pools.clock.advance({ seconds: 1 })
  await signIn(pools)

  for (let failure = 1; failure <= 4; failure += 1) {
    await expect(signIn(pools, mistyped)).rejects.toMatchObject(wrong)
  }
  await signIn(pools)
})

test('of many guesses at once no more than five are told anything', async ({ start }) => {
  const pools = await start()
  await register(pools)
  pools.clock.stop()

  const guesses = await Promise.allSettled(
    Array.from({ length: 20 }, () => signIn(pools, mistyped)),
  )

  const messages = guesses.map((guess): unknown => (guess as PromiseRejectedResult).reason.message)
  expect(messages.filter((message) => message === wrong.message)).toHaveLength(5)
  expect(messages.filter((message) => message === locked.message)).toHaveLength(15)
})

test.for([
  ['USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH flow not enabled for this client'],
  ['USER_SRP_AUTH', 'USER_SRP_AUTH is not enabled for the client.'],
  ['USER_AUTH', 'USER_AUTH is not enabled for the client.'],
  ['CUSTOM_AUTH', 'CUSTOM_AUTH is not enabled for the client.'],
  ['REFRESH_TOKEN_AUTH', 'Auth flow not enabled for this client'],
  ['ADMIN_USER_PASSWORD_AUTH', 'Initiate Auth method not supported.'],
  ['ADMIN_NO_SRP_AUTH', 'Initiate Auth method not supported.'],
] as const)('%s is refused when it is not allowed', async ([AuthFlow, message], { start }) => {
  const { cognito } = await start({
    pools: [emailPool({ clients: [appClient({ explicitAuthFlows: [] })] })],
  })

  const starting = cognito.send(
    new InitiateAuthCommand({
      ClientId: ada.ClientId,
      AuthFlow,
      AuthParameters: { USERNAME: ada.Username },
    }),
  )

  await expect(starting).rejects.toMatchObject({ name: 'InvalidParameterException', message })
})

test('a client with custom authentication has no triggers for it', async ({ start }) => {
  const clients = [appClient({ explicitAuthFlows: ['ALLOW_CUSTOM_AUTH'] })]
  const { cognito } = await start({ pools: [emailPool({ clients })] })

  const starting = cognito.send(
    new InitiateAuthCommand({
      ClientId: ada.ClientId,
      AuthFlow: 'CUSTOM_AUTH',
      AuthParameters: { USERNAME: ada.Username },
    }),
  )

  await expect(starting).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: 'Custom auth lambda trigger is not configured for the user pool.',
  })
})

test('an unknown app client and an unknown flow are named', async ({ start }) => {
  const { cognito } = await start()
  const AuthParameters = { USERNAME: ada.Username, PASSWORD: ada.Password }

  await expect(
    cognito.send(
      new InitiateAuthCommand({
        ClientId: 'nosuchclient',
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters,
      }),
    ),
  ).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'User pool client nosuchclient does not exist.',
  })
  await expect(
    cognito.send(
      new InitiateAuthCommand({
        ClientId: ada.ClientId,
        AuthFlow: 'TELEPATHY' as 'USER_AUTH',
        AuthParameters,
      }),
    ),
  ).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: expect.stringMatching(/^1 validation error detected: .*enum value set/),
  })
})

test.for(['USERNAME', 'PASSWORD'])('%s cannot be left out', async (name, { start }) => {
  const { cognito } = await start()

  const starting = cognito.send(
    new InitiateAuthCommand({
      ClientId: ada.ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: ada.Username, PASSWORD: ada.Password, [name]: '' },
    }),
  )

  await expect(starting).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: `Missing required parameter ${name}`,
  })
})
