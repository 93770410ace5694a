import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  CreateGroupCommand,
  CreateUserPoolCommand,
  DeleteUserPoolCommand,
  GetGroupCommand,
  ListGroupsCommand,
  ListUsersInGroupCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { adminClient } from '../../../support/user-pools/pool-administrator.ts'
import { test } from '../../../support/stand-in.ts'

const GroupName = 'editors'

test('a reset keeps a group and forgets who is in it, and with its pool it goes', async ({
  standIn,
}) => {
  const admin = adminClient(standIn, standIn.administrator)
  const { UserPool } = await admin.send(new CreateUserPoolCommand({ PoolName: 'staff' }))
  const group = { UserPoolId: UserPool?.Id, GroupName }
  const person = { UserPoolId: UserPool?.Id, Username: 'ada' }
  await admin.send(new CreateGroupCommand({ ...group, Precedence: 1 }))
  const join = async () => {
    await admin.send(new AdminCreateUserCommand({ ...person, MessageAction: 'SUPPRESS' }))
    await admin.send(new AdminAddUserToGroupCommand({ ...person, GroupName }))
    return admin.send(new ListUsersInGroupCommand(group))
  }
  expect((await join()).Users).toHaveLength(1)

  await standIn.reset()

  const { Group } = await admin.send(new GetGroupCommand(group))
  expect(Group).toMatchObject({ GroupName, Precedence: 1 })
  expect((await admin.send(new ListUsersInGroupCommand(group))).Users).toEqual([])
  expect((await join()).Users).toHaveLength(1)

  await admin.send(new DeleteUserPoolCommand({ UserPoolId: UserPool?.Id }))
  const gone = { name: 'ResourceNotFoundException' }
  await expect(admin.send(new GetGroupCommand(group))).rejects.toMatchObject(gone)
  const { Groups } = await admin.send(
    new ListGroupsCommand({ UserPoolId: standIn.config.userPoolId }),
  )
  expect(Groups).toEqual([])
})
