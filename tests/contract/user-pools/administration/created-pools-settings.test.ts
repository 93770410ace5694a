import {
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  ListUserPoolClientsCommand,
  paginateListUserPools,
  UpdateUserPoolClientCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { ada, register } from '../../../support/user-pools/people.ts'
import { appClient, emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test, createPool, createClient } from './administered-pools.ts'

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

test('what a definition asks for and nothing here does is told', async ({ admin, pools }) => {
  await createPool(admin, { DeviceConfiguration: { ChallengeRequiredOnNewDevice: true } })
  await createPool(admin, { DcrConfiguration: { OpenDcrEnabled: true } })

  // Of devices nothing is told: they are remembered.
  expect(pools.runtime.logged).toEqual([
    'Not emulated: UserPool.DcrConfiguration: no app client registers itself',
  ])
})

test('an app client has no scope of a resource server that is not there', async ({
  admin,
  pools,
}) => {
  const { id } = emailPool()
  pools.pools[0] = { ...emailPool(), resourceServerScopes: ['api/read'] }
  const scoped = (scope: string) => ({
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['code' as const],
    AllowedOAuthScopes: ['openid', scope],
    CallbackURLs: ['https://app.example.com/'],
  })
  const invalid = (scope: string) => ({
    name: 'ScopeDoesNotExistException',
    message: `Invalid scope requested: ${scope}`,
  })

  for (const scope of ['api/write', 'other/read', 'Cognito', 'api']) {
    await expect(createClient(admin, id, scoped(scope))).rejects.toMatchObject(invalid(scope))
  }
  const { ClientId } = await createClient(admin, id, scoped('api/read'))
  await expect(
    admin.send(
      new UpdateUserPoolClientCommand({ UserPoolId: id, ClientId, ...scoped('api/write') }),
    ),
  ).rejects.toMatchObject(invalid('api/write'))
})
