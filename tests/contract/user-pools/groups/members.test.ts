import {
  AdminAddUserToGroupCommand,
  AdminDeleteUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  CreateGroupCommand,
  InitiateAuthCommand,
  ListUsersInGroupCommand,
  paginateListUsersInGroup,
  type CreateGroupRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { administrator, only, signingClient } from '../../../support/iam/administrator.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'
import { claimsIn, groupsIn } from './claims.ts'

const UserPoolId = emailPool().id
const credentials = administrator()
const byAdministrator = only(credentials)
const roleOf = (name: string) => `arn:aws:iam::123456789012:role/${name}`
const grace = { ...ada, Username: 'grace@example.com' }

function adminOf({ url }: RunningUserPools) {
  return signingClient(url, credentials)
}

function create(
  running: RunningUserPools,
  GroupName: string,
  more: Partial<CreateGroupRequest> = {},
) {
  return adminOf(running).send(new CreateGroupCommand({ UserPoolId, GroupName, ...more }))
}

async function add(running: RunningUserPools, GroupName: string, Username = ada.Username) {
  const { $metadata: _, ...answer } = await adminOf(running).send(
    new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName }),
  )
  return answer
}

async function remove(running: RunningUserPools, GroupName: string, Username = ada.Username) {
  const { $metadata: _, ...answer } = await adminOf(running).send(
    new AdminRemoveUserFromGroupCommand({ UserPoolId, Username, GroupName }),
  )
  return answer
}

async function groupsFor(running: RunningUserPools, Username = ada.Username) {
  const { Groups = [] } = await adminOf(running).send(
    new AdminListGroupsForUserCommand({ UserPoolId, Username }),
  )
  return Groups.map(({ GroupName }) => GroupName)
}

async function usersIn(running: RunningUserPools, GroupName: string) {
  const { Users = [] } = await adminOf(running).send(
    new ListUsersInGroupCommand({ UserPoolId, GroupName }),
  )
  return Users
}

test('who is put into a group is listed there, and their next tokens say so', async ({ start }) => {
  const running = await start(byAdministrator)
  const sub = await register(running)
  await create(running, 'editors', { RoleArn: roleOf('editors'), Precedence: 1 })
  const before = await signIn(running)

  expect(await add(running, 'editors')).toEqual({})

  const { AuthenticationResult: refreshed } = await running.cognito.send(
    new InitiateAuthCommand({
      ClientId: ada.ClientId,
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN: before.RefreshToken },
    }),
  )
  expect(groupsIn(before.AccessToken)).toBeUndefined()
  expect(groupsIn(refreshed?.AccessToken)).toEqual(['editors'])
  expect(claimsIn(refreshed?.IdToken)).toMatchObject({
    'cognito:groups': ['editors'],
    'cognito:roles': [roleOf('editors')],
    'cognito:preferred_role': roleOf('editors'),
  })
  expect(claimsIn(refreshed?.AccessToken)).not.toHaveProperty('cognito:roles')
  expect(await groupsFor(running)).toEqual(['editors'])
  expect(await usersIn(running, 'editors')).toEqual([
    expect.objectContaining({
      Username: sub,
      Enabled: true,
      UserStatus: 'CONFIRMED',
      Attributes: expect.arrayContaining([{ Name: 'email', Value: ada.Username }]) as unknown,
    }),
  ])
})

test('adding twice and removing twice is no error, and what is removed is over', async ({
  start,
}) => {
  const running = await start(byAdministrator)
  await register(running)
  await create(running, 'editors')

  await add(running, 'editors')
  await add(running, 'editors')
  expect(await usersIn(running, 'editors')).toHaveLength(1)
  await remove(running, 'editors')

  expect(await remove(running, 'editors')).toEqual({})
  expect(await groupsFor(running)).toEqual([])
  expect(await usersIn(running, 'editors')).toEqual([])
  expect(groupsIn((await signIn(running)).IdToken)).toBeUndefined()
})

