import {
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  type AuthenticationResultType,
  type AuthFlowType,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import type { UserPoolConfig } from '../../../../local/user-pools/config.ts'
import { alterUser } from '../../../support/user-pools/alter-user.ts'
import { codeOf, wrongCode } from '../../../support/user-pools/authenticator-app.ts'
import { addPasskey } from '../../../support/user-pools/passkeys.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import {
  addApp,
  appOn,
  mfaPool,
  prefer,
  respond,
} from '../../../support/user-pools/second-factors.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

const allowedFirstAuthFactors = ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN']
const level = (number: number) => `urn:cognito:loa:${number}`
const invalid = { name: 'InvalidParameterException' }

/** Asks for a level, going by the password unless told otherwise. */
function ask(
  { cognito }: RunningUserPools,
  parameters: Record<string, string>,
  AuthFlow: AuthFlowType = 'USER_AUTH',
) {
  return cognito.send(
    new InitiateAuthCommand({
      ClientId: ada.ClientId,
      AuthFlow,
      AuthParameters: { USERNAME: ada.Username, ...parameters },
    }),
  )
}

const byPassword = { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: ada.Password }

function claimsOf(token = ''): Record<string, unknown> {
  const [, body = ''] = token.split('.')
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>
}

function levelsOf({ AccessToken, IdToken }: AuthenticationResultType = {}) {
  return [AccessToken, IdToken].map(claimsOf).map(({ acr, amr }) => ({ acr, amr }))
}

const both = (claims: object) => [claims, claims]

/** Somebody who has signed in with the password alone, and set an app up since. */
async function startWithApp(
  start: (options: { pools: UserPoolConfig[] }) => Promise<RunningUserPools>,
  pool: Partial<UserPoolConfig> = {},
) {
  const running = await start({ pools: [mfaPool({ allowedFirstAuthFactors, ...pool })] })
  await register(running)
  const { AccessToken } = await signIn(running)
  const secret = await addApp(running, AccessToken)
  await prefer(running, AccessToken, appOn)
  running.clock.advance({ seconds: 60 })
  const code = () => ({ SOFTWARE_TOKEN_MFA_CODE: codeOf(secret, running.clock.now()) })
  return { running, AccessToken, secret, code }
}

