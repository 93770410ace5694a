import { expect } from 'vitest'
import type { Role } from '../../../local/iam/policy/policy.ts'
import type { IdentityPoolConfig, RoleMapping } from '../../../local/identity-pools/config.ts'
import {
  appClientId,
  identityPool,
  poolRole,
} from '../../support/identity-pools/identity-pool-config.ts'
import { test, type RunningIdentityPools } from '../../support/identity-pools/identity-pools.ts'
import { policyOf } from '../../support/iam/policies.ts'

const userPool = 'localhost:9229/us-east-1_ExAmPlE01'
const admin = poolRole('admin')
const editor = poolRole('editor')
const mapped = (mapping: Partial<RoleMapping>): Partial<IdentityPoolConfig> => ({
  roleMappings: {
    [`${userPool}:${appClientId}`]: {
      type: 'Rules',
      ambiguousRoleResolution: 'AuthenticatedRole',
      rules: [],
      ...mapping,
    },
  },
})

async function roleFor(
  { getCredentials, getId, loginsOf, service }: RunningIdentityPools,
  claims: object,
  more?: { CustomRoleArn?: string },
): Promise<string | undefined> {
  const Logins = await loginsOf('ada', claims)
  const { AccessKeyId } = await getCredentials(await getId(Logins), Logins, more)
  return service.resolveCredentials(AccessKeyId)?.principal.role.name
}

test('a custom role is given when the token has it', async ({ start }) => {
  const running = await start({ roles: [admin, editor] })
  const claims = { 'cognito:roles': [admin.arn, editor.arn] }

  expect(await roleFor(running, claims, { CustomRoleArn: editor.arn })).toBe('editor')
})

test.for([[{}], [{ 'cognito:roles': [editor.arn] }], [{ 'cognito:roles': admin.arn }]])(
  'a custom role that the token does not have is refused: %j',
  async ([claims = {}], { start }) => {
    const running = await start({ roles: [admin, editor] })

    await expect(roleFor(running, claims, { CustomRoleArn: admin.arn })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    })
  },
)

test('a trust policy may ask for TLS and for a time: Cognito assumes the role itself', async ({
  start,
}) => {
  const trusting = (Condition: object): Role => ({
    ...admin,
    trustPolicy: policyOf({
      Effect: 'Allow',
      Principal: { Federated: 'cognito-identity.amazonaws.com' },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Resource: '*',
      Condition,
    }),
  })
  const secure = { Bool: { 'aws:SecureTransport': 'true' } }
  const since = { DateGreaterThan: { 'aws:CurrentTime': '2001-01-01T00:00:00Z' } }
  const until = { DateLessThan: { 'aws:CurrentTime': '2001-01-01T00:00:00Z' } }
  const role = async (condition: object) => {
    const authenticatedRole = trusting(condition)
    return roleFor(await start({ pools: [identityPool({ authenticatedRole })] }), {})
  }

  expect(await role({ ...secure, ...since })).toBe('admin')
  await expect(role({ ...secure, ...until })).rejects.toMatchObject({
    name: 'InvalidIdentityPoolConfigurationException',
  })
})

test('a guest gets no custom role', async ({ start }) => {
  const { getCredentials, getId } = await start({ roles: [admin] })
  const CustomRoleArn = admin.arn

  await expect(getCredentials(await getId(), {}, { CustomRoleArn })).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  })
})

test('a mapping by token gives the preferred role', async ({ start }) => {
  const running = await start({ roles: [admin], pools: [identityPool(mapped({ type: 'Token' }))] })

  expect(await roleFor(running, { 'cognito:preferred_role': admin.arn })).toBe('admin')
  expect(await roleFor(running, { 'cognito:roles': [admin.arn] })).toBe('authenticated')
  expect(await roleFor(running, {})).toBe('authenticated')
})

test('without a mapping the token’s roles do not count', async ({ start }) => {
  const running = await start({ roles: [admin] })

  expect(await roleFor(running, { 'cognito:preferred_role': admin.arn })).toBe('authenticated')
})

test('a mapping that is ambiguous may deny', async ({ start }) => {
  const ambiguousRoleResolution = 'Deny'
  for (const type of ['Token', 'Rules'] as const) {
    const running = await start({
      pools: [identityPool(mapped({ type, ambiguousRoleResolution }))],
    })

    await expect(roleFor(running, {})).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: `The ambiguous role mapping rules for: ${userPool}:${appClientId} denied this request.`,
    })
  }
})

test.for<[matchType: RoleMapping['rules'][number]['matchType'], claims: object, role: string]>([
  ['Equals', { department: 'press' }, 'editor'],
  ['Equals', { department: 'press room' }, 'authenticated'],
  ['Contains', { department: 'the press room' }, 'editor'],
  ['Contains', { department: ['sales', 'press'] }, 'editor'],
  ['StartsWith', { department: 'press room' }, 'editor'],
  ['StartsWith', { department: 'the press' }, 'authenticated'],
  ['NotEqual', { department: 'sales' }, 'editor'],
  ['NotEqual', { department: 'press' }, 'authenticated'],
  ['NotEqual', {}, 'authenticated'],
  ['Equals', {}, 'authenticated'],
])('the rule %s "press" for %j leads to %s', async ([matchType, claims, role], { start }) => {
  const rules = [{ claim: 'department', matchType, value: 'press', roleArn: editor.arn }]
  const running = await start({ roles: [editor], pools: [identityPool(mapped({ rules }))] })

  expect(await roleFor(running, claims)).toBe(role)
})

test('the first rule that fits decides', async ({ start }) => {
  const rule = { claim: 'department', matchType: 'StartsWith' as const }
  const rules = [
    { ...rule, value: 'press', roleArn: editor.arn },
    { ...rule, value: 'p', roleArn: admin.arn },
  ]
  const running = await start({ roles: [admin, editor], pools: [identityPool(mapped({ rules }))] })

  expect(await roleFor(running, { department: 'press' })).toBe('editor')
  expect(await roleFor(running, { department: 'people' })).toBe('admin')
})

test.for<[problem: string, change: Partial<IdentityPoolConfig>]>([
  [
    'whose trust policy names another pool',
    { authenticatedRole: poolRole('a', 'authenticated', 'us-east-1:other') },
  ],
  ['that only guests may assume', { authenticatedRole: poolRole('a', 'unauthenticated') }],
  [
    'that does not exist',
    mapped({ rules: [{ claim: 'sub', matchType: 'Equals', value: 'ada', roleArn: admin.arn }] }),
  ],
])('a role %s is a configuration error', async ([, change], { start }) => {
  const running = await start({ pools: [identityPool(change)] })

  await expect(roleFor(running, {})).rejects.toMatchObject({
    name: 'InvalidIdentityPoolConfigurationException',
    message: 'Invalid identity pool configuration. Check assigned IAM roles for this pool.',
  })
})

test('a pool without a role for guests is a configuration error for them', async ({ start }) => {
  const { unauthenticatedRole: _, ...pool } = identityPool()
  const { getCredentials, getId } = await start({ pools: [pool] })

  await expect(getCredentials(await getId())).rejects.toMatchObject({
    name: 'InvalidIdentityPoolConfigurationException',
  })
})
