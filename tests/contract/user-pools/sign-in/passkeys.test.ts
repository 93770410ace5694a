import {
  CompleteWebAuthnRegistrationCommand,
  DeleteUserCommand,
  DeleteWebAuthnCredentialCommand,
  InitiateAuthCommand,
  ListWebAuthnCredentialsCommand,
  StartWebAuthnRegistrationCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { createAuthenticator, type Oddities } from '../../../support/user-pools/authenticator.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { appClient, emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

const allowedFirstAuthFactors = ['PASSWORD', 'WEB_AUTHN']
const other = appClient({ id: '2example23456789abcdefghij' })
const pools = [emailPool({ allowedFirstAuthFactors, clients: [appClient(), other] })]

interface CreationOptions {
  challenge: string
  rp: { id: string }
  user: { id: string }
}

async function startRegistration({ cognito }: RunningUserPools, AccessToken: string) {
  const answer = await cognito.send(new StartWebAuthnRegistrationCommand({ AccessToken }))
  return answer.CredentialCreationOptions as unknown as CreationOptions
}

function complete({ cognito }: RunningUserPools, AccessToken: string, Credential: unknown) {
  return cognito.send(
    new CompleteWebAuthnRegistrationCommand({ AccessToken, Credential: Credential as never }),
  )
}

async function list({ cognito }: RunningUserPools, AccessToken: string, MaxResults?: number) {
  return cognito.send(new ListWebAuthnCredentialsCommand({ AccessToken, MaxResults }))
}

test('a registration asks the browser as AWS does, and its passkey is listed', async ({
  start,
}) => {
  const running = await start({ pools })
  const sub = await register(running)
  const { AccessToken } = await signIn(running)
  const authenticator = createAuthenticator()

  const options = await startRegistration(running, AccessToken)
  await complete(running, AccessToken, authenticator.create(options))

  expect(options).toEqual({
    authenticatorSelection: {
      requireResidentKey: true,
      residentKey: 'required',
      userVerification: 'preferred',
    },
    challenge: expect.stringMatching(/^[\w-]{43}$/),
    excludeCredentials: [],
    pubKeyCredParams: [
      { alg: -7, type: 'public-key' },
      { alg: -257, type: 'public-key' },
    ],
    rp: { id: 'localhost', name: 'localhost' },
    timeout: 60_000,
    user: {
      displayName: ada.Username,
      id: Buffer.from(sub).toString('base64url'),
      name: ada.Username,
    },
  })
  expect((await list(running, AccessToken)).Credentials).toEqual([
    {
      AuthenticatorAttachment: 'platform',
      AuthenticatorTransports: ['internal'],
      CreatedAt: expect.any(Date),
      CredentialId: authenticator.id,
      FriendlyCredentialName: 'Platform passkey',
      RelyingPartyId: 'localhost',
    },
  ])
  const again = await startRegistration(running, AccessToken)
  expect(again).toMatchObject({
    excludeCredentials: [{ id: authenticator.id, type: 'public-key' }],
  })
})

test.for<[string, Oddities, string]>([
  [
    'of another challenge',
    { challenge: 'c29tZXRoaW5nLWVsc2U' },
    'WebAuthnChallengeNotFoundException',
  ],
  ['of a stranger’s page', { origin: 'https://evil.example' }, 'WebAuthnOriginNotAllowedException'],
  [
    'over http from afar',
    { origin: 'http://localhost.evil.example' },
    'WebAuthnOriginNotAllowedException',
  ],
  [
    'for another relying party',
    { relyingPartyId: 'evil.example' },
    'WebAuthnRelyingPartyMismatchException',
  ],
  ['without anybody present', { flags: 0x04 }, 'WebAuthnCredentialNotSupportedException'],
])(
  'an answer %s is refused, and the registration goes on',
  async ([, oddities, name], { start }) => {
    const running = await start({ pools })
    await register(running)
    const { AccessToken } = await signIn(running)
    const options = await startRegistration(running, AccessToken)
    const authenticator = createAuthenticator()

    await expect(
      complete(running, AccessToken, authenticator.create(options, oddities)),
    ).rejects.toMatchObject({ name })

    expect((await list(running, AccessToken)).Credentials).toEqual([])
    await complete(running, AccessToken, authenticator.create(options))
    expect((await list(running, AccessToken)).Credentials).toHaveLength(1)
  },
)

test('what is no answer of a browser is refused', async ({ start }) => {
  const running = await start({ pools })
  await register(running)
  const { AccessToken } = await signIn(running)
  const options = await startRegistration(running, AccessToken)
  const good = createAuthenticator().create(options)
  const damaged = { ...good.response, attestationObject: good.response.attestationObject.slice(9) }

  for (const credential of [{}, { id: 'x', response: {} }, { ...good, response: null }]) {
    await expect(complete(running, AccessToken, credential)).rejects.toMatchObject({
      name: 'InvalidParameterException',
    })
  }
  await expect(
    complete(running, AccessToken, { ...good, response: damaged }),
  ).rejects.toMatchObject({ name: 'WebAuthnCredentialNotSupportedException' })
})

test('a registration is answered once, in time, and by the newest start', async ({ start }) => {
  const running = await start({ pools })
  await register(running)
  const { AccessToken } = await signIn(running)
  const authenticator = createAuthenticator()
  const gone = { name: 'WebAuthnChallengeNotFoundException' }

  const first = await startRegistration(running, AccessToken)
  const second = await startRegistration(running, AccessToken)
  await expect(complete(running, AccessToken, authenticator.create(first))).rejects.toMatchObject(
    gone,
  )
  const answer = authenticator.create(second)
  await complete(running, AccessToken, answer)
  await expect(complete(running, AccessToken, answer)).rejects.toMatchObject(gone)

  const late = await startRegistration(running, AccessToken)
  running.clock.advance({ minutes: 3 })
  await expect(
    complete(running, AccessToken, createAuthenticator().create(late)),
  ).rejects.toMatchObject(gone)
})

test('of two answers at once, one makes a passkey', async ({ start }) => {
  const running = await start({ pools, isBusy: true })
  await register(running)
  const { AccessToken } = await signIn(running)
  const options = await startRegistration(running, AccessToken)
  const answer = () => complete(running, AccessToken, createAuthenticator().create(options))

  const outcomes = await Promise.allSettled([answer(), answer()])

  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await list(running, AccessToken)).Credentials).toHaveLength(1)
})

