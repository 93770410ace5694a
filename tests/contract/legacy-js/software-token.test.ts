/* oxlint-disable typescript/no-deprecated -- Old apps run on it: that is why it is tested. */
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
} from 'amazon-cognito-identity-js'
import { expect } from 'vitest'
import { codeOf } from '../../support/user-pools/authenticator-app.ts'
import { ada, register } from '../../support/user-pools/people.ts'
import { mfaPool } from '../../support/user-pools/second-factors.ts'
import { test, type RunningUserPools } from '../../support/user-pools/user-pools.ts'

function userOf({ url }: RunningUserPools): CognitoUser {
  const Pool = new CognitoUserPool({
    UserPoolId: mfaPool().id,
    ClientId: ada.ClientId,
    endpoint: url,
  })
  return new CognitoUser({ Username: ada.Username, Pool })
}

/** @returns the session, or the name of the challenge that is asked. */
function authenticate(user: CognitoUser): Promise<CognitoUserSession | string> {
  return new Promise((resolve, reject) => {
    const { Username, Password } = ada
    user.authenticateUser(new AuthenticationDetails({ Username, Password }), {
      onSuccess: resolve,
      onFailure: reject,
      totpRequired: resolve,
      mfaSetup: resolve,
    })
  })
}

function associate(user: CognitoUser): Promise<string> {
  return new Promise((resolve, reject) => {
    user.associateSoftwareToken({ associateSecretCode: resolve, onFailure: reject })
  })
}

function verify(user: CognitoUser, code: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    user.verifySoftwareToken(code, 'my phone', { onSuccess: resolve, onFailure: reject })
  })
}

function sendCode(user: CognitoUser, code: string): Promise<CognitoUserSession> {
  return new Promise((resolve, reject) => {
    user.sendMFACode(code, { onSuccess: resolve, onFailure: reject }, 'SOFTWARE_TOKEN_MFA')
  })
}

test('amazon-cognito-identity-js sets an app up at the sign-in and proves it at the next', async ({
  start,
}) => {
  const running = await start({ pools: [mfaPool({ mfaConfiguration: 'ON' })] })
  await register(running)
  const user = userOf(running)

  const first = await authenticate(user)
  const secret = await associate(user)
  await verify(user, codeOf(secret, running.clock.now()))
  const wasSignedIn = user.getSignInUserSession()?.isValid()
  running.clock.advance({ seconds: 30 })
  const next = userOf(running)
  const second = await authenticate(next)
  const session = await sendCode(next, codeOf(secret, running.clock.now()))

  expect(first).toBe('MFA_SETUP')
  expect(wasSignedIn).toBe(true)
  expect(second).toBe('SOFTWARE_TOKEN_MFA')
  expect(session.isValid()).toBe(true)
})
