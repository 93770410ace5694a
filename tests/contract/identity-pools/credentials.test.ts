import { expect } from 'vitest'
import { evaluate } from '../../../local/iam/evaluate.ts'
import {
  identityPool,
  identityPoolId,
  poolRole,
} from '../../support/identity-pools/identity-pool-config.ts'
import { test } from '../../support/identity-pools/identity-pools.ts'

test('credentials have the form of AWS’s and last an hour', async ({ start }) => {
  const { getCredentials, getId, loginsOf, runtime } = await start()
  const Logins = await loginsOf('ada')
  const issuedAtMs = runtime.clock.now()

  const issued = await getCredentials(await getId(Logins), Logins)

  expect(issued.AccessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/)
  expect(issued.SecretKey).toMatch(/^[A-Za-z0-9+/]{40}$/)
  expect(issued.SessionToken.length).toBeGreaterThan(200)
  const lifetimeSeconds = ((issued.Expiration?.getTime() ?? 0) - issuedAtMs) / 1000
  expect(Math.round(lifetimeSeconds / 60)).toBe(60)
})

test('every request gets credentials of its own, and earlier ones stay good', async ({ start }) => {
  const { getCredentials, getId, loginsOf, service } = await start()
  const Logins = await loginsOf('ada')
  const id = await getId(Logins)

  const all = await Promise.all(Array.from({ length: 5 }, () => getCredentials(id, Logins)))

  expect(new Set(all.map(({ AccessKeyId }) => AccessKeyId)).size).toBe(5)
  for (const { AccessKeyId, SecretKey, SessionToken } of all) {
    expect(service.resolveCredentials(AccessKeyId)).toMatchObject({
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretKey,
      sessionToken: SessionToken,
    })
  }
})

test('the session knows who it is', async ({ start }) => {
  const { getCredentials, getId, loginsOf, service } = await start()
  const Logins = await loginsOf('ada')
  const id = await getId(Logins)

  const { AccessKeyId } = await getCredentials(id, Logins)

  expect(service.resolveCredentials(AccessKeyId)?.principal).toMatchObject({
    role: { name: 'authenticated' },
    assumedRoleArn:
      'arn:aws:sts::000000000000:assumed-role/authenticated/CognitoIdentityCredentials',
    context: {
      'cognito-identity.amazonaws.com:sub': id,
      'cognito-identity.amazonaws.com:aud': identityPoolId,
      'cognito-identity.amazonaws.com:amr': [
        'authenticated',
        'localhost:9229/us-east-1_ExAmPlE01',
        'localhost:9229/us-east-1_ExAmPlE01:CognitoSignIn:ada',
      ],
      'aws:FederatedProvider': 'cognito-identity.amazonaws.com',
      'aws:PrincipalAccount': '000000000000',
    },
  })
})

test('a session reaches its own objects and nobody else’s', async ({ start }) => {
  const { getCredentials, getId, loginsOf, service } = await start()
  const Logins = await loginsOf('ada')
  const id = await getId(Logins)
  const { AccessKeyId } = await getCredentials(id, Logins)
  const principal = service.resolveCredentials(AccessKeyId)!.principal
  const mayRead = (key: string) =>
    evaluate(
      { principal, action: 's3:GetObject', resource: `arn:aws:s3:::bucket/${key}`, context: {} },
      principal.role.policies,
    ).allowed

  expect(mayRead(`users/${id}/profile.json`)).toBe(true)
  expect(mayRead('users/us-east-1:somebody/profile.json')).toBe(false)
})

test('a guest’s role counts for a list of services only', async ({ start }) => {
  const { getCredentials, getId, service } = await start()
  const id = await getId()
  const { AccessKeyId } = await getCredentials(id)
  const principal = service.resolveCredentials(AccessKeyId)!.principal
  const may = (action: string, resource: string) =>
    evaluate({ principal, action, resource, context: {} }, principal.role.policies).allowed

  expect(principal.role.name).toBe('guest')
  expect(may('s3:GetObject', `arn:aws:s3:::bucket/users/${id}/x`)).toBe(true)
  expect(may('athena:GetQueryResults', 'arn:aws:athena:us-east-1:1:workgroup/x')).toBe(false)
})

test('they survive a restart, and so do the identities', async ({ start }) => {
  const before = await start()
  const Logins = await before.loginsOf('ada')
  const id = await before.getId(Logins)
  const { AccessKeyId, SessionToken } = await before.getCredentials(id, Logins)
  const guest = await before.getId()

  const after = await start({ runtime: before.runtime })

  expect(after.service.resolveCredentials(AccessKeyId)).toMatchObject({
    sessionToken: SessionToken,
    principal: { context: { 'cognito-identity.amazonaws.com:sub': id } },
  })
  expect(await after.getId(Logins)).toBe(id)
  await expect(after.getCredentials(guest)).resolves.toMatchObject({ IdentityId: guest })
})

test('expired ones are told apart for an hour, then forgotten', async ({ start }) => {
  const { getCredentials, getId, runtime, service } = await start()
  const guest = await getId()
  const old = await Promise.all(Array.from({ length: 6 }, () => getCredentials(guest)))
  const known = () => old.filter(({ AccessKeyId }) => service.resolveCredentials(AccessKeyId))

  runtime.clock.advance({ minutes: 61 })
  await getCredentials(guest)
  expect(known()).toHaveLength(6)
  expect(service.resolveCredentials(old[0]!.AccessKeyId)!.expiresAtMs).toBeLessThan(
    runtime.clock.now(),
  )

  runtime.clock.advance({ minutes: 61 })
  for (let count = 0; count < 3; count += 1) await getCredentials(guest)
  expect(known()).toHaveLength(0)
})

test.for([
  '',
  'ASIA',
  'ASIAAAAAAAAAAAAAAAAA',
  'AKIAAAAAAAAAAAAAAAAA',
  '__proto__',
  'x'.repeat(4000),
])('nobody has the key %j', async (accessKeyId, { start }) => {
  const { service } = await start()

  expect(service.resolveCredentials(accessKeyId)).toBeUndefined()
})

test('a change of the role holds for sessions that run', async ({ start }) => {
  const { getCredentials, getId, loginsOf, pools, service } = await start()
  const Logins = await loginsOf('ada')
  const { AccessKeyId } = await getCredentials(await getId(Logins), Logins)

  pools[0] = identityPool({ authenticatedRole: { ...poolRole('authenticated'), policies: [] } })
  expect(service.resolveCredentials(AccessKeyId)?.principal.role.policies).toEqual([])

  pools[0] = identityPool({ authenticatedRole: poolRole('renamed') })
  expect(service.resolveCredentials(AccessKeyId)).toBeUndefined()
})

test('Expiration is a number of seconds on the wire, and the key is called SecretKey', async ({
  start,
}) => {
  const { getId, url } = await start()
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityService.GetCredentialsForIdentity',
    },
    body: JSON.stringify({ IdentityId: await getId() }),
  })
  const body = (await response.json()) as { Credentials: Record<string, unknown> }

  expect(Object.keys(body.Credentials)).toEqual([
    'AccessKeyId',
    'SecretKey',
    'SessionToken',
    'Expiration',
  ])
  expect(Number.isInteger(body.Credentials.Expiration)).toBe(true)
  expect(response.headers.get('cache-control')).toBe('no-store')
})
