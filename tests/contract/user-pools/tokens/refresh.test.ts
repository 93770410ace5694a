import {
  DeleteUserCommand,
  GetUserCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { decodeJwt } from 'jose'
import { expect } from 'vitest'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { emailPool, rotatingClient } from '../../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'
import { other, steady, rotating, refusal, refresh, revoke } from './refresh-tokens.ts'

const reuse = { name: 'RefreshTokenReuseException', message: 'Refresh token reuse detected' }

function refreshByFlow({ cognito }: RunningUserPools, token: string) {
  return cognito.send(
    new InitiateAuthCommand({
      ClientId: ada.ClientId,
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN: token },
    }),
  )
}

test('a refresh token is opaque, in five parts', async ({ start }) => {
  const pools = await start(steady)
  await register(pools)

  const { RefreshToken } = await signIn(pools)

  expect(RefreshToken.split('.')).toHaveLength(5)
  expect(RefreshToken).toMatch(/^eyJ[\w-]+(\.[\w-]+){4}$/)
})

test('REFRESH_TOKEN_AUTH renews both tokens and keeps what belongs to the sign-in', async ({
  start,
}) => {
  const pools = await start(steady)
  await register(pools)
  const before = await signIn(pools)
  pools.clock.advance({ minutes: 10 })

  const answer = await refreshByFlow(pools, before.RefreshToken)

  expect(answer.ChallengeParameters).toEqual({})
  expect(answer.AuthenticationResult).not.toHaveProperty('RefreshToken')
  const [old, fresh] = [before.AccessToken, answer.AuthenticationResult?.AccessToken ?? ''].map(
    (token) => decodeJwt(token),
  )
  expect(fresh).toMatchObject({
    sub: old?.sub,
    origin_jti: old?.origin_jti,
    event_id: old?.event_id,
    auth_time: old?.auth_time,
  })
  expect(fresh?.jti).not.toBe(old?.jti)
  expect((fresh?.iat ?? 0) - (old?.iat ?? 0)).toBeGreaterThanOrEqual(600)
})

test('GetTokensFromRefreshToken works without rotation, and gives no new refresh token', async ({
  start,
}) => {
  const pools = await start(steady)
  await register(pools)
  const { RefreshToken } = await signIn(pools)

  const first = await refresh(pools, RefreshToken)
  const second = await refresh(pools, RefreshToken)

  expect(first.child).toBe('')
  expect(decodeJwt(second.IdToken)).toMatchObject({ token_use: 'id', email: ada.Username })
})

test('while tokens rotate, the old flow is refused', async ({ start }) => {
  const pools = await start(rotating)
  await register(pools)
  const { RefreshToken } = await signIn(pools)

  await expect(refreshByFlow(pools, RefreshToken)).rejects.toMatchObject({
    name: 'UnsupportedOperationException',
    message: 'This API does not support refresh token rotation',
  })
})

test('while tokens rotate, each refresh gives a new one, and reuse leaves it working', async ({
  start,
}) => {
  const pools = await start(rotating)
  await register(pools)
  const { RefreshToken } = await signIn(pools)
  const { child } = await refresh(pools, RefreshToken)
  pools.clock.advance({ seconds: 10 })

  await expect(refresh(pools, RefreshToken)).rejects.toMatchObject(reuse)

  const { child: grandchild } = await refresh(pools, child)
  expect(new Set([RefreshToken, child, grandchild]).size).toBe(3)
})

test('in the grace period a retry replaces the child given before', async ({ start }) => {
  const pools = await start(rotating)
  await register(pools)
  pools.clock.stop()
  const { RefreshToken } = await signIn(pools)
  const first = await refresh(pools, RefreshToken)
  pools.clock.advance({ seconds: 9 })

  const retried = await refresh(pools, RefreshToken)

  await expect(refresh(pools, first.child)).rejects.toMatchObject(reuse)
  await refresh(pools, retried.child)
  await expect(refresh(pools, RefreshToken)).rejects.toMatchObject(reuse)
})

