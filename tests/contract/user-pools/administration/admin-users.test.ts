import {
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  ListUsersCommand,
  paginateListUsers,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import type { UserRecord } from '../../../../local/user-pools/model.ts'
import { createUsers } from '../../../../local/user-pools/users/users.ts'
import { administrator, only, signingClient } from '../../../support/iam/administrator.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import {
  emailPool,
  plainPool,
  rotatingClient,
} from '../../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

const UserPoolId = emailPool().id
const credentials = administrator()
const byAnybody = only(credentials)

function adminOf({ url }: RunningUserPools) {
  return signingClient(url, credentials)
}

/** Users of any kind, as nobody could sign up. */
function add({ pools, runtime }: RunningUserPools, username: string, of: Partial<UserRecord> = {}) {
  createUsers(runtime.store).add(pools[0]!, {
    poolId: UserPoolId,
    username,
    sub: `sub-of-${username}`,
    attributes: {},
    aliases: [],
    status: 'CONFIRMED',
    enabled: true,
    createdAtMs: 1_700_000_000_500,
    updatedAtMs: 1_700_000_001_000,
    ...of,
  })
}

async function namesBy(running: RunningUserPools, Filter: string): Promise<(string | undefined)[]> {
  const { Users = [] } = await adminOf(running).send(new ListUsersCommand({ UserPoolId, Filter }))
  return Users.map(({ Username }) => Username)
}

test('ListUsers tells everything of everyone, but for passwords', async ({ start }) => {
  const running = await start({ pools: [plainPool()], ...byAnybody })
  add(running, 'ada', {
    attributes: { email: 'ada@example.com', email_verified: 'true' },
    identities: [
      {
        providerName: 'Google',
        providerType: 'Google',
        userId: '1843',
        issuer: null,
        primary: false,
        createdAtMs: 1_700_000_000_900,
      },
    ],
  })

  const { Users, PaginationToken } = await adminOf(running).send(
    new ListUsersCommand({ UserPoolId }),
  )

  expect(Users).toEqual([
    {
      Username: 'ada',
      Enabled: true,
      UserStatus: 'CONFIRMED',
      UserCreateDate: new Date(1_700_000_000_500),
      UserLastModifiedDate: new Date(1_700_000_001_000),
      Attributes: [
        { Name: 'sub', Value: 'sub-of-ada' },
        { Name: 'email', Value: 'ada@example.com' },
        { Name: 'email_verified', Value: 'true' },
        {
          Name: 'identities',
          Value:
            '[{"userId":"1843","providerName":"Google","providerType":"Google","issuer":null,"primary":false,"dateCreated":1700000000900}]',
        },
      ],
    },
  ])
  expect(PaginationToken).toBeUndefined()
})

test('ListUsers pages through all users once, in the same order', async ({ start }) => {
  const running = await start({ pools: [plainPool()], ...byAnybody })
  const names = Array.from({ length: 130 }, (_, index) => `user-${String(index).padStart(3, '0')}`)
  for (const name of names) add(running, name)
  const client = adminOf(running)

  const sizes: number[] = []
  const found: string[] = []
  for await (const { Users = [] } of paginateListUsers({ client }, { UserPoolId })) {
    sizes.push(Users.length)
    found.push(...Users.map(({ Username = '' }) => Username))
  }

  expect(sizes).toEqual([60, 60, 10])
  expect(found).toEqual(names)
})

test('ListUsers fills its pages with users who pass the filter', async ({ start }) => {
  const running = await start({ pools: [plainPool()], ...byAnybody })
  for (let index = 0; index < 20; index += 1) {
    add(running, `user-${String(index).padStart(2, '0')}`, {
      attributes: { name: index % 2 === 0 ? 'Even' : 'Odd' },
    })
  }
  const client = adminOf(running)
  const asked = { UserPoolId, Filter: 'name = "Odd"', Limit: 4 }

  const first = await client.send(new ListUsersCommand(asked))
  const second = await client.send(
    new ListUsersCommand({ ...asked, PaginationToken: first.PaginationToken }),
  )

  expect(first.Users?.map(({ Username }) => Username)).toEqual(
    [1, 3, 5, 7].map((n) => `user-0${n}`),
  )
  expect(second.Users?.map(({ Username }) => Username)).toEqual(
    ['09', '11', '13', '15'].map((n) => `user-${n}`),
  )
})

test.for([
  ['username = "ada"', ['ada']],
  ['username = "Ada"', []],
  ['username ^= "a"', ['ada', 'alan']],
  ['sub = "sub-of-alan"', ['alan']],
  ['email = "ada@example.com"', ['ada']],
  ['email = "ADA@example.com"', ['ada']],
  ['email="ada@example.com"', ['ada']],
  ['  email   ^=   "a"  ', ['ada', 'alan']],
  ['name = "Ada \\"the Countess\\" \\\\ Lovelace"', ['ada']],
  ['name = "ada \\"the Countess\\" \\\\ Lovelace"', []],
  ['given_name ^= ""', ['alan']],
  ['cognito:user_status = "confirmed"', ['ada']],
  ['status = "Disabled"', ['alan']],
  ['status = "disabled"', []],
  ['', ['ada', 'alan']],
] as const)('ListUsers by %s finds %j', async ([filter, expected], { start }) => {
  const running = await start({ pools: [plainPool()], ...byAnybody })
  add(running, 'ada', {
    attributes: { email: 'Ada@example.com', name: 'Ada "the Countess" \\ Lovelace' },
  })
  add(running, 'alan', {
    attributes: { email: 'alan@example.com', given_name: 'Alan' },
    status: 'UNCONFIRMED',
    enabled: false,
  })

  expect(await namesBy(running, filter)).toEqual(expected)
})

