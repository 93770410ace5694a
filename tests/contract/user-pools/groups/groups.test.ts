import {
  AdminAddUserToGroupCommand,
  CreateGroupCommand,
  DeleteGroupCommand,
  GetGroupCommand,
  ListGroupsCommand,
  ListUsersInGroupCommand,
  UpdateGroupCommand,
  paginateListGroups,
  type CreateGroupRequest,
  type UpdateGroupRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { administrator, only, signingClient } from '../../../support/iam/administrator.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'
import { groupsIn } from './claims.ts'

const UserPoolId = emailPool().id
const credentials = administrator()
const byAdministrator = only(credentials)
const RoleArn = 'arn:aws:iam::123456789012:role/editors'
const missing = { name: 'ResourceNotFoundException', message: 'Group not found.' }
const declared = {
  name: 'InvalidParameterException',
  message: expect.stringContaining('declared by the template') as string,
}

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

async function get(running: RunningUserPools, GroupName: string) {
  const { Group } = await adminOf(running).send(new GetGroupCommand({ UserPoolId, GroupName }))
  return Group
}

async function update(running: RunningUserPools, more: Partial<UpdateGroupRequest>) {
  const { Group } = await adminOf(running).send(
    new UpdateGroupCommand({ UserPoolId, GroupName: 'editors', ...more }),
  )
  return Group
}

test('CreateGroup answers what it was given and when, and no more', async ({ start }) => {
  const running = await start(byAdministrator)
  running.clock.stop()
  const at = new Date(running.clock.now())
  const bare = { GroupName: 'a', UserPoolId, CreationDate: at, LastModifiedDate: at }
  const all = { Description: 'Who may edit', RoleArn, Precedence: 0 }

  const { Group } = await create(running, 'a')
  const { Group: editors } = await create(running, 'editors', all)

  expect(Group).toEqual(bare)
  expect(editors).toEqual({ ...bare, GroupName: 'editors', ...all })
  expect(await get(running, 'editors')).toEqual(editors)
})

test('a name is taken once in a pool, and by the template’s groups, too', async ({ start }) => {
  const other = emailPool({ id: 'us-east-1_ExAmPlE02', clients: [] })
  const groups = [{ name: 'declared' }]
  const running = await start({ pools: [emailPool({ groups }), other], ...byAdministrator })
  const taken = {
    name: 'GroupExistsException',
    message: 'A group with the name already exists.',
  }
  await create(running, 'editors')

  await expect(create(running, 'editors')).rejects.toMatchObject(taken)
  await expect(create(running, 'declared')).rejects.toMatchObject(taken)
  await create(running, 'editors', { UserPoolId: other.id })
  await expect(
    create(running, 'editors', { UserPoolId: 'us-east-1_missing00' }),
  ).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
})

test.for([
  ['GroupName', { GroupName: 'two words' }, "'groupName'"],
  ['RoleArn', { RoleArn: 'no arn at all, and long enough' }, "'roleArn'"],
  ['Precedence', { Precedence: -1 }, "'precedence'"],
] as const)('CreateGroup refuses a %s that AWS’s model does not allow', async (row, { start }) => {
  const [, wrong, words] = row
  const running = await start(byAdministrator)

  await expect(create(running, 'editors', wrong)).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: expect.stringContaining(words) as string,
  })
})

test('groups are listed page by page, the template’s among them, and none where there are none', async ({
  start,
}) => {
  const empty = emailPool({ id: 'us-east-1_ExAmPlE02', clients: [] })
  const groups = [{ name: 'c', description: 'Declared', precedence: 3 }]
  const running = await start({ pools: [emailPool({ groups }), empty], ...byAdministrator })
  for (const name of ['d', 'a', '§/b', 'b']) await create(running, name)
  const client = adminOf(running)

  const pages: (string | undefined)[][] = []
  for await (const { Groups = [] } of paginateListGroups({ client, pageSize: 2 }, { UserPoolId })) {
    pages.push(Groups.map(({ GroupName }) => GroupName))
  }
  const { $metadata: _, ...none } = await client.send(
    new ListGroupsCommand({ UserPoolId: empty.id }),
  )

  expect(pages).toEqual([['a', 'b'], ['c', 'd'], ['§/b']])
  expect(none).toEqual({ Groups: [] })
  expect(await get(running, 'c')).toEqual({
    GroupName: 'c',
    UserPoolId,
    Description: 'Declared',
    Precedence: 3,
  })
  await expect(client.send(new ListGroupsCommand({ UserPoolId, Limit: 0 }))).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: expect.stringContaining("Value '0' at 'maxResults'") as string,
  })
  await expect(
    client.send(new ListGroupsCommand({ UserPoolId, NextToken: '?' })),
  ).rejects.toMatchObject({ name: 'InvalidParameterException' })
})

test('UpdateGroup is a merge, and its date moves only where something was sent', async ({
  start,
}) => {
  const running = await start(byAdministrator)
  running.clock.stop()
  const { Group } = await create(running, 'editors', { Description: 'First', Precedence: 1 })
  running.clock.advance({ seconds: 60 })

  expect(await update(running, {})).toEqual(Group)
  const later = new Date(running.clock.now())
  expect(await update(running, { Description: '', Precedence: 0 })).toEqual({
    ...Group,
    Precedence: 0,
    LastModifiedDate: later,
  })
  expect(await update(running, { RoleArn })).toMatchObject({ Description: 'First', RoleArn })
  await expect(update(running, { RoleArn: '' })).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: expect.stringContaining('2 validation errors detected') as string,
  })
  expect(await get(running, 'editors')).toMatchObject({ Precedence: 0, RoleArn })
})

test('DeleteGroup takes everybody out of it, and out of the tokens to come', async ({ start }) => {
  const running = await start(byAdministrator)
  await register(running)
  await create(running, 'editors')
  const admin = adminOf(running)
  await admin.send(
    new AdminAddUserToGroupCommand({ UserPoolId, Username: ada.Username, GroupName: 'editors' }),
  )
  expect(groupsIn((await signIn(running)).AccessToken)).toEqual(['editors'])

  await admin.send(new DeleteGroupCommand({ UserPoolId, GroupName: 'editors' }))

  await expect(get(running, 'editors')).rejects.toMatchObject(missing)
  expect(groupsIn((await signIn(running)).AccessToken)).toBeUndefined()
  await create(running, 'editors')
  const { Users } = await admin.send(
    new ListUsersInGroupCommand({ UserPoolId, GroupName: 'editors' }),
  )
  expect(Users).toEqual([])
  expect(groupsIn((await signIn(running)).AccessToken)).toBeUndefined()
})

test('what the template declares is changed there, and what is not there is not found', async ({
  start,
}) => {
  const groups = [{ name: 'editors' }]
  const running = await start({ pools: [emailPool({ groups })], ...byAdministrator })
  const remove = (GroupName: string) =>
    adminOf(running).send(new DeleteGroupCommand({ UserPoolId, GroupName }))

  await expect(update(running, { Precedence: 1 })).rejects.toMatchObject(declared)
  await expect(remove('editors')).rejects.toMatchObject(declared)
  await expect(update(running, { GroupName: 'none' })).rejects.toMatchObject(missing)
  await expect(remove('none')).rejects.toMatchObject(missing)
  await expect(get(running, 'none')).rejects.toMatchObject(missing)
})
