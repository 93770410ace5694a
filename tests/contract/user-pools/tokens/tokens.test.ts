import {
  GetUserCommand,
  UpdateUserAttributesCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose'
import type { JSONWebKeySet } from 'jose'
import { expect } from 'vitest'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import {
  appClient,
  emailPool,
  standardSchema,
} from '../../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

const pool = emailPool()
const uuid = expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)

async function fetchJwks({ url }: RunningUserPools): Promise<JSONWebKeySet> {
  const response = await fetch(`${url}/${pool.id}/.well-known/jwks.json`)
  return (await response.json()) as JSONWebKeySet
}

test('both tokens verify against the JWKS, each by a key of its own', async ({ start }) => {
  const pools = await start()
  await register(pools)
  const { AccessToken, IdToken } = await signIn(pools)

  const jwks = await fetchJwks(pools)

  const keySet = createLocalJWKSet(jwks)
  const options = { issuer: pool.issuer, algorithms: ['RS256'] }
  await jwtVerify(AccessToken, keySet, options)
  await jwtVerify(IdToken, keySet, { ...options, audience: ada.ClientId })
  const kids = [IdToken, AccessToken].map((token) => decodeProtectedHeader(token).kid)
  expect(jwks.keys.map(({ kid }) => kid)).toEqual(kids)
  expect(new Set(kids).size).toBe(2)
  expect(jwks.keys[0]).toEqual({
    alg: 'RS256',
    e: 'AQAB',
    kid: expect.stringMatching(/^[\w+/]{43}=$/),
    kty: 'RSA',
    n: expect.stringMatching(/^[\w-]{342}$/),
    use: 'sig',
  })
})

test('the access token has just these claims', async ({ start }) => {
  const pools = await start()
  const sub = await register(pools)
  const { AccessToken } = await signIn(pools)

  const claims = decodeJwt(AccessToken)

  expect(claims).toEqual({
    sub,
    iss: pool.issuer,
    client_id: ada.ClientId,
    origin_jti: uuid,
    event_id: uuid,
    token_use: 'access',
    scope: 'aws.cognito.signin.user.admin',
    auth_time: claims.iat,
    exp: (claims.iat ?? 0) + 3600,
    iat: expect.any(Number),
    jti: uuid,
    username: sub,
  })
  expect(Math.abs((claims.iat ?? 0) * 1000 - pools.clock.now())).toBeLessThan(10_000)
})

test('the ID token has the attributes in their types, and custom ones always as strings', async ({
  start,
}) => {
  const schema = [
    ...standardSchema,
    { name: 'custom:age', type: 'Number', mutable: true, required: false } as const,
  ]
  const pools = await start({ pools: [emailPool({ schema })] })
  const sub = await register(pools)
  const { AccessToken } = await signIn(pools)
  const attributes = { 'custom:age': '36', address: '12 St James Square', updated_at: '1700000000' }
  await pools.cognito.send(
    new UpdateUserAttributesCommand({
      AccessToken,
      UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    }),
  )

  const { IdToken, AccessToken: second } = await signIn(pools)

  const claims = decodeJwt(IdToken)
  expect(claims).toEqual({
    sub,
    email: ada.Username,
    email_verified: true,
    'custom:age': '36',
    address: { formatted: '12 St James Square' },
    updated_at: 1_700_000_000,
    iss: pool.issuer,
    'cognito:username': sub,
    origin_jti: decodeJwt(second).origin_jti,
    aud: ada.ClientId,
    event_id: decodeJwt(second).event_id,
    token_use: 'id',
    auth_time: claims.iat,
    exp: (claims.iat ?? 0) + 3600,
    iat: expect.any(Number),
    jti: uuid,
  })
  expect(claims.jti).not.toBe(decodeJwt(second).jti)
})

test('the ID token leaves out what the client may not read', async ({ start }) => {
  const clients = [appClient({ readAttributes: ['email'] })]
  const pools = await start({ pools: [emailPool({ clients })] })
  await register(pools)

  const claims = decodeJwt((await signIn(pools)).IdToken)

  expect(claims.email).toBe(ada.Username)
  expect(claims).not.toHaveProperty('email_verified')
})

