import { expect } from 'vitest'
import { evaluate } from '../../../local/iam/evaluate.ts'
import { parsePolicyDocument } from '../../../local/iam/policy/parse-policy.ts'
import type { Role } from '../../../local/iam/policy/policy.ts'
import { identityPool, poolRole } from '../../support/identity-pools/identity-pool-config.ts'
import { test, type RunningIdentityPools } from '../../support/identity-pools/identity-pools.ts'

const userPool = 'localhost:9229/us-east-1_ExAmPlE01'

function taggedRole(name: string, actions: string[], condition = {}): Role {
  const trust = {
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { Federated: 'cognito-identity.amazonaws.com' },
      Action: actions,
      Condition: condition,
    },
  }
  const own = {
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::bucket/${aws:PrincipalTag/userSub}/*',
    },
  }
  return {
    ...poolRole(name),
    trustPolicy: parsePolicyDocument(trust, 'trust', 'trust'),
    policies: [parsePolicyDocument(own, 'own', 'identity')],
  }
}

const role = taggedRole('tagged', ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'])

function pools(authenticatedRole: Role, tags: Record<string, string>) {
  return [identityPool({ authenticatedRole, principalTags: { [userPool]: tags } })]
}

/** Whether whoever signs in as `sub` may read the object of the key. */
async function mayRead(
  { getCredentials, getId, loginsOf, service }: RunningIdentityPools,
  key: string,
) {
  const Logins = await loginsOf('ada', { email: 'ada@example.com', level: 3 })
  const { AccessKeyId } = await getCredentials(await getId(Logins), Logins)
  const { principal } = service.resolveCredentials(AccessKeyId)!
  const request = { principal, action: 's3:GetObject', context: {} }
  return evaluate({ ...request, resource: `arn:aws:s3:::bucket/${key}` }, principal.role.policies)
    .allowed
}

test.for([
  [{ userSub: 'sub' }, 'ada/a.txt', true],
  [{ userSub: 'sub' }, 'bob/a.txt', false],
  [{ userSub: 'email' }, 'ada@example.com/a.txt', true],
  [{ userSub: 'level' }, '3/a.txt', true],
  [{ userSub: 'custom:none' }, '/a.txt', false],
  [{ username: 'sub' }, 'ada/a.txt', false],
] as [Record<string, string>, string, boolean][])(
  'policies see the claims of the token as tags: %j, %s',
  async ([tags, key, expected], { start }) => {
    const running = await start({ roles: [role], pools: pools(role, tags) })

    expect(await mayRead(running, key)).toBe(expected)
  },
)

test('a role that does not let sessions be tagged gives no credentials for tags', async ({
  start,
}) => {
  const untagged = taggedRole('untagged', ['sts:AssumeRoleWithWebIdentity'])
  const refused = { name: 'InvalidIdentityPoolConfigurationException' }
  const running = await start({ roles: [untagged], pools: pools(untagged, { userSub: 'sub' }) })

  await expect(mayRead(running, 'ada/a.txt')).rejects.toMatchObject(refused)

  running.pools[0] = identityPool({ authenticatedRole: untagged })
  expect(await mayRead(running, 'ada/a.txt')).toBe(false)
})

test('a trust policy may ask for tags', async ({ start }) => {
  const actions = ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession']
  const picky = taggedRole('picky', actions, { StringEquals: { 'aws:RequestTag/userSub': 'bob' } })
  const running = await start({ roles: [picky], pools: pools(picky, { userSub: 'sub' }) })

  await expect(mayRead(running, 'ada/a.txt')).rejects.toMatchObject({
    name: 'InvalidIdentityPoolConfigurationException',
  })
})
