import { GetTokensFromRefreshTokenCommand } from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { addPasskey } from '../../../support/user-pools/passkeys.ts'
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
