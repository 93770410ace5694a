import {
  DeleteUserCommand,
  GetUserCommand,
  ResendConfirmationCodeCommand,
  SignUpCommand,
  UpdateUserAttributesCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { ada, register, signIn } from '../../support/user-pools/people.ts'
import { plainPool } from '../../support/user-pools/user-pool-config.ts'
import { test } from '../../support/user-pools/user-pools.ts'

const withAliases = plainPool({ aliasAttributes: ['email', 'preferred_username'] })
const { ClientId, Password } = ada

test('an alias signs in from its confirmation on, and a preferred username too', async ({
  start,
}) => {
  const running = await start({ pools: [withAliases] })
  await register(
    running,
    { Username: 'ada' },
    { attributes: [{ Name: 'preferred_username', Value: 'countess' }] },
  )

  for (const Username of ['ada', 'ADA', 'ada@example.com', 'countess']) {
    const { Username: found } = await running.cognito.send(
      new GetUserCommand(await signIn(running, { Username })),
    )
    expect(found).toBe('ada')
  }
})

test('an alias that is not verified finds nobody', async ({ start }) => {
  const running = await start({ pools: [withAliases] })
  await register(running, { Username: 'ada' }, { isConfirmed: false })

  await running.cognito.send(
    new ResendConfirmationCodeCommand({ ClientId, Username: 'ada@example.com' }),
  )

  expect(running.outbox.list()).toHaveLength(1)
})

test('a username that someone prefers to be called is taken', async ({ start }) => {
  const running = await start({ pools: [withAliases] })
  await register(
    running,
    { Username: 'ada' },
    { attributes: [{ Name: 'preferred_username', Value: 'countess' }] },
  )

  await expect(
    running.cognito.send(new SignUpCommand({ ClientId, Password, Username: 'countess' })),
  ).rejects.toMatchObject({ name: 'UsernameExistsException' })
})

test('a preferred username signs in at once, is nobody else’s and no address', async ({
  start,
}) => {
  const running = await start({ pools: [withAliases] })
  await register(running, { Username: 'ada' })
  await register(running, { Username: 'bob' })
  const prefer = async (Username: string, Value: string) =>
    running.cognito.send(
      new UpdateUserAttributesCommand({
        ...(await signIn(running, { Username })),
        UserAttributes: [{ Name: 'preferred_username', Value }],
      }),
    )

  await prefer('ada', 'countess')

  await signIn(running, { Username: 'countess' })
  await expect(prefer('bob', 'Countess')).rejects.toMatchObject({ name: 'AliasExistsException' })
  await expect(prefer('bob', 'bob@example.org')).rejects.toMatchObject({
    name: 'InvalidParameterException',
  })
  await prefer('ada', 'lovelace')
  await prefer('bob', 'countess')
})

test('DeleteUser answers with an empty body and frees every name', async ({ start }) => {
  const running = await start({ pools: [withAliases] })
  await register(running, { Username: 'ada' })
  const { AccessToken } = await signIn(running, { Username: 'ada' })

  await running.cognito.send(new DeleteUserCommand({ AccessToken }))

  await expect(running.cognito.send(new GetUserCommand({ AccessToken }))).rejects.toMatchObject({
    name: 'UserNotFoundException',
    message: 'User does not exist.',
  })
  const names = ['users', 'user-index', 'codes']
  const left = names.flatMap((name) => [
    ...running.runtime.store.table(`user-pools/${name}`).entries(),
  ])
  expect(left).toEqual([])
  await register(running, { Username: 'ada' })
})
