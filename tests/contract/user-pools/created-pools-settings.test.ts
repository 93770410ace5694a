import {
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DeleteUserPoolClientCommand,
  DeleteUserPoolCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  ListUserPoolClientsCommand,
  ListUserPoolsCommand,
  paginateListUserPools,
  UpdateUserPoolClientCommand,
  UpdateUserPoolCommand,
  type CreateUserPoolClientRequest,
  type CreateUserPoolRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { administrator, only, signingClient } from '../../support/administrator.ts'
import { createTestDefinitions } from '../../support/definitions.ts'
import { ada, register } from '../../support/people.ts'
import { appClient, emailPool } from '../../support/user-pool-config.ts'
import { test as base, type RunningUserPools } from '../../support/user-pools.ts'

interface Fixtures {
  pools: RunningUserPools
  admin: ReturnType<typeof signingClient>
}

const credentials = administrator()
const definitions = createTestDefinitions()

const test = base.extend<Fixtures>({
  pools: async ({ start }, use) => use(await start({ ...only(credentials), definitions })),
  admin: async ({ pools }, use) => {
    const client = signingClient(pools.url, credentials)
    await use(client)
    client.destroy()
  },
})

type Admin = Fixtures['admin']

async function createPool(admin: Admin, settings: Partial<CreateUserPoolRequest> = {}) {
  const { UserPool } = await admin.send(new CreateUserPoolCommand({ PoolName: 'p', ...settings }))
  return UserPool!
}

async function createClient(
  admin: Admin,
  UserPoolId: string,
  settings: Partial<CreateUserPoolClientRequest> = {},
) {
  const { UserPoolClient } = await admin.send(
    new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'web', ...settings }),
  )
  return UserPoolClient!
}

test('CreateUserPool answers with an id and the defaults that the template has', async ({
  admin,
  pools,
}) => {
  pools.clock.stop()
  const pool = await createPool(admin, { PoolName: 'staff' })

  expect(pool.Id).toMatch(/^us-east-1_[A-Za-z0-9]{9}$/)
  expect(pool).toMatchObject({
    Name: 'staff',
    Arn: `arn:aws:cognito-idp:us-east-1:123456789012:userpool/${pool.Id!}`,
    CreationDate: new Date(pools.clock.now()),
    LastModifiedDate: new Date(pools.clock.now()),
    DeletionProtection: 'INACTIVE',
    EstimatedNumberOfUsers: 0,
    LambdaConfig: {},
    MfaConfiguration: 'OFF',
    Policies: {
      PasswordPolicy: {
        MinimumLength: 8,
        RequireLowercase: true,
        RequireNumbers: true,
        RequireSymbols: true,
        RequireUppercase: true,
        TemporaryPasswordValidityDays: 7,
      },
      SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] },
    },
    UserPoolTier: 'ESSENTIALS',
    UsernameConfiguration: { CaseSensitive: true },
  })
  expect(pool.SchemaAttributes).toContainEqual({
    Name: 'birthdate',
    AttributeDataType: 'String',
    DeveloperOnlyAttribute: false,
    Mutable: true,
    Required: false,
    StringAttributeConstraints: { MinLength: '10', MaxLength: '10' },
  })
})

test('DescribeUserPool answers what CreateUserPool was given', async ({ admin }) => {
  const given = {
    AliasAttributes: ['email' as const],
    AutoVerifiedAttributes: ['email' as const],
    AccountRecoverySetting: {
      RecoveryMechanisms: [{ Name: 'verified_email' as const, Priority: 1 }],
    },
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    DeletionProtection: 'ACTIVE' as const,
    EmailVerificationSubject: 'Hello',
    UserPoolTags: { team: 'red' },
    UsernameConfiguration: { CaseSensitive: false },
  }
  const Schema = [
    {
      Name: 'rank',
      AttributeDataType: 'Number' as const,
      Mutable: false,
      NumberAttributeConstraints: { MinValue: '1', MaxValue: '9' },
    },
  ]
  const { Id } = await createPool(admin, { ...given, Schema })

  const { UserPool } = await admin.send(new DescribeUserPoolCommand({ UserPoolId: Id }))

  expect(UserPool).toMatchObject(given)
  expect(UserPool?.SchemaAttributes).toContainEqual({
    ...Schema[0],
    Name: 'custom:rank',
    Required: false,
    DeveloperOnlyAttribute: false,
  })
  expect(UserPool).not.toHaveProperty('Schema')
})

test('the template’s pools and app clients are described, too', async ({ admin, pools }) => {
  await register(pools)
  const UserPoolId = emailPool().id
  const { UserPool } = await admin.send(new DescribeUserPoolCommand({ UserPoolId }))
  const { UserPoolClient } = await admin.send(
    new DescribeUserPoolClientCommand({ UserPoolId, ClientId: ada.ClientId }),
  )

  expect(UserPool).toMatchObject({
    Id: UserPoolId,
    UsernameAttributes: ['email'],
    EstimatedNumberOfUsers: 1,
  })
  expect(UserPoolClient).toMatchObject({
    ClientId: ada.ClientId,
    UserPoolId,
    ExplicitAuthFlows: appClient().explicitAuthFlows,
    PreventUserExistenceErrors: 'ENABLED',
    AccessTokenValidity: 3600,
    TokenValidityUnits: { AccessToken: 'seconds' },
  })
})