test('ListUsers minds the case of addresses where the pool does', async ({ start }) => {
  const running = await start({ pools: [plainPool({ caseSensitive: true })], ...byAnybody })
  add(running, 'ada', { attributes: { email: 'Ada@example.com' } })

  expect(await namesBy(running, 'email = "ada@example.com"')).toEqual([])
  expect(await namesBy(running, 'email = "Ada@example.com"')).toEqual(['ada'])
})

test.for([
  ['email', 'Error while parsing filter.'],
  ['email = ada', 'Error while parsing filter.'],
  ['email != "ada"', 'Error while parsing filter.'],
  ['email = "a" or email = "b"', 'Error while parsing filter.'],
  ['email = "a" "', 'Error while parsing filter.'],
  ['custom:company = "Analytical"', 'Invalid search attribute: custom:company'],
  ['picture = "x"', 'Invalid search attribute: picture'],
] as const)('ListUsers refuses the filter %s', async ([filter, message], { start }) => {
  const running = await start({ pools: [plainPool()], ...byAnybody })
  add(running, 'ada')

  await expect(namesBy(running, filter)).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message,
  })
})

test('ListUsers tells the attributes that were asked for', async ({ start }) => {
  const running = await start({ pools: [plainPool()], ...byAnybody })
  add(running, 'ada', { attributes: { email: 'ada@example.com', name: 'Ada' } })
  const client = adminOf(running)

  const { Users } = await client.send(
    new ListUsersCommand({ UserPoolId, AttributesToGet: ['name'] }),
  )

  expect(Users?.[0]?.Attributes).toEqual([{ Name: 'name', Value: 'Ada' }])
  await expect(
    client.send(new ListUsersCommand({ UserPoolId, AttributesToGet: ['nickname', 'nonsense'] })),
  ).rejects.toMatchObject({ message: 'One or more requested attributes do not exist.' })
})

test.for([
  [
    { Limit: 61 },
    /^1 validation error detected: Value '61' at 'limit' failed .* less than or equal to 60$/,
  ],
  [{ Limit: -1 }, /Value '-1' at 'limit' failed .* greater than or equal to 0$/],
  [
    { Filter: `email = "${'a'.repeat(260)}"` },
    /at 'filter' failed .* length less than or equal to 256$/,
  ],
  [{ PaginationToken: 'no/such=token' }, /^Invalid pagination token\.$/],
] as const)('ListUsers refuses %j', async ([input, message], { start }) => {
  const running = await start({ pools: [plainPool()], ...byAnybody })

  await expect(
    adminOf(running).send(new ListUsersCommand({ UserPoolId, ...input })),
  ).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: expect.stringMatching(message),
  })
})

test('ListUsers keeps the pools apart', async ({ start }) => {
  const other = plainPool({ id: 'us-east-1_ExAmPlE011', clients: [] })
  const running = await start({ pools: [plainPool(), other], ...byAnybody })
  add(running, 'ada')

  const { Users } = await adminOf(running).send(new ListUsersCommand({ UserPoolId: other.id }))

  expect(Users).toEqual([])
})

test('AdminGetUser finds a user by username, sub or address', async ({ start }) => {
  const running = await start(byAnybody)
  const sub = await register(running)
  const admin = adminOf(running)

  for (const Username of [sub, 'ada@example.com', 'ADA@example.com']) {
    expect(await admin.send(new AdminGetUserCommand({ UserPoolId, Username }))).toMatchObject({
      Username: sub,
      Enabled: true,
      UserStatus: 'CONFIRMED',
      UserAttributes: expect.arrayContaining([{ Name: 'email_verified', Value: 'true' }]),
    })
  }
})

test('AdminGetUser says who does not exist, whatever the client hides', async ({ start }) => {
  const running = await start(byAnybody)

  await expect(
    adminOf(running).send(new AdminGetUserCommand({ UserPoolId, Username: 'nobody' })),
  ).rejects.toMatchObject({ name: 'UserNotFoundException', message: 'User does not exist.' })
})

test('a disabled user neither signs in nor has tokens, until enabled, and then new ones', async ({
  start,
}) => {
  const clients = [rotatingClient()]
  const running = await start({ pools: [emailPool({ clients })], ...byAnybody })
  const { cognito } = running
  await register(running)
  const { AccessToken, RefreshToken } = await signIn(running)
  const admin = adminOf(running)
  const user = { UserPoolId, Username: ada.Username }
  const refreshing = () =>
    cognito.send(new GetTokensFromRefreshTokenCommand({ ClientId: ada.ClientId, RefreshToken }))

  await admin.send(new AdminDisableUserCommand(user))

  await expect(signIn(running)).rejects.toMatchObject({ message: 'User is disabled.' })
  await expect(cognito.send(new GetUserCommand({ AccessToken }))).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  })
  await expect(refreshing()).rejects.toMatchObject({ name: 'NotAuthorizedException' })

  await admin.send(new AdminEnableUserCommand(user))

  await expect(refreshing()).rejects.toMatchObject({ name: 'NotAuthorizedException' })
  await expect(cognito.send(new GetUserCommand({ AccessToken }))).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  })
  expect((await signIn(running)).AccessToken).not.toBe('')
})