test('a passkey that is there already, and another client’s registration, are refused', async ({
  start,
}) => {
  const running = await start({ pools })
  await register(running)
  const { AccessToken } = await signIn(running)
  const elsewhere = await signIn(running, { ...ada, ClientId: other.id })
  const authenticator = createAuthenticator()
  await complete(
    running,
    AccessToken,
    authenticator.create(await startRegistration(running, AccessToken)),
  )
  const options = await startRegistration(running, AccessToken)

  await expect(complete(running, AccessToken, authenticator.create(options))).rejects.toMatchObject(
    { name: 'InvalidParameterException' },
  )
  await expect(
    complete(running, elsewhere.AccessToken, createAuthenticator().create(options)),
  ).rejects.toMatchObject({ name: 'WebAuthnClientMismatchException' })
})

test('a user has twenty at most', async ({ start }) => {
  const running = await start({ pools })
  await register(running)
  const { AccessToken } = await signIn(running)
  for (let made = 0; made < 20; made += 1) {
    const options = await startRegistration(running, AccessToken)
    await complete(running, AccessToken, createAuthenticator().create(options))
  }

  const first = await list(running, AccessToken, 15)
  const { cognito } = running
  const second = await cognito.send(
    new ListWebAuthnCredentialsCommand({ AccessToken, NextToken: first.NextToken }),
  )
  const ids = [...(first.Credentials ?? []), ...(second.Credentials ?? [])].map(
    ({ CredentialId }) => CredentialId,
  )

  expect(new Set(ids).size).toBe(20)
  expect(second.NextToken).toBeUndefined()
  await expect(startRegistration(running, AccessToken)).rejects.toMatchObject({
    name: 'LimitExceededException',
  })
})

test('a pool says what it lacks for passkeys', async ({ start }) => {
  const withoutDomain = emailPool({
    allowedFirstAuthFactors,
    passkeys: { userVerification: 'preferred', isMultiFactor: false },
  })
  for (const [pool, name] of [
    [emailPool(), 'WebAuthnNotEnabledException'],
    [withoutDomain, 'WebAuthnConfigurationMissingException'],
  ] as const) {
    const running = await start({ pools: [pool] })
    await register(running)
    const { AccessToken } = await signIn(running)
    await expect(startRegistration(running, AccessToken)).rejects.toMatchObject({ name })
  }
})

test('one’s own passkeys can be deleted, and nobody else’s', async ({ start }) => {
  const running = await start({ pools })
  await register(running)
  await register(running, { ...ada, Username: 'eve@example.com' })
  const { AccessToken } = await signIn(running)
  const eve = await signIn(running, { ...ada, Username: 'eve@example.com' })
  const authenticator = createAuthenticator()
  const options = await startRegistration(running, AccessToken)
  await complete(running, AccessToken, authenticator.create(options))
  const remove = (token: string) =>
    running.cognito.send(
      new DeleteWebAuthnCredentialCommand({ AccessToken: token, CredentialId: authenticator.id }),
    )
  const unknown = { name: 'ResourceNotFoundException' }

  await expect(remove(eve.AccessToken)).rejects.toMatchObject(unknown)
  await remove(AccessToken)
  await expect(remove(AccessToken)).rejects.toMatchObject(unknown)
  expect((await list(running, AccessToken)).Credentials).toEqual([])
})

test('with the user go their passkeys', async ({ start }) => {
  const running = await start({ pools })
  await register(running)
  const { AccessToken } = await signIn(running)
  const options = await startRegistration(running, AccessToken)
  await complete(running, AccessToken, createAuthenticator().create(options))
  const rows = () => [...running.runtime.store.table('user-pools/passkeys').entries()]
  expect(rows()).toHaveLength(1)

  await running.cognito.send(new DeleteUserCommand({ AccessToken }))

  expect(rows()).toEqual([])
})

test('who has no passkey is not offered one', async ({ start }) => {
  const running = await start({ pools })
  await register(running)

  const { AvailableChallenges, ChallengeName } = await running.cognito.send(
    new InitiateAuthCommand({
      ClientId: ada.ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: ada.Username, PREFERRED_CHALLENGE: 'WEB_AUTHN' },
    }),
  )

  expect(ChallengeName).toBe('SELECT_CHALLENGE')
  expect(AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD'])
})
