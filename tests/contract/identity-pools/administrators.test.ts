import {
  CognitoIdentityClient,
  DescribeIdentityPoolCommand,
  GetIdentityPoolRolesCommand,
  GetPrincipalTagAttributeMapCommand,
  ListIdentityPoolsCommand,
} from '@aws-sdk/client-cognito-identity'
import { expect } from 'vitest'
import { administrator, only } from '../../support/iam/administrator.ts'
import {
  appClientId,
  identityPool,
  identityPoolId,
  poolRole,
} from '../../support/identity-pools/identity-pool-config.ts'
import { test } from '../../support/identity-pools/identity-pools.ts'

const arn = `arn:aws:cognito-identity:us-east-1:000000000000:identitypool/${identityPoolId}`
const pools = ['1', '2', '3'].map((digit) => ({
  ...identityPool(),
  id: `us-east-1:${digit.repeat(8)}-2222-4333-8444-555555555555`,
  name: `pool-${digit}`,
}))

function clientOf(url: string, credentials: ReturnType<typeof administrator>) {
  return new CognitoIdentityClient({ endpoint: url, region: 'us-east-1', credentials })
}

test('DescribeIdentityPool tells the settings of the pool to whom a policy allows it', async ({
  start,
}) => {
  const credentials = administrator({
    Action: 'cognito-identity:DescribeIdentityPool',
    Resource: arn,
  })
  const { url, pools: configured } = await start(only(credentials))

  const pool = await clientOf(url, credentials).send(
    new DescribeIdentityPoolCommand({ IdentityPoolId: identityPoolId }),
  )

  const [config] = configured
  expect(pool).toMatchObject({
    IdentityPoolId: identityPoolId,
    IdentityPoolName: config?.name,
    AllowUnauthenticatedIdentities: config?.allowUnauthenticatedIdentities,
    CognitoIdentityProviders: config?.cognitoProviders.map((provider) => ({
      ProviderName: provider.providerName,
      ClientId: provider.clientId,
      ServerSideTokenCheck: provider.serverSideTokenCheck,
    })),
  })
})

test('DescribeIdentityPool knows no pool that is not there', async ({ start }) => {
  const credentials = administrator({ Action: 'cognito-identity:*' })
  const { url } = await start(only(credentials))
  const IdentityPoolId = identityPoolId.replace('11111111', '99999999')

  await expect(
    clientOf(url, credentials).send(new DescribeIdentityPoolCommand({ IdentityPoolId })),
  ).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
})

const provider = 'localhost:9229/us-east-1_ExAmPlE01'

test('GetIdentityPoolRoles tells whom the pool gives which role', async ({ start }) => {
  const credentials = administrator({
    Action: 'cognito-identity:GetIdentityPoolRoles',
    Resource: arn,
  })
  const editors = poolRole('editors')
  const rule = {
    claim: 'team',
    matchType: 'Contains',
    value: 'press',
    roleArn: editors.arn,
  } as const
  const key = `${provider}:${appClientId}`
  const { url } = await start({
    ...only(credentials),
    pools: [
      identityPool({
        roleMappings: {
          [key]: { type: 'Rules', ambiguousRoleResolution: 'Deny', rules: [rule] },
          [provider]: { type: 'Token', ambiguousRoleResolution: 'AuthenticatedRole', rules: [] },
        },
      }),
    ],
  })

  const roles = await clientOf(url, credentials).send(
    new GetIdentityPoolRolesCommand({ IdentityPoolId: identityPoolId }),
  )

  expect(roles).toMatchObject({
    IdentityPoolId: identityPoolId,
    Roles: {
      authenticated: 'arn:aws:iam::000000000000:role/authenticated',
      unauthenticated: 'arn:aws:iam::000000000000:role/guest',
    },
  })
  expect(roles.RoleMappings).toEqual({
    [key]: {
      Type: 'Rules',
      AmbiguousRoleResolution: 'Deny',
      RulesConfiguration: {
        Rules: [{ Claim: 'team', MatchType: 'Contains', Value: 'press', RoleARN: editors.arn }],
      },
    },
    [provider]: { Type: 'Token', AmbiguousRoleResolution: 'AuthenticatedRole' },
  })
})

