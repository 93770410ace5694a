import { GetUserCommand, GlobalSignOutCommand } from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { alterUser } from '../../../support/user-pools/alter-user.ts'
import { wrongCode } from '../../../support/user-pools/authenticator-app.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { mfaPool, respond } from '../../../support/user-pools/second-factors.ts'
import { test } from '../../../support/user-pools/user-pools.ts'
import {
  allowedFirstAuthFactors,
  level,
  invalid,
  ask,
  claimsOf,
  levelsOf,
  both,
  startWithApp,
  byPassword,
} from './levels.ts'

test('with an access token only what is missing is asked, and all tokens are new', async ({
  start,
}) => {
  const { running, AccessToken, code } = await startWithApp(start)
  const before = claimsOf(AccessToken)

  const asked = await ask(running, { TARGET_ACR_VALUES: level(4), ACCESS_TOKEN: AccessToken })
  const { AuthenticationResult } = await respond(
    running,
    'SOFTWARE_TOKEN_MFA',
    asked.Session,
    code(),
  )

  expect(asked.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  expect(levelsOf(AuthenticationResult)).toEqual(
    both({ acr: level(4), amr: ['pwd', 'otp', 'mfa'] }),
  )
  const after = claimsOf(AuthenticationResult?.AccessToken)
  expect(after['origin_jti']).not.toBe(before['origin_jti'])
  expect(after['auth_time']).toBe(Number(before['auth_time']) + 60)
  expect(AuthenticationResult?.RefreshToken).toBeDefined()
})

test('a token of longer ago than MAX_AGE has no credit, and goes on being good', async ({
  start,
}) => {
  const { running, AccessToken } = await startWithApp(start)
  const parameters = { TARGET_ACR_VALUES: level(4), ACCESS_TOKEN: AccessToken }

  const young = await ask(running, { ...parameters, MAX_AGE: '61' })
  const old = await ask(running, { ...parameters, MAX_AGE: '60' })

  expect(young.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  expect(old).toMatchObject({
    ChallengeName: 'SELECT_CHALLENGE',
    AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD'],
  })
  await running.cognito.send(new GetUserCommand({ AccessToken }))
})

test('a token that is there already leads to nothing, until it is too old', async ({ start }) => {
  const running = await start({ pools: [mfaPool({ allowedFirstAuthFactors })] })
  await register(running)
  const { AccessToken } = await signIn(running)
  const parameters = { TARGET_ACR_VALUES: level(1), ACCESS_TOKEN: AccessToken, ...byPassword }

  await expect(ask(running, parameters)).rejects.toMatchObject(invalid)
  running.clock.advance({ seconds: 31 })
  const { AuthenticationResult } = await ask(running, { ...parameters, MAX_AGE: '30' })

  expect(levelsOf(AuthenticationResult)).toEqual(both({ acr: level(1), amr: ['pwd'] }))
})

test('a wrong code, and a step-up that is left half-way, lead to no tokens', async ({ start }) => {
  const { running, AccessToken, secret, code } = await startWithApp(start)
  const { Session } = await ask(running, {
    TARGET_ACR_VALUES: level(4),
    ACCESS_TOKEN: AccessToken,
  })

  await expect(
    respond(running, 'SOFTWARE_TOKEN_MFA', Session, {
      SOFTWARE_TOKEN_MFA_CODE: wrongCode(secret, running.clock.now()),
    }),
  ).rejects.toMatchObject({ name: 'CodeMismatchException' })
  running.clock.advance({ minutes: 3 })
  await expect(respond(running, 'SOFTWARE_TOKEN_MFA', Session, code())).rejects.toMatchObject({
    message: 'Invalid session for the user, session is expired.',
  })
})

test('a token of somebody else, or one that is revoked, has no credit', async ({ start }) => {
  const { running, AccessToken: revoked } = await startWithApp(start)
  const eve = { ...ada, Username: 'eve@example.com' }
  await register(running, eve)
  const { AccessToken } = await signIn(running, eve)
  await running.cognito.send(new GlobalSignOutCommand({ AccessToken: revoked }))

  for (const ACCESS_TOKEN of [AccessToken, revoked, `${AccessToken}x`, 'none']) {
    await expect(ask(running, { TARGET_ACR_VALUES: level(4), ACCESS_TOKEN })).rejects.toMatchObject(
      { name: 'NotAuthorizedException' },
    )
  }
})

test('a temporary password that was given since is asked for, whatever the token has proved', async ({
  start,
}) => {
  const { running, AccessToken } = await startWithApp(start)
  alterUser(running, ada.Username, { status: 'FORCE_CHANGE_PASSWORD' })

  const asked = await ask(running, {
    TARGET_ACR_VALUES: level(4),
    ACCESS_TOKEN: AccessToken,
  })

  expect(asked).toMatchObject({
    ChallengeName: 'SELECT_CHALLENGE',
    AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD'],
  })
})
