import {
  AdminDisableUserCommand,
  AdminListUserSessionsCommand,
  AdminRevokeUserSessionCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  ListUserSessionsCommand,
  RevokeTokenCommand,
  RevokeUserSessionCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import type { UserPoolConfig } from '../../../../local/user-pools/config.ts'
import { administrator, only, signingClient } from '../../../support/iam/administrator.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import {
  appClient,
  emailPool,
  rotatingClient,
} from '../../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

const sessionTracking = { isOn: true, maxTokenSessions: 20 }
const pools = [emailPool({ sessionTracking })]
const credentials = administrator()
const eve = { ...ada, Username: 'eve@example.com' }
const notFound = { name: 'ResourceNotFoundException' }

async function startWithAda(
  start: (options: object) => Promise<RunningUserPools>,
  options: { pools?: UserPoolConfig[] } = {},
) {
  const running = await start({ pools, ...only(credentials), ...options })
  await register(running)
  return running
}

async function sessionsOf({ cognito }: RunningUserPools, AccessToken: string) {
  const { Sessions = [] } = await cognito.send(new ListUserSessionsCommand({ AccessToken }))
  return Sessions
}

function revoke({ cognito }: RunningUserPools, AccessToken: string, SessionId = '') {
  return cognito.send(new RevokeUserSessionCommand({ AccessToken, SessionId }))
}

function refresh({ cognito }: RunningUserPools, RefreshToken: string, ClientId = ada.ClientId) {
  return cognito.send(new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken }))
}

/** Signs in with a browser of this name. */
async function signInWith({ url }: RunningUserPools, userAgent: string) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
      'user-agent': userAgent,
    },
    body: JSON.stringify({
      ClientId: ada.ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: ada.Username, PASSWORD: ada.Password },
    }),
  })
  const { AuthenticationResult } = (await response.json()) as {
    AuthenticationResult: { AccessToken: string }
  }
  return AuthenticationResult.AccessToken
}

test('a person sees where they are signed in, the last used first, and which one asks', async ({
  start,
}) => {
  const running = await startWithAda(start)
  running.clock.moveWhenRead()
  const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
  await signInWith(running, firefox)
  running.clock.advance({ minutes: 5 })
  const { AccessToken } = await signIn(running)

  const [own, other, ...more] = await sessionsOf(running, AccessToken)

  expect(more).toEqual([])
  expect(own).toMatchObject({ IsCurrentSession: true, DeviceType: 'unknown' })
  expect(other).toEqual({
    SessionId: expect.stringMatching(/^tkn[\da-z]{25}$/),
    SessionType: 'TOKEN',
    ClientId: ada.ClientId,
    CreateDate: other?.LastActiveDate,
    LastActiveDate: expect.any(Date),
    DeviceType: 'Firefox 140 / Linux',
    LastIPAddress: '127.0.0.1',
    LastLocation: { Country: 'unknown' },
    IsCurrentSession: false,
  })
  expect(Number(own?.CreateDate) - Number(other?.CreateDate)).toBeGreaterThanOrEqual(300_000)
})

test.for([
  ['stays', [appClient()]],
  ['is replaced', [rotatingClient()]],
] as const)(
  'a refresh counts as use, where the refresh token %s',
  async ([, clients], { start }) => {
    const running = await startWithAda(start, { pools: [emailPool({ sessionTracking, clients })] })
    const first = await signIn(running)
    const { AccessToken } = await signIn(running)
    running.clock.advance({ minutes: 5 })

    await refresh(running, first.RefreshToken)

    const [used, own] = await sessionsOf(running, AccessToken)
    expect(own?.IsCurrentSession).toBe(true)
    expect(Number(used?.LastActiveDate) - Number(used?.CreateDate)).toBeGreaterThanOrEqual(300_000)
    expect(own?.LastActiveDate).toEqual(own?.CreateDate)
  },
)

test('a session that is revoked has no good token any more', async ({ start }) => {
  const running = await startWithAda(start)
  const lost = await signIn(running)
  const { AccessToken } = await signIn(running)
  const other = (await sessionsOf(running, AccessToken)).find((one) => !one.IsCurrentSession)

  await revoke(running, AccessToken, other?.SessionId)

  expect(await sessionsOf(running, AccessToken)).toHaveLength(1)
  await expect(
    running.cognito.send(new GetUserCommand({ AccessToken: lost.AccessToken })),
  ).rejects.toMatchObject({ message: 'Access Token has been revoked' })
  await expect(refresh(running, lost.RefreshToken)).rejects.toMatchObject({
    message: 'Refresh Token has been revoked',
  })
  await expect(revoke(running, AccessToken, other?.SessionId)).rejects.toMatchObject(notFound)
})