test.for([
  [{ principalTags: { [provider]: { team: 'custom:team' } } }, false, { team: 'custom:team' }],
  [
    {
      principalTags: { [provider]: { username: 'sub', client: 'aud' } },
      usesDefaultTags: [provider],
    },
    true,
    { username: 'sub', client: 'aud' },
  ],
] as const)(
  'GetPrincipalTagAttributeMap tells which claims tag a session: %j',
  async ([settings, UseDefaults, PrincipalTags], { start }) => {
    const credentials = administrator({ Action: 'cognito-identity:*', Resource: arn })
    const { url } = await start({ ...only(credentials), pools: [identityPool(settings)] })

    const map = await clientOf(url, credentials).send(
      new GetPrincipalTagAttributeMapCommand({
        IdentityPoolId: identityPoolId,
        IdentityProviderName: provider,
      }),
    )

    expect(map).toMatchObject({ IdentityProviderName: provider, UseDefaults, PrincipalTags })
  },
)

test('GetPrincipalTagAttributeMap knows no map for a provider without one', async ({ start }) => {
  const credentials = administrator({ Action: 'cognito-identity:*' })
  const { url } = await start(only(credentials))

  await expect(
    clientOf(url, credentials).send(
      new GetPrincipalTagAttributeMapCommand({
        IdentityPoolId: identityPoolId,
        IdentityProviderName: provider,
      }),
    ),
  ).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
})

test('ListIdentityPools goes on where the page before ended', async ({ start }) => {
  const credentials = administrator({ Action: 'cognito-identity:*' })
  const client = clientOf((await start({ ...only(credentials), pools })).url, credentials)

  const first = await client.send(new ListIdentityPoolsCommand({ MaxResults: 2 }))
  const { NextToken } = first
  const second = await client.send(new ListIdentityPoolsCommand({ MaxResults: 2, NextToken }))

  const names = [first, second].map(({ IdentityPools }) =>
    IdentityPools?.map(({ IdentityPoolName }) => IdentityPoolName),
  )
  expect(names).toEqual([['pool-1', 'pool-2'], ['pool-3']])
  expect(second.NextToken).toBeUndefined()
})

test('ListIdentityPools refuses a token that it did not give', async ({ start }) => {
  const credentials = administrator({ Action: 'cognito-identity:*' })
  const { url } = await start(only(credentials))

  await expect(
    clientOf(url, credentials).send(
      new ListIdentityPoolsCommand({ MaxResults: 1, NextToken: 'mine' }),
    ),
  ).rejects.toMatchObject({ name: 'InvalidParameterException' })
})

test.for([
  ['one pool', { Action: 'cognito-identity:*', Resource: arn }],
  ['user pools', { Action: 'cognito-idp:*' }],
] as const)('who may do anything with %s is denied the list', async ([, rights], { start }) => {
  const credentials = administrator(rights)
  const { url } = await start(only(credentials))

  await expect(
    clientOf(url, credentials).send(new ListIdentityPoolsCommand({ MaxResults: 1 })),
  ).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining(
      'perform: cognito-identity:ListIdentityPools on resource: * because no identity-based policy',
    ),
  })
})

test('a person of the identity pool is denied, and without the token not even known', async ({
  start,
}) => {
  const { url, getId, getCredentials, loginsOf } = await start()
  const logins = await loginsOf('ada')
  const credentials = await getCredentials(await getId(logins), logins)
  const person = {
    accessKeyId: credentials.AccessKeyId,
    secretAccessKey: credentials.SecretKey,
    sessionToken: credentials.SessionToken,
  }
  const send = (credentials: typeof person) =>
    new CognitoIdentityClient({ endpoint: url, region: 'us-east-1', credentials }).send(
      new ListIdentityPoolsCommand({ MaxResults: 1 }),
    )

  await expect(send(person)).rejects.toMatchObject({ name: 'AccessDeniedException' })
  await expect(send({ ...person, sessionToken: '' })).rejects.toMatchObject({
    name: 'UnrecognizedClientException',
  })
})

test('a request without a signature is asked for one', async ({ start }) => {
  const { url } = await start()

  const response = await fetch(url, {
    method: 'POST',
    body: '{"MaxResults":1}',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityService.ListIdentityPools',
    },
  })

  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ __type: 'MissingAuthenticationTokenException' })
})
