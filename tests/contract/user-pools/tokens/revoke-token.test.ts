import { GetUserCommand, GlobalSignOutCommand } from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { appClient, emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test } from '../../../support/user-pools/user-pools.ts'
import { steady, rotating, refusal, refresh, revoke } from './refresh-tokens.ts'

test('RevokeToken ends one sign-in with all its tokens, and may be repeated', async ({ start }) => {
  const pools = await start(steady)
  await register(pools)
  const [phone, laptop] = [await signIn(pools), await signIn(pools)]

  await revoke(pools, phone.RefreshToken)
  await revoke(pools, phone.RefreshToken)

  await expect(refresh(pools, phone.RefreshToken)).rejects.toMatchObject(
    refusal('Refresh Token has been revoked'),
  )
  await expect(
    pools.cognito.send(new GetUserCommand({ AccessToken: phone.AccessToken })),
  ).rejects.toMatchObject(refusal('Access Token has been revoked'))
  await refresh(pools, laptop.RefreshToken)
  await pools.cognito.send(new GetUserCommand({ AccessToken: laptop.AccessToken }))
})

test('revoking a parent kills its child, which is refused without a message', async ({ start }) => {
  const pools = await start(rotating)
  await register(pools)
  const { RefreshToken } = await signIn(pools)
  const { child } = await refresh(pools, RefreshToken)

  await revoke(pools, RefreshToken)

  const body = await fetch(pools.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.GetTokensFromRefreshToken',
    },
    body: JSON.stringify({ ClientId: ada.ClientId, RefreshToken: child }),
  })
  expect(body.status).toBe(400)
  expect(await body.json()).toEqual({ __type: 'NotAuthorizedException' })
})

test('RevokeToken takes refresh tokens only, unknown ones included', async ({ start }) => {
  const pools = await start(steady)
  await register(pools)
  const { AccessToken } = await signIn(pools)

  await expect(revoke(pools, AccessToken)).rejects.toMatchObject({
    name: 'UnsupportedTokenTypeException',
  })
  expect(await revoke(pools, 'garbage')).toMatchObject({ $metadata: { httpStatusCode: 200 } })
})

test('RevokeToken needs token revocation switched on', async ({ start }) => {
  const clients = [appClient({ enableTokenRevocation: false })]
  const pools = await start({ pools: [emailPool({ clients })] })
  await register(pools)
  const { RefreshToken } = await signIn(pools)

  await expect(revoke(pools, RefreshToken)).rejects.toMatchObject({
    name: 'UnsupportedOperationException',
  })
})

test.for([true, false])(
  'GlobalSignOut revokes every token, and a fresh sign-in is fine (revocation %s)',
  async (enableTokenRevocation, { start }) => {
    const clients = [appClient({ enableTokenRevocation })]
    const pools = await start({ pools: [emailPool({ clients })] })
    await register(pools)
    const [phone, laptop] = [await signIn(pools), await signIn(pools)]

    await pools.cognito.send(new GlobalSignOutCommand({ AccessToken: phone.AccessToken }))
    const fresh = await signIn(pools)

    for (const { AccessToken, RefreshToken } of [phone, laptop]) {
      await expect(pools.cognito.send(new GetUserCommand({ AccessToken }))).rejects.toMatchObject(
        refusal('Access Token has been revoked'),
      )
      await expect(refresh(pools, RefreshToken)).rejects.toMatchObject(
        refusal('Refresh Token has been revoked'),
      )
    }
    await pools.cognito.send(new GetUserCommand({ AccessToken: fresh.AccessToken }))
    await refresh(pools, fresh.RefreshToken)
  },
)