test('CreateUserPoolClient answers with defaults, and with a secret where one is asked for', async ({
  admin,
}) => {
  const { Id } = await createPool(admin)
  const open = await createClient(admin, Id!)
  const secret = await createClient(admin, Id!, { GenerateSecret: true, AccessTokenValidity: 5 })
  const given = await createClient(admin, Id!, { ClientSecret: 'a'.repeat(30) })

  expect(open.ClientId).toMatch(/^[a-z0-9]{26}$/)
  expect(open).toMatchObject({
    ClientName: 'web',
    RefreshTokenValidity: 30,
    EnableTokenRevocation: true,
    AuthSessionValidity: 3,
    AllowedOAuthFlowsUserPoolClient: false,
  })
  expect(open).not.toHaveProperty('ClientSecret')
  expect(secret).toMatchObject({
    ClientSecret: expect.stringMatching(/^[a-z0-9]{51}$/) as string,
    AccessTokenValidity: 5,
  })
  expect(given.ClientSecret).toBe('a'.repeat(30))
  const { UserPoolClient } = await admin.send(
    new DescribeUserPoolClientCommand({ UserPoolId: Id, ClientId: secret.ClientId }),
  )
  expect(UserPoolClient).toEqual(secret)
})

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

test('UpdateUserPool sets back what is not given, but for what can never change', async ({
  admin,
}) => {
  const { Id, CreationDate } = await createPool(admin, {
    UsernameAttributes: ['email'],
    DeletionProtection: 'ACTIVE',
    Policies: { PasswordPolicy: { MinimumLength: 20 } },
    Schema: [{ Name: 'rank', AttributeDataType: 'String' }],
  })

  await admin.send(new UpdateUserPoolCommand({ UserPoolId: Id, AutoVerifiedAttributes: ['email'] }))

  const { UserPool } = await admin.send(new DescribeUserPoolCommand({ UserPoolId: Id }))
  expect(UserPool).toMatchObject({
    Name: 'p',
    UsernameAttributes: ['email'],
    AutoVerifiedAttributes: ['email'],
    DeletionProtection: 'INACTIVE',
    CreationDate,
    Policies: { PasswordPolicy: { MinimumLength: 8 } },
  })
  expect(UserPool?.SchemaAttributes?.map(({ Name }) => Name)).toContain('custom:rank')
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

test('UpdateUserPoolClient sets back what is not given, but for name and secret', async ({
  admin,
}) => {
  const { Id } = await createPool(admin)
  const { ClientId, ClientSecret } = await createClient(admin, Id!, {
    GenerateSecret: true,
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
    AccessTokenValidity: 5,
  })

  const { UserPoolClient } = await admin.send(
    new UpdateUserPoolClientCommand({
      UserPoolId: Id,
      ClientId,
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    }),
  )

  expect(UserPoolClient).toMatchObject({ ClientId, ClientSecret, ClientName: 'web' })
  expect(UserPoolClient).not.toHaveProperty('AccessTokenValidity')
  const { UserPoolClient: described } = await admin.send(
    new DescribeUserPoolClientCommand({ UserPoolId: Id, ClientId }),
  )
  expect(described).toEqual(UserPoolClient)
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

test('lists come a page at a time, each pool and app client once', async ({ admin }) => {
  const ids = [emailPool().id]
  for (const PoolName of ['a', 'b', 'c']) ids.push((await createPool(admin, { PoolName })).Id!)
  const UserPoolId = ids[1]
  const clients = []
  for (const ClientName of ['x', 'y', 'z']) {
    clients.push((await createClient(admin, UserPoolId!, { ClientName })).ClientId)
  }

  const found = []
  for await (const page of paginateListUserPools(
    { client: admin, pageSize: 3 },
    { MaxResults: 3 },
  )) {
    found.push(...page.UserPools!.map(({ Id }) => Id))
  }
  const first = await admin.send(new ListUserPoolClientsCommand({ UserPoolId, MaxResults: 2 }))
  const { NextToken } = first
  const second = await admin.send(new ListUserPoolClientsCommand({ UserPoolId, NextToken }))

  expect(found.toSorted()).toEqual(ids.toSorted())
  const listed = [...first.UserPoolClients!, ...second.UserPoolClients!]
  expect(listed.map(({ ClientId }) => ClientId)).toEqual(clients.toSorted())
  expect(second.NextToken).toBeUndefined()
  const registered = await admin.send(
    new ListUserPoolClientsCommand({ UserPoolId, ClientType: 'DCR' }),
  )
  expect(registered.UserPoolClients).toEqual([])
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

test('what a definition asks for and nothing here does is told', async ({ admin, pools }) => {
  await createPool(admin, { DeviceConfiguration: { ChallengeRequiredOnNewDevice: true } })
  await createPool(admin, { DcrConfiguration: { OpenDcrEnabled: true } })

  // Of devices nothing is told: they are remembered.
  expect(pools.runtime.logged).toEqual([
    'Not emulated: UserPool.DcrConfiguration: no app client registers itself',
  ])
})