test('a sign-in that comes up to a level tells it in both tokens, and a refresh repeats it', async ({
  start,
}) => {
  const { running, code } = await startWithApp(start)

  const asked = await ask(running, { TARGET_ACR_VALUES: level(4), ...byPassword })
  const { AuthenticationResult } = await respond(
    running,
    asked.ChallengeName!,
    asked.Session,
    code(),
  )

  expect(asked.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  const told = both({ acr: level(4), amr: ['pwd', 'otp', 'mfa'] })
  expect(levelsOf(AuthenticationResult)).toEqual(told)
  running.clock.advance({ minutes: 5 })
  const refreshed = await running.cognito.send(
    new GetTokensFromRefreshTokenCommand({
      ClientId: ada.ClientId,
      RefreshToken: AuthenticationResult?.RefreshToken,
    }),
  )
  expect(levelsOf(refreshed.AuthenticationResult)).toEqual(told)
  expect(claimsOf(refreshed.AuthenticationResult?.AccessToken)['auth_time']).toBe(
    claimsOf(AuthenticationResult?.AccessToken)['auth_time'],
  )
})

test('who asks for no level is told none', async ({ start }) => {
  const { running, code } = await startWithApp(start)
  const { Session } = await ask(running, byPassword)

  const { AuthenticationResult } = await respond(running, 'SOFTWARE_TOKEN_MFA', Session, code())

  expect(levelsOf(AuthenticationResult)).toEqual(both({ acr: undefined, amr: undefined }))
})

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

test('the best liked of the levels is taken that the user can come up to', async ({ start }) => {
  const running = await start({ pools: [mfaPool({ allowedFirstAuthFactors })] })
  await register(running)
  const { AccessToken } = await signIn(running)
  const authenticator = await addPasskey(running, AccessToken)

  const asked = await ask(running, {
    TARGET_ACR_VALUES: `unknown ${level(4)} ${level(3)} ${level(1)}`,
    PREFERRED_CHALLENGE: 'WEB_AUTHN',
  })
  const { CREDENTIAL_REQUEST_OPTIONS = '' } = asked.ChallengeParameters ?? {}
  const CREDENTIAL = authenticator.get(JSON.parse(CREDENTIAL_REQUEST_OPTIONS) as never)
  const { AuthenticationResult } = await respond(running, 'WEB_AUTHN', asked.Session, {
    CREDENTIAL,
  })

  expect(asked.AvailableChallenges).toEqual(['WEB_AUTHN'])
  expect(levelsOf(AuthenticationResult)).toEqual(both({ acr: level(3), amr: ['swk'] }))
})

test('a code by mail is level 2, which a password alone is not', async ({ start }) => {
  const running = await start({ pools: [mfaPool({ allowedFirstAuthFactors })] })
  await register(running)

  const asked = await ask(running, {
    TARGET_ACR_VALUES: level(2),
    PREFERRED_CHALLENGE: 'EMAIL_OTP',
  })
  await expect(
    respond(running, 'SELECT_CHALLENGE', asked.Session, {
      ANSWER: 'PASSWORD',
      PASSWORD: ada.Password,
    }),
  ).rejects.toMatchObject(invalid)
  const EMAIL_OTP_CODE = running.newestCode()
  const { AuthenticationResult } = await respond(running, 'EMAIL_OTP', asked.Session, {
    EMAIL_OTP_CODE,
  })

  expect(asked.AvailableChallenges).toEqual(['EMAIL_OTP'])
  expect(levelsOf(AuthenticationResult)).toEqual(both({ acr: level(2), amr: ['email_otp'] }))
})

test('a lower level than the pool asks for is no way around a second factor', async ({ start }) => {
  const { running, code } = await startWithApp(start)

  const asked = await ask(running, { TARGET_ACR_VALUES: level(1), ...byPassword })
  const { AuthenticationResult } = await respond(
    running,
    'SOFTWARE_TOKEN_MFA',
    asked.Session,
    code(),
  )

  expect(asked.AuthenticationResult).toBeUndefined()
  expect(levelsOf(AuthenticationResult)[0]?.acr).toBe(level(4))
})

test('a pool has names of its own for its levels', async ({ start }) => {
  const acrNames = ['low', 'code', 'good', 'best']
  const { running, AccessToken, code } = await startWithApp(start, { acrNames })
  const parameters = { ACCESS_TOKEN: AccessToken }

  await expect(ask(running, { ...parameters, TARGET_ACR_VALUES: level(4) })).rejects.toMatchObject(
    invalid,
  )
  const { Session } = await ask(running, { ...parameters, TARGET_ACR_VALUES: 'best' })
  const { AuthenticationResult } = await respond(running, 'SOFTWARE_TOKEN_MFA', Session, code())

  expect(levelsOf(AuthenticationResult)[1]?.acr).toBe('best')
})

test('what nobody can come up to, or read, is refused', async ({ start }) => {
  const running = await start({ pools: [mfaPool({ allowedFirstAuthFactors })] })
  await register(running)
  const { AccessToken } = await signIn(running)

  for (const parameters of [
    { TARGET_ACR_VALUES: level(4) },
    { TARGET_ACR_VALUES: 'urn:cognito:loa:5' },
    { TARGET_ACR_VALUES: '' },
    { TARGET_ACR_VALUES: level(1), MAX_AGE: 'soon' },
    { TARGET_ACR_VALUES: level(4), USERNAME: 'nobody@example.com' },
    { ACCESS_TOKEN: AccessToken },
  ]) {
    await expect(ask(running, { ...byPassword, ...parameters })).rejects.toMatchObject(invalid)
  }
  await expect(
    ask(running, { TARGET_ACR_VALUES: level(1), PASSWORD: ada.Password }, 'USER_PASSWORD_AUTH'),
  ).rejects.toMatchObject(invalid)
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
