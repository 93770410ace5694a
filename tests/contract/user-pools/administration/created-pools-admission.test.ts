import {
  DeleteUserPoolClientCommand,
  DeleteUserPoolCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  ListUserPoolClientsCommand,
  ListUserPoolsCommand,
  UpdateUserPoolClientCommand,
  UpdateUserPoolCommand,
  type CreateUserPoolClientRequest,
  type CreateUserPoolRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { administrator, only, signingClient } from '../../../support/iam/administrator.ts'
import { ada } from '../../../support/user-pools/people.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { definitions, test, createPool, createClient } from './administered-pools.ts'

test.for<[Partial<CreateUserPoolRequest>, string]>([
  [{ AliasAttributes: ['email'], UsernameAttributes: ['email'] }, 'cannot stand beside'],
  [{ Policies: { PasswordPolicy: { MinimumLength: 5 } } }, 'passwordPolicy.minimumLength'],
  [{ MfaConfiguration: 'MAYBE' as 'ON' }, '[OFF, ON, OPTIONAL]'],
  [{ Schema: [{ Name: 'a'.repeat(21), AttributeDataType: 'String' }] }, 'schema.1.member.name'],
  [{ Schema: [{ Name: 'sub', AttributeDataType: 'String' }] }, 'Cognito keeps sub itself'],
  [
    { LambdaConfig: { PreSignUp: 'arn:aws:lambda:us-east-1:123456789012:function:none' } },
    'no function arn',
  ],
  [{ EmailVerificationMessage: 'no place' }, 'emailVerificationMessage'],
])('CreateUserPool refuses %j as the template does', async ([settings, words], { admin }) => {
  await expect(createPool(admin, settings)).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: expect.stringContaining(words) as string,
  })
  const { UserPools } = await admin.send(new ListUserPoolsCommand({ MaxResults: 60 }))
  expect(UserPools).toHaveLength(1)
})

test.for<[Partial<CreateUserPoolClientRequest>, string]>([
  [{ CallbackURLs: ['http://example.com'] }, 'must be an https:'],
  [{ AllowedOAuthFlows: ['code'] }, 'AllowedOAuthFlowsUserPoolClient'],
  [{ ReadAttributes: ['custom:no'] }, 'the pool has no attribute custom:no'],
  [{ AccessTokenValidity: 2, TokenValidityUnits: { AccessToken: 'days' } }, 'is not within'],
  [{ SupportedIdentityProviders: ['Google'] }, 'The provider Google does not exist for User Pool'],
  [{ GenerateSecret: true, ClientSecret: 'a'.repeat(30) }, 'cannot be given together'],
])('CreateUserPoolClient refuses %j as the template does', async ([settings, words], { admin }) => {
  const { Id } = await createPool(admin)

  await expect(createClient(admin, Id!, settings)).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: expect.stringContaining(words) as string,
  })
  const { UserPoolClients } = await admin.send(new ListUserPoolClientsCommand({ UserPoolId: Id }))
  expect(UserPoolClients).toEqual([])
})

test('UpdateUserPool refuses what an app client of the pool could not go with', async ({
  admin,
}) => {
  const { Id } = await createPool(admin)
  await createClient(admin, Id!, { ExplicitAuthFlows: ['ALLOW_USER_AUTH'] })

  const update = new UpdateUserPoolCommand({ UserPoolId: Id, UserPoolTier: 'LITE' })

  await expect(admin.send(update)).rejects.toMatchObject({ name: 'InvalidParameterException' })
  const { UserPool } = await admin.send(new DescribeUserPoolCommand({ UserPoolId: Id }))
  expect(UserPool?.UserPoolTier).toBe('ESSENTIALS')
})

test('DeleteUserPool spares a pool with deletion protection', async ({ admin }) => {
  const { Id: UserPoolId } = await createPool(admin, { DeletionProtection: 'ACTIVE' })

  await expect(admin.send(new DeleteUserPoolCommand({ UserPoolId }))).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: expect.stringContaining('deletion protection is activated') as string,
  })

  await admin.send(new UpdateUserPoolCommand({ UserPoolId }))
  await admin.send(new DeleteUserPoolCommand({ UserPoolId }))
  const { UserPools } = await admin.send(new ListUserPoolsCommand({ MaxResults: 60 }))
  expect(UserPools?.map(({ Id }) => Id)).toEqual([emailPool().id])
})

test('what the template declares is changed and deleted by no operation', async ({ admin }) => {
  const UserPoolId = emailPool().id
  const { ClientId } = ada
  const refused = {
    name: 'InvalidParameterException',
    message: expect.stringContaining('declared by the template') as string,
  }

  await expect(admin.send(new UpdateUserPoolCommand({ UserPoolId }))).rejects.toMatchObject(refused)
  await expect(admin.send(new DeleteUserPoolCommand({ UserPoolId }))).rejects.toMatchObject(refused)
  await expect(
    admin.send(new UpdateUserPoolClientCommand({ UserPoolId, ClientId })),
  ).rejects.toMatchObject(refused)
  await expect(
    admin.send(new DeleteUserPoolClientCommand({ UserPoolId, ClientId })),
  ).rejects.toMatchObject(refused)
})

test('a pool that is not there is not found, nor an app client of another pool', async ({
  admin,
}) => {
  const { Id } = await createPool(admin)
  const notFound = { name: 'ResourceNotFoundException' }
  const UserPoolId = 'us-east-1_missing00'

  for (const command of [
    new DescribeUserPoolCommand({ UserPoolId }),
    new UpdateUserPoolCommand({ UserPoolId }),
    new DeleteUserPoolCommand({ UserPoolId }),
  ]) {
    await expect(admin.send(command)).rejects.toMatchObject(notFound)
  }
  await expect(createClient(admin, UserPoolId)).rejects.toMatchObject(notFound)
  await expect(
    admin.send(new DescribeUserPoolClientCommand({ UserPoolId: Id, ClientId: ada.ClientId })),
  ).rejects.toMatchObject(notFound)
})

test('whoever may describe one pool can neither create nor list any', async ({ start }) => {
  const described = administrator({
    Action: 'cognito-idp:*',
    Resource: `arn:aws:cognito-idp:*:*:userpool/${emailPool().id}`,
  })
  const { url } = await start({ ...only(described), definitions })
  const admin = signingClient(url, described)

  await admin.send(new DescribeUserPoolCommand({ UserPoolId: emailPool().id }))
  const refused = {
    name: 'AccessDeniedException',
    message: expect.stringContaining('on resource: *') as string,
  }
  await expect(createPool(admin)).rejects.toMatchObject(refused)
  await expect(admin.send(new ListUserPoolsCommand({ MaxResults: 1 }))).rejects.toMatchObject(
    refused,
  )
  admin.destroy()
})
