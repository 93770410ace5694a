/* oxlint-disable typescript/no-deprecated -- Old apps run on it: that is why it is tested. */
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
} from 'amazon-cognito-identity-js'
import { expect } from 'vitest'
import { ada, register } from '../../support/user-pools/people.ts'
import { emailPool } from '../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../support/user-pools/user-pools.ts'

// amazon-cognito-identity-js refreshes by REFRESH_TOKEN_AUTH, so the client here does not rotate.

function userOf({ url }: RunningUserPools): CognitoUser {
  const items = new Map<string, string>()
  const Storage = {
    setItem: (key: string, value: string) => void items.set(key, value),
    getItem: (key: string) => items.get(key) ?? null,
    removeItem: (key: string) => void items.delete(key),
    clear: () => {
      items.clear()
    },
  }
  const Pool = new CognitoUserPool({
    UserPoolId: emailPool().id,
    ClientId: ada.ClientId,
    endpoint: url,
    Storage,
  })
  return new CognitoUser({ Username: ada.Username, Pool, Storage })
}

function authenticate(user: CognitoUser, Password = ada.Password): Promise<CognitoUserSession> {
  return new Promise((resolve, reject) => {
    user.authenticateUser(new AuthenticationDetails({ Username: ada.Username, Password }), {
      onSuccess: resolve,
      onFailure: reject,
    })
  })
}

function sessionOf(user: CognitoUser): Promise<CognitoUserSession> {
  return new Promise((resolve, reject) => {
    user.getSession((error: Error | null, session: CognitoUserSession | null) => {
      if (session) resolve(session)
      else reject(error ?? new Error('There is no session'))
    })
  })
}

function refreshed(user: CognitoUser, session: CognitoUserSession): Promise<CognitoUserSession> {
  return new Promise((resolve, reject) => {
    user.refreshSession(session.getRefreshToken(), (error: unknown, fresh: CognitoUserSession) => {
      if (error instanceof Error) reject(error)
      else resolve(fresh)
    })
  })
}

test.for(['USER_SRP_AUTH', 'USER_PASSWORD_AUTH'])(
  'authenticateUser works by %s',
  async (flow, { start }) => {
    const pools = await start()
    const sub = await register(pools)
    const user = userOf(pools)
    user.setAuthenticationFlowType(flow)

    const session = await authenticate(user)

    expect(session.isValid()).toBe(true)
    expect(session.getIdToken().payload).toMatchObject({ sub, email: ada.Username })
    expect((await sessionOf(user)).getAccessToken().getJwtToken()).toBe(
      session.getAccessToken().getJwtToken(),
    )
  },
)

test('authenticateUser refuses a wrong password', async ({ start }) => {
  const pools = await start()
  await register(pools)

  await expect(authenticate(userOf(pools), 'Wrong-Horse-1')).rejects.toMatchObject({
    code: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  })
})

test('refreshSession gives new tokens, until one signs out everywhere', async ({ start }) => {
  const pools = await start()
  await register(pools)
  const user = userOf(pools)
  const session = await authenticate(user)

  const fresh = await refreshed(user, session)

  expect(fresh.getAccessToken().payload.jti).not.toBe(session.getAccessToken().payload.jti)
  const signedOut = new Promise((resolve, reject) => {
    user.globalSignOut({ onSuccess: resolve, onFailure: reject })
  })
  expect(await signedOut).toBe('SUCCESS')
  await expect(refreshed(user, fresh)).rejects.toMatchObject({
    code: 'NotAuthorizedException',
    message: 'Refresh Token has been revoked',
  })
})