test('a retry does not lengthen the grace period', async ({ start }) => {
  const pools = await start(rotating)
  await register(pools)
  pools.clock.stop()
  const { RefreshToken } = await signIn(pools)
  await refresh(pools, RefreshToken)
  pools.clock.advance({ seconds: 9 })
  await refresh(pools, RefreshToken)
  pools.clock.advance({ seconds: 1 })

  await expect(refresh(pools, RefreshToken)).rejects.toMatchObject(reuse)
})

test('without grace, of two uses of one token at once, one wins', async ({ start }) => {
  const client = rotatingClient({ rotation: { retryGraceSeconds: 0 } })
  const pools = await start({ pools: [emailPool({ clients: [client] })] })
  await register(pools)
  const { RefreshToken } = await signIn(pools)

  const outcomes = await Promise.allSettled(
    Array.from({ length: 5 }, () => refresh(pools, RefreshToken)),
  )

  const won = outcomes.filter(({ status }) => status === 'fulfilled')
  const lost = outcomes.filter((outcome) => outcome.status === 'rejected')
  expect(won).toHaveLength(1)
  for (const { reason } of lost) expect(reason).toMatchObject(reuse)
})

test('with grace, of two uses at once both work, and the later child goes on', async ({
  start,
}) => {
  const pools = await start(rotating)
  await register(pools)
  const { RefreshToken } = await signIn(pools)

  const both = await Promise.all([refresh(pools, RefreshToken), refresh(pools, RefreshToken)])

  const uses = await Promise.allSettled(both.map(({ child }) => refresh(pools, child)))
  expect(uses.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('children live for what is left of the first token', async ({ start }) => {
  const pools = await start(rotating)
  await register(pools)
  const { RefreshToken } = await signIn(pools)
  pools.clock.advance({ hours: 29 * 24 })
  const { child } = await refresh(pools, RefreshToken)
  pools.clock.advance({ hours: 24 })

  await expect(refresh(pools, child)).rejects.toMatchObject(refusal('Refresh Token has expired'))
})

test('an expired refresh token is said to be so', async ({ start }) => {
  const pools = await start(steady)
  await register(pools)
  const { RefreshToken } = await signIn(pools)
  pools.clock.advance({ hours: 30 * 24 })

  const message = 'Refresh Token has expired'
  await expect(refresh(pools, RefreshToken)).rejects.toMatchObject(refusal(message))
  await expect(refreshByFlow(pools, RefreshToken)).rejects.toMatchObject(refusal(message))
})

test('garbage, an altered token and those of another installation are invalid', async ({
  start,
}) => {
  const [pools, elsewhere] = [await start(steady), await start(steady)]
  await register(pools)
  await register(elsewhere)
  const { RefreshToken, AccessToken } = await signIn(pools)
  const { RefreshToken: foreign } = await signIn(elsewhere)
  const middle = RefreshToken.length - 60
  const altered =
    RefreshToken.slice(0, middle) +
    (RefreshToken[middle] === 'A' ? 'B' : 'A') +
    RefreshToken.slice(middle + 1)

  for (const token of ['garbage', altered, foreign, AccessToken, `${RefreshToken}.x`]) {
    await expect(refresh(pools, token)).rejects.toMatchObject(refusal('Invalid Refresh Token'))
  }
})

test('a refresh token works for its own app client only', async ({ start }) => {
  const pools = await start(steady)
  await register(pools)
  const { RefreshToken } = await signIn(pools)

  await expect(refresh(pools, RefreshToken, other.id)).rejects.toMatchObject(
    refusal('Refresh Token has different Client'),
  )
  await expect(revoke(pools, RefreshToken, other.id)).rejects.toMatchObject({
    name: 'UnauthorizedException',
  })
  await refresh(pools, RefreshToken)
})

test('tokens of a deleted user say that the user is gone, also when the name is taken anew', async ({
  start,
}) => {
  const pools = await start(steady)
  await register(pools)
  const { AccessToken, RefreshToken } = await signIn(pools)
  await pools.cognito.send(new DeleteUserCommand({ AccessToken }))

  await register(pools)

  await expect(refresh(pools, RefreshToken)).rejects.toMatchObject(
    refusal('The user has been deleted for the associated refresh token'),
  )
  await expect(pools.cognito.send(new GetUserCommand({ AccessToken }))).rejects.toMatchObject({
    name: 'UserNotFoundException',
    message: 'User does not exist.',
  })
})