test('a group of the template is as good as one of the API', async ({ start }) => {
  const groups = [{ name: 'declared', roleArn: roleOf('declared'), precedence: 5 }]
  const running = await start({ pools: [emailPool({ groups })], ...byAdministrator })
  await register(running)

  await add(running, 'declared')

  expect(claimsIn((await signIn(running)).IdToken)).toMatchObject({
    'cognito:groups': ['declared'],
    'cognito:preferred_role': roleOf('declared'),
  })
  running.pools.splice(0, 1, emailPool())
  expect(groupsIn((await signIn(running)).IdToken)).toBeUndefined()
})

test.for<[string, Record<string, Partial<CreateGroupRequest>>, string | undefined]>([
  [
    'the lowest precedence',
    { a: { Precedence: 2, RoleArn: roleOf('a') }, b: { Precedence: 0, RoleArn: roleOf('b') } },
    roleOf('b'),
  ],
  [
    'of groups that are equal and have one role, that one',
    { a: { Precedence: 1, RoleArn: roleOf('a') }, b: { Precedence: 1, RoleArn: roleOf('a') } },
    roleOf('a'),
  ],
  [
    'of groups that are equal and have two, neither',
    { a: { Precedence: 1, RoleArn: roleOf('a') }, b: { Precedence: 1, RoleArn: roleOf('b') } },
    undefined,
  ],
  [
    'one with a precedence before those without',
    { a: { RoleArn: roleOf('a') }, b: { Precedence: 9, RoleArn: roleOf('b') } },
    roleOf('b'),
  ],
  ['none of a group without a precedence', { a: { RoleArn: roleOf('a') } }, undefined],
  ['none without a role', { a: { Precedence: 1 } }, undefined],
])('the preferred role: %s', async ([, groups, preferred], { start }) => {
  const running = await start(byAdministrator)
  await register(running)
  for (const [name, settings] of Object.entries(groups)) {
    await create(running, name, settings)
    await add(running, name)
  }

  const claims = claimsIn((await signIn(running)).IdToken)

  expect(claims['cognito:preferred_role']).toBe(preferred)
  const roles = Object.values(groups).flatMap(({ RoleArn }) => RoleArn ?? [])
  expect(claims['cognito:roles'] ?? []).toEqual(expect.arrayContaining(roles) as unknown)
})

test('the user is looked for before the group, by any of their names', async ({ start }) => {
  const running = await start(byAdministrator)
  const sub = await register(running)
  const nobody = 'nobody@example.com'
  const noUser = { name: 'UserNotFoundException', message: 'User does not exist.' }
  const noGroup = { name: 'ResourceNotFoundException', message: 'Group not found.' }

  for (const change of [add, remove]) {
    await expect(change(running, 'none', nobody)).rejects.toMatchObject(noUser)
    await expect(change(running, 'none')).rejects.toMatchObject(noGroup)
  }
  await expect(groupsFor(running, nobody)).rejects.toMatchObject(noUser)
  await expect(usersIn(running, 'none')).rejects.toMatchObject(noGroup)
  await create(running, 'editors')
  await add(running, 'editors', sub)
  expect(await groupsFor(running, ada.Username)).toEqual(['editors'])
})

test('the people of a group come page by page, and with one of them goes their place', async ({
  start,
}) => {
  const running = await start(byAdministrator)
  await create(running, 'editors')
  await create(running, 'editors-too')
  const subs = [await register(running), await register(running, grace)]
  for (const { Username } of [ada, grace]) await add(running, 'editors', Username)
  const client = adminOf(running)

  const found: (string | undefined)[] = []
  const asked = { UserPoolId, GroupName: 'editors' }
  for await (const { Users = [] } of paginateListUsersInGroup({ client, pageSize: 1 }, asked)) {
    expect(Users).toHaveLength(1)
    found.push(Users[0]?.Username)
  }
  await client.send(new AdminDeleteUserCommand({ UserPoolId, Username: ada.Username }))
  await register(running)

  expect(found).toEqual(subs.toSorted())
  expect((await usersIn(running, 'editors')).map(({ Username }) => Username)).toEqual([subs[1]])
  expect(await usersIn(running, 'editors-too')).toEqual([])
  expect(await groupsFor(running)).toEqual([])
  await expect(
    client.send(new ListUsersInGroupCommand({ ...asked, Limit: 0 })),
  ).rejects.toMatchObject({ name: 'InvalidParameterException' })
})
