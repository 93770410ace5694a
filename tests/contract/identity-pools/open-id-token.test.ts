import { GetOpenIdTokenCommand } from '@aws-sdk/client-cognito-identity'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { expect } from 'vitest'
import { identityPool, identityPoolId } from '../../support/identity-pools/identity-pool-config.ts'
import { test } from '../../support/identity-pools/identity-pools.ts'

const classic = () => [identityPool({ allowClassicFlow: true })]

test('a token verifies against the keys that discovery names', async ({ start }) => {
  const { cognito, getId, loginsOf, runtime, url } = await start({ pools: classic() })
  const Logins = await loginsOf('ada')
  const IdentityId = await getId(Logins)
  const discovery = await fetch(
    `${url}/cognito-identity.amazonaws.com/.well-known/openid-configuration`,
  )
  const { issuer, jwks_uri } = (await discovery.json()) as Record<string, string>

  const answer = await cognito.send(new GetOpenIdTokenCommand({ IdentityId, Logins }))

  const keys = createRemoteJWKSet(new URL(jwks_uri!))
  const currentDate = new Date(runtime.clock.now())
  const { payload } = await jwtVerify(answer.Token!, keys, {
    issuer: issuer!,
    audience: identityPoolId,
    currentDate,
  })
  expect(answer.IdentityId).toBe(IdentityId)
  expect(payload.iss).toBe('https://cognito-identity.amazonaws.com')
  expect(payload.exp! - payload.iat!).toBe(600)
  expect(payload).toMatchObject({
    sub: IdentityId,
    amr: ['authenticated', 'localhost:9229/us-east-1_ExAmPlE01', expect.stringContaining('ada')],
  })
})

test('the keys tell nothing private and outlive the process', async ({ start }) => {
  const before = await start({ pools: classic() })
  const keysAt = async (url: string) => {
    const response = await fetch(`${url}/cognito-identity.amazonaws.com/.well-known/jwks_uri`)
    return ((await response.json()) as { keys: Record<string, unknown>[] }).keys
  }
  const keys = await Promise.all([keysAt(before.url), keysAt(before.url)])

  const after = await start({ runtime: before.runtime })

  expect(Object.keys(keys[0][0]!).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
  expect(keys[1]).toEqual(keys[0])
  expect(await keysAt(after.url)).toEqual(keys[0])
})

test('a guest’s token says so', async ({ start }) => {
  const { cognito, getId } = await start({ pools: classic() })
  const IdentityId = await getId()

  const { Token = '' } = await cognito.send(new GetOpenIdTokenCommand({ IdentityId }))

  const claims = JSON.parse(atob(Token.split('.')[1]!)) as object
  expect(claims).toMatchObject({ sub: IdentityId, amr: ['unauthenticated'] })
})

test('it is refused as a login', async ({ start }) => {
  const { cognito, getCredentials, getId } = await start({ pools: classic() })
  const IdentityId = await getId()
  const { Token = '' } = await cognito.send(new GetOpenIdTokenCommand({ IdentityId }))

  const using = getCredentials(IdentityId, { 'cognito-identity.amazonaws.com': Token })

  await expect(using).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: "Invalid login token. Can't pass in a Cognito token.",
  })
})

test('a pool without the classic flow gives none, and upgrades nobody by the way', async ({
  start,
}) => {
  const { cognito, getCredentials, getId, loginsOf } = await start()
  const IdentityId = await getId()
  const Logins = await loginsOf('ada')

  await expect(
    cognito.send(new GetOpenIdTokenCommand({ IdentityId, Logins })),
  ).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: 'Basic (classic) flow is not enabled, please use enhanced flow.',
  })
  await expect(getCredentials(IdentityId)).resolves.toMatchObject({ IdentityId })
})

test('its errors are those of the other operations', async ({ start }) => {
  const { cognito, getId, loginsOf } = await start({ pools: classic() })
  const ada = await getId(await loginsOf('ada'))
  const nobody = 'us-east-1:00000000-0000-4000-8000-000000000000'
  const token = (IdentityId: string, Logins = {}) =>
    cognito.send(new GetOpenIdTokenCommand({ IdentityId, Logins }))

  await expect(token(nobody)).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  await expect(token(ada)).rejects.toMatchObject({
    message: `Access to Identity '${ada}' is forbidden.`,
  })
  await expect(token(ada, await loginsOf('eve'))).rejects.toMatchObject({
    message: expect.stringContaining("Logins don't match.") as string,
  })
})
