import {
  DeleteWebAuthnCredentialCommand,
  GetUserAuthFactorsCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import type { Oddities } from '../../../support/user-pools/authenticator.ts'
import { addPasskey } from '../../../support/user-pools/passkeys.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { addApp, appOn, mfaPool, prefer } from '../../../support/user-pools/second-factors.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

const allowedFirstAuthFactors = ['PASSWORD', 'WEB_AUTHN']
const pools = [emailPool({ allowedFirstAuthFactors })]
const wrong = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' }

/** Somebody with a passkey. */
async function startWithPasskey(start: () => Promise<RunningUserPools>) {
  const running = await start()
  await register(running)
  const { AccessToken } = await signIn(running)
  return { running, AccessToken, authenticator: await addPasskey(running, AccessToken) }
}

async function begin({ cognito }: RunningUserPools, PREFERRED_CHALLENGE = 'WEB_AUTHN') {
  const answer = await cognito.send(
    new InitiateAuthCommand({
      ClientId: ada.ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: ada.Username, PREFERRED_CHALLENGE },
    }),
  )
  const { CREDENTIAL_REQUEST_OPTIONS = '{}' } = answer.ChallengeParameters ?? {}
  return { ...answer, options: JSON.parse(CREDENTIAL_REQUEST_OPTIONS) as RequestOptions }
}

interface RequestOptions {
  challenge: string
  rpId: string
}

function answer(
  { cognito }: RunningUserPools,
  Session: string | undefined,
  CREDENTIAL: string,
  USERNAME = ada.Username,
) {
  return cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId: ada.ClientId,
      ChallengeName: 'WEB_AUTHN',
      Session,
      ChallengeResponses: { USERNAME, CREDENTIAL },
    }),
  )
}

test('a passkey signs in, once', async ({ start }) => {
  const { running, authenticator } = await startWithPasskey(() => start({ pools }))

  const asked = await begin(running)
  const credential = authenticator.get(asked.options)
  const { AuthenticationResult } = await answer(running, asked.Session, credential)

  expect(asked).toMatchObject({
    ChallengeName: 'WEB_AUTHN',
    AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'WEB_AUTHN'],
  })
  expect(asked.options).toEqual({
    challenge: expect.stringMatching(/^[\w-]{43}$/),
    timeout: 180_000,
    rpId: 'localhost',
    allowCredentials: [{ type: 'public-key', id: authenticator.id, transports: ['internal'] }],
    userVerification: 'preferred',
  })
  expect(AuthenticationResult).toMatchObject({ TokenType: 'Bearer' })
  await expect(answer(running, asked.Session, credential)).rejects.toMatchObject({
    message: 'Invalid session for the user, session can only be used once.',
  })
})

test('who has a passkey is known to have the factor', async ({ start }) => {
  const { running, AccessToken } = await startWithPasskey(() => start({ pools }))

  const factors = await running.cognito.send(new GetUserAuthFactorsCommand({ AccessToken }))

  expect(factors.ConfiguredUserAuthFactors).toEqual(['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'])
})

test('it can be chosen from the list with the answer to a challenge that came before', async ({
  start,
}) => {
  const { running, authenticator } = await startWithPasskey(() => start({ pools }))
  const asked = await begin(running)
  const { AuthenticationResult } = await running.cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId: ada.ClientId,
      ChallengeName: 'SELECT_CHALLENGE',
      Session: asked.Session,
      ChallengeResponses: {
        USERNAME: ada.Username,
        ANSWER: 'WEB_AUTHN',
        CREDENTIAL: authenticator.get(asked.options),
      },
    }),
  )

  expect(AuthenticationResult).toBeDefined()
})

test.for<[string, Oddities]>([
  ['of another challenge', { challenge: 'c29tZXRoaW5nLWVsc2U' }],
  ['of a stranger’s page', { origin: 'https://evil.example' }],
  ['for another relying party', { relyingPartyId: 'evil.example' }],
  ['without anybody present', { flags: 0x04 }],
  ['whose count went back', { counter: 1 }],
])('an answer %s proves nothing, and the next one counts', async ([, oddities], { start }) => {
  const { running, authenticator } = await startWithPasskey(() => start({ pools }))
  const first = await begin(running)
  await answer(running, first.Session, authenticator.get(first.options))
  const { Session, options } = await begin(running)

  await expect(
    answer(running, Session, authenticator.get(options, oddities)),
  ).rejects.toMatchObject(wrong)

  const good = await answer(running, Session, authenticator.get(options))
  expect(good.AuthenticationResult).toBeDefined()
})