test('without token revocation there is neither jti nor origin_jti', async ({ start }) => {
  const clients = [appClient({ enableTokenRevocation: false })]
  const pools = await start({ pools: [emailPool({ clients })] })
  await register(pools)
  const { AccessToken, IdToken } = await signIn(pools)

  for (const token of [AccessToken, IdToken]) {
    expect(decodeJwt(token)).not.toHaveProperty('jti')
    expect(decodeJwt(token)).not.toHaveProperty('origin_jti')
  }
})

test('GetUser says what is wrong with a token', async ({ start }) => {
  const pools = await start()
  await register(pools)
  const { AccessToken, IdToken } = await signIn(pools)
  const getUser = (token: string) => pools.cognito.send(new GetUserCommand({ AccessToken: token }))
  const [header = '', payload = '', signature = ''] = AccessToken.split('.')
  const forged = Buffer.from(
    JSON.stringify({ ...decodeJwt(AccessToken), sub: 'someone-else' }),
  ).toString('base64url')
  const unsigned = Buffer.from('{"alg":"none"}').toString('base64url')
  const refusal = (message: string) => ({ name: 'NotAuthorizedException', message })

  await expect(getUser('junk')).rejects.toMatchObject(refusal('Invalid Access Token'))
  await expect(getUser(IdToken)).rejects.toMatchObject(refusal('Invalid Access Token'))
  await expect(getUser(`${header}.${forged}.${signature}`)).rejects.toMatchObject(
    refusal('Could not verify signature for Access Token'),
  )
  await expect(getUser(`${unsigned}.${payload}.`)).rejects.toMatchObject(
    refusal('Could not verify signature for Access Token'),
  )
  pools.clock.advance({ hours: 1 })
  await expect(getUser(AccessToken)).rejects.toMatchObject(refusal('Access Token has expired'))
})

test('a token of another pool, and of an app client that is gone, is refused', async ({
  start,
}) => {
  const id = 'us-east-1_OtHeR0001'
  const stranger = appClient({ id: '2other3456789abcdefghijklm' })
  const other = emailPool({ id, issuer: `http://localhost:9229/${id}`, clients: [stranger] })
  const [ours, theirs] = [await start(), await start({ pools: [other] })]
  await register(ours)
  await register(theirs, { ...ada, ClientId: stranger.id })
  const { AccessToken } = await signIn(ours)

  await expect(theirs.cognito.send(new GetUserCommand({ AccessToken }))).rejects.toMatchObject({
    message: 'Invalid Access Token',
  })
  ours.pools[0] = emailPool({ clients: [stranger] })
  await expect(ours.cognito.send(new GetUserCommand({ AccessToken }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: `User pool client ${ada.ClientId} does not exist.`,
  })
})

test('tokens of another installation do not verify, though pool and client are the same', async ({
  start,
}) => {
  const [ours, theirs] = [await start(), await start()]
  await register(ours)
  await register(theirs)
  const { AccessToken } = await signIn(theirs)

  await expect(ours.cognito.send(new GetUserCommand({ AccessToken }))).rejects.toMatchObject({
    message: 'Could not verify signature for Access Token',
  })
})

test('the documents of an issuer are open to every origin and may be cached', async ({ start }) => {
  const { url } = await start()

  const response = await fetch(`${url}/${pool.id}/.well-known/openid-configuration`)
  const keys = await fetch(`${url}/${pool.id}/.well-known/jwks.json`)

  for (const { headers } of [response, keys]) {
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('cache-control')).toMatch(/^public, max-age=\d+$/)
    expect(headers.get('content-type')).toBe('application/json')
  }
  expect(await response.json()).toEqual({
    issuer: pool.issuer,
    jwks_uri: `${pool.issuer}/.well-known/jwks.json`,
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'token'],
    scopes_supported: ['openid', 'email', 'phone', 'profile'],
    subject_types_supported: ['public'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  })
  expect((await fetch(`${url}/us-east-1_Nobody001/.well-known/jwks.json`)).status).toBe(404)
  expect((await fetch(`${url}/${pool.id}/.well-known/jwks.json`, { method: 'PUT' })).status).toBe(
    405,
  )
})