test('nobody revokes the session that asks, somebody else’s or none', async ({ start }) => {
  const running = await startWithAda(start)
  await register(running, eve)
  const { AccessToken } = await signIn(running)
  const evesToken = (await signIn(running, eve)).AccessToken
  const [own] = await sessionsOf(running, AccessToken)

  await expect(revoke(running, AccessToken, own?.SessionId)).rejects.toMatchObject({
    name: 'InvalidParameterException',
  })
  await expect(revoke(running, evesToken, own?.SessionId)).rejects.toMatchObject(notFound)
  await expect(revoke(running, AccessToken, `tkn${'a'.repeat(25)}`)).rejects.toMatchObject(notFound)
  expect(await sessionsOf(running, AccessToken)).toHaveLength(1)
  expect(await sessionsOf(running, evesToken)).toHaveLength(1)
})

test('of more sessions than a pool allows, the one goes that was used longest ago', async ({
  start,
}) => {
  const few = { isOn: true, maxTokenSessions: 2 }
  const running = await startWithAda(start, { pools: [emailPool({ sessionTracking: few })] })
  const first = await signIn(running)
  running.clock.advance({ seconds: 1 })
  const second = await signIn(running)
  running.clock.advance({ seconds: 1 })
  await refresh(running, first.RefreshToken)
  running.clock.advance({ seconds: 1 })

  const { AccessToken } = await signIn(running)

  expect(await sessionsOf(running, AccessToken)).toHaveLength(2)
  await expect(refresh(running, second.RefreshToken)).rejects.toMatchObject({
    message: 'Refresh Token has been revoked',
  })
  await refresh(running, first.RefreshToken)
})

test('a session that is over takes up none of the room that a pool allows', async ({ start }) => {
  const few = { isOn: true, maxTokenSessions: 2 }
  const running = await startWithAda(start, { pools: [emailPool({ sessionTracking: few })] })
  const first = await signIn(running)
  running.clock.advance({ seconds: 1 })
  const second = await signIn(running)
  const Token = { ClientId: ada.ClientId, Token: second.RefreshToken }
  await running.cognito.send(new RevokeTokenCommand(Token))
  running.clock.advance({ seconds: 1 })

  const { AccessToken } = await signIn(running)

  expect(await sessionsOf(running, AccessToken)).toHaveLength(2)
  await refresh(running, first.RefreshToken)
})

test('what ends otherwise is listed no more', async ({ start }) => {
  const running = await startWithAda(start)
  const { RefreshToken } = await signIn(running)
  await signIn(running)
  const Token = { ClientId: ada.ClientId, Token: RefreshToken }
  await running.cognito.send(new RevokeTokenCommand(Token))
  const { AccessToken } = await signIn(running)
  expect(await sessionsOf(running, AccessToken)).toHaveLength(2)

  await running.cognito.send(new GlobalSignOutCommand({ AccessToken }))

  const next = await signIn(running)
  expect(await sessionsOf(running, next.AccessToken)).toHaveLength(1)
  running.clock.advance({ hours: 31 * 24 })
  const last = await signIn(running)
  expect(await sessionsOf(running, last.AccessToken)).toHaveLength(1)
})

test('administrators see and end the sessions of anybody, and are in none of them', async ({
  start,
}) => {
  const running = await startWithAda(start)
  await register(running, eve)
  const { AccessToken } = await signIn(running)
  const admin = signingClient(running.url, credentials)
  const who = { UserPoolId: emailPool().id, Username: ada.Username }

  const { Sessions = [] } = await admin.send(new AdminListUserSessionsCommand(who))
  const { SessionId = '' } = Sessions[0] ?? {}
  await expect(
    admin.send(new AdminRevokeUserSessionCommand({ ...who, Username: eve.Username, SessionId })),
  ).rejects.toMatchObject(notFound)
  await admin.send(new AdminRevokeUserSessionCommand({ ...who, SessionId }))

  expect(Sessions).toHaveLength(1)
  expect(Sessions[0]?.IsCurrentSession).toBe(false)
  await expect(sessionsOf(running, AccessToken)).rejects.toMatchObject({
    message: 'Access Token has been revoked',
  })
  await admin.send(new AdminDisableUserCommand(who))
  expect((await admin.send(new AdminListUserSessionsCommand(who))).Sessions).toEqual([])
})

test('a pool that keeps no sessions lists none, and stores nothing of them', async ({ start }) => {
  const running = await startWithAda(start, { pools: [emailPool()] })
  const { AccessToken } = await signIn(running)

  expect(await sessionsOf(running, AccessToken)).toEqual([])
  expect([...running.runtime.store.table('user-pools/token-sessions').entries()]).toEqual([])
})