test('what is no answer, or is of a passkey that is not theirs, proves nothing', async ({
  start,
}) => {
  const { running, authenticator } = await startWithPasskey(() => start({ pools }))
  await register(running, { ...ada, Username: 'eve@example.com' })
  const eve = await signIn(running, { ...ada, Username: 'eve@example.com' })
  const evesAuthenticator = await addPasskey(running, eve.AccessToken)
  const { Session, options } = await begin(running)
  const forged = JSON.stringify({
    ...(JSON.parse(evesAuthenticator.get(options)) as object),
    id: authenticator.id,
    rawId: authenticator.id,
  })

  for (const credential of ['no json', '{}', '[]', evesAuthenticator.get(options), forged]) {
    await expect(answer(running, Session, credential)).rejects.toMatchObject(wrong)
  }
  await expect(
    answer(running, Session, evesAuthenticator.get(options), 'eve@example.com'),
  ).rejects.toMatchObject({ message: 'Invalid session for the user.' })
})

test('a passkey that was deleted proves nothing any more', async ({ start }) => {
  const { running, AccessToken, authenticator } = await startWithPasskey(() => start({ pools }))
  const second = await addPasskey(running, AccessToken)
  const { Session, options } = await begin(running)
  await running.cognito.send(
    new DeleteWebAuthnCredentialCommand({ AccessToken, CredentialId: authenticator.id }),
  )

  await expect(answer(running, Session, authenticator.get(options))).rejects.toMatchObject(wrong)
  expect((await answer(running, Session, second.get(options))).AuthenticationResult).toBeDefined()
})

test('where verification is required, presence is not enough', async ({ start }) => {
  const passkeys = {
    relyingPartyId: 'localhost',
    userVerification: 'required',
    isMultiFactor: false,
  } as const
  const { running, authenticator } = await startWithPasskey(() =>
    start({ pools: [emailPool({ allowedFirstAuthFactors, passkeys })] }),
  )
  const { Session, options } = await begin(running)

  await expect(
    answer(running, Session, authenticator.get(options, { flags: 0x01 })),
  ).rejects.toMatchObject(wrong)
  const { AuthenticationResult } = await answer(running, Session, authenticator.get(options))
  expect(AuthenticationResult).toBeDefined()
})

test('another relying party leaves the passkeys of the one before without use', async ({
  start,
}) => {
  const pool = emailPool({ allowedFirstAuthFactors })
  const { running } = await startWithPasskey(() => start({ pools: [pool] }))
  running.pools[0] = {
    ...pool,
    passkeys: { ...pool.passkeys, relyingPartyId: 'app.example.com' },
  }

  expect(await begin(running)).toMatchObject({
    ChallengeName: 'SELECT_CHALLENGE',
    AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD'],
  })
})

test('where the pool takes it for both factors, and the user does, a passkey is the whole proof', async ({
  start,
}) => {
  const passkeys = { ...emailPool().passkeys, isMultiFactor: true }
  const { running, AccessToken, authenticator } = await startWithPasskey(() =>
    start({ pools: [mfaPool({ allowedFirstAuthFactors, passkeys })] }),
  )
  await addApp(running, AccessToken)
  await expect(
    prefer(running, AccessToken, { WebAuthnMfaSettings: { Enabled: true } }),
  ).rejects.toMatchObject({ name: 'InvalidParameterException' })
  await prefer(running, AccessToken, appOn)
  const withoutConsent = await begin(running)
  await prefer(running, AccessToken, { WebAuthnMfaSettings: { Enabled: true } })

  const { Session, options } = await begin(running)
  await expect(
    answer(running, Session, authenticator.get(options, { flags: 0x01 })),
  ).rejects.toMatchObject(wrong)
  const { AuthenticationResult } = await answer(running, Session, authenticator.get(options))

  expect(withoutConsent.AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD'])
  expect(AuthenticationResult).toBeDefined()
})
