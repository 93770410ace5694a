/* oxlint-disable typescript/no-deprecated -- Old apps run on it: that is why it is tested. */
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
} from 'amazon-cognito-identity-js'
import { expect } from 'vitest'
import { codeOf } from '../../support/user-pools/authenticator-app.ts'
import { devicePool } from '../../support/user-pools/devices.ts'
import { ada, register, signIn } from '../../support/user-pools/people.ts'
import { addApp, appOn, prefer } from '../../support/user-pools/second-factors.ts'
import { test, type RunningUserPools } from '../../support/user-pools/user-pools.ts'

/** Both users of one storage are one browser. */
function browserOf({ url }: RunningUserPools) {
  const items = new Map<string, string>()
  const Storage = {
    setItem: (key: string, value: string) => void items.set(key, value),
    getItem: (key: string) => items.get(key) ?? null,
    removeItem: (key: string) => void items.delete(key),
    clear: () => items.clear(),
  }
  const { id: UserPoolId } = devicePool()
  const Pool = new CognitoUserPool({ UserPoolId, ClientId: ada.ClientId, endpoint: url, Storage })
  return () => new CognitoUser({ Username: ada.Username, Pool, Storage })
}

function authenticate(user: CognitoUser): Promise<CognitoUserSession | string> {
  return new Promise((resolve, reject) => {
    const { Username, Password } = ada
    user.authenticateUser(new AuthenticationDetails({ Username, Password }), {
      onSuccess: resolve,
      onFailure: reject,
      totpRequired: resolve,
    })
  })
}

function sendCode(user: CognitoUser, code: string): Promise<CognitoUserSession> {
  return new Promise((resolve, reject) => {
    user.sendMFACode(code, { onSuccess: resolve, onFailure: reject }, 'SOFTWARE_TOKEN_MFA')
  })
}

function forgetDevice(user: CognitoUser): Promise<string> {
  return new Promise((resolve, reject) => {
    user.forgetDevice({ onSuccess: resolve, onFailure: reject })
  })
}

test('amazon-cognito-identity-js proves its device in place of a code, until that is forgotten', async ({
  start,
}) => {
  const running = await start({ pools: [devicePool()] })
  await register(running)
  const { AccessToken } = await signIn(running)
  const secret = await addApp(running, AccessToken)
  await prefer(running, AccessToken, appOn)
  running.clock.advance({ seconds: 60 })
  const newUser = browserOf(running)
  const first = newUser()

  const asked = await authenticate(first)
  await sendCode(first, codeOf(secret, running.clock.now()))
  const second = newUser()
  const remembered = await authenticate(second)
  const refreshed = await new Promise<CognitoUserSession>((resolve, reject) => {
    const token = second.getSignInUserSession()!.getRefreshToken()
    second.refreshSession(token, (error, session: CognitoUserSession) => {
      if (error) reject(error as Error)
      else resolve(session)
    })
  })
  await forgetDevice(second)
  const afterwards = await authenticate(newUser())

  expect(asked).toBe('SOFTWARE_TOKEN_MFA')
  expect(remembered).toMatchObject({ accessToken: { payload: { device_key: expect.any(String) } } })
  expect(refreshed.isValid()).toBe(true)
  expect(afterwards).toBe('SOFTWARE_TOKEN_MFA')
})
