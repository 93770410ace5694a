import {
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  type InitiateAuthResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { ada, register } from '../../../support/user-pools/people.ts'
import {
  createSrpClient,
  timestampOf,
  type SrpChallenge,
} from '../../../support/user-pools/srp-client.ts'
import { appClient, emailPool, plainPool } from '../../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

const srp = createSrpClient(emailPool().id)

async function begin(
  { cognito }: RunningUserPools,
  { Username = ada.Username, ClientId = ada.ClientId, SRP_A = srp.SRP_A } = {},
): Promise<InitiateAuthResponse> {
  return cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME: Username, SRP_A },
    }),
  )
}

function challengeOf({ ChallengeParameters }: InitiateAuthResponse): SrpChallenge {
  return ChallengeParameters as unknown as SrpChallenge
}

function respond(
  { cognito }: RunningUserPools,
  ChallengeResponses: Record<string, string>,
  ClientId = ada.ClientId,
) {
  return cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses,
    }),
  )
}

const wrong = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' }

test('USER_SRP_AUTH signs in by e-mail and names the user by their sub', async ({ start }) => {
  const pools = await start()
  const sub = await register(pools)

  const challenge = await begin(pools)
  const answer = await respond(pools, srp.answer(challengeOf(challenge), ada.Password))

  expect(challenge).toMatchObject({
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: {
      SALT: expect.stringMatching(/^[\da-f]{32}$/),
      SRP_B: expect.stringMatching(/^[\da-f]{700,768}$/),
      SECRET_BLOCK: expect.stringMatching(/^[\w+/]+=*$/),
      USERNAME: sub,
      USER_ID_FOR_SRP: sub,
    },
  })
  expect(challenge.Session).toBeUndefined()
  expect(answer).toMatchObject({
    ChallengeParameters: {},
    AuthenticationResult: {
      AccessToken: expect.any(String),
      IdToken: expect.any(String),
      RefreshToken: expect.any(String),
      ExpiresIn: 3600,
      TokenType: 'Bearer',
    },
  })
})

test('an SRP_A of odd length is read as the number it is', async ({ start }) => {
  const pools = await start()
  await register(pools)
  // 2^2048 is smaller than N, so it is A as it is: a one and 512 zeros.
  const client = createSrpClient(emailPool().id, 2048n)

  expect(client.SRP_A).toHaveLength(513)
  const challenge = await begin(pools, { SRP_A: client.SRP_A })
  const answer = await respond(pools, client.answer(challengeOf(challenge), ada.Password))

  expect(answer.AuthenticationResult?.AccessToken).toEqual(expect.any(String))
})

test.for(['0', '00', 'ffxx', '-1', 'f'.repeat(768), srp.SRP_A + srp.SRP_A])(
  'an SRP_A that is no number between 0 and N is refused (%#)',
  async (SRP_A, { start }) => {
    const pools = await start()
    await register(pools)

    await expect(begin(pools, { SRP_A })).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'Invalid SRP_A',
    })
  },
)

test('a wrong password, a wrong signature and a damaged secret block get the same words', async ({
  start,
}) => {
  const pools = await start()
  await register(pools)
  const first = srp.answer(challengeOf(await begin(pools)), 'Wrong-Horse-1')
  const second = srp.answer(challengeOf(await begin(pools)), ada.Password)
  const third = srp.answer(challengeOf(await begin(pools)), ada.Password)
  const block = third.PASSWORD_CLAIM_SECRET_BLOCK ?? ''
  const damaged = `${block.slice(0, 200)}${block[200] === 'A' ? 'B' : 'A'}${block.slice(201)}`

  await expect(respond(pools, first)).rejects.toMatchObject(wrong)
  await expect(
    respond(pools, { ...second, PASSWORD_CLAIM_SIGNATURE: first.PASSWORD_CLAIM_SIGNATURE ?? '' }),
  ).rejects.toMatchObject(wrong)
  await expect(
    respond(pools, { ...third, PASSWORD_CLAIM_SECRET_BLOCK: damaged }),
  ).rejects.toMatchObject(wrong)
})

test('a challenge is answered once', async ({ start }) => {
  const pools = await start()
  await register(pools)
  const answer = srp.answer(challengeOf(await begin(pools)), ada.Password)
  await respond(pools, answer)

  await expect(respond(pools, answer)).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Invalid session for the user, session can only be used once.',
  })
})

test('of two answers to one challenge at once, one signs in', async ({ start }) => {
  const pools = await start()
  await register(pools)
  const answer = srp.answer(challengeOf(await begin(pools)), ada.Password)

  const outcomes = await Promise.allSettled([respond(pools, answer), respond(pools, answer)])

  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a challenge expires with AuthSessionValidity', async ({ start }) => {
  const pools = await start()
  await register(pools)
  const answer = srp.answer(challengeOf(await begin(pools)), ada.Password)
  pools.clock.advance({ minutes: 3 })

  await expect(respond(pools, answer)).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Invalid session for the user, session is expired.',
  })
})

test('a sign-in works however far our clock was moved', async ({ start }) => {
  const pools = await start()
  await register(pools)
  pools.clock.advance({ hours: 24 * 40 })

  const answer = await respond(pools, srp.answer(challengeOf(await begin(pools)), ada.Password))

  expect(answer.AuthenticationResult).toBeDefined()
})

test('a secret block is good for its own user only', async ({ start }) => {
  const pools = await start()
  await register(pools)
  const eve = { ...ada, Username: 'eve@example.com' }
  const eveSub = await register(pools, eve)
  const challenge = challengeOf(await begin(pools))

  const answer = srp.answer({ ...challenge, USER_ID_FOR_SRP: eveSub }, ada.Password)

  await expect(respond(pools, answer)).rejects.toMatchObject(wrong)
})

test('a secret block is good for its own app client only', async ({ start }) => {
  const other = appClient({ id: '2other3456789abcdefghijklm' })
  const pools = await start({ pools: [emailPool({ clients: [appClient(), other] })] })
  await register(pools)
  const answer = srp.answer(challengeOf(await begin(pools)), ada.Password)

  await expect(respond(pools, answer, other.id)).rejects.toMatchObject(wrong)
})

test('a TIMESTAMP of another form is named, one that is old or misspelt fails the proof', async ({
  start,
}) => {
  const pools = await start()
  await register(pools)
  const answerAt = async (at: Date, edit = (text: string) => text) => {
    const answer = srp.answer(challengeOf(await begin(pools)), ada.Password, at)
    return respond(pools, { ...answer, TIMESTAMP: edit(answer.TIMESTAMP ?? '') })
  }

  await expect(answerAt(new Date(), () => new Date().toISOString())).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: 'TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.',
  })
  await expect(answerAt(new Date(Date.now() - 16 * 60_000))).rejects.toMatchObject(wrong)
  await expect(answerAt(new Date(Date.now() + 16 * 60_000))).rejects.toMatchObject(wrong)
  await expect(
    answerAt(new Date(), (text) => timestampOf(new Date(Date.parse(text) + 1000))),
  ).rejects.toMatchObject(wrong)
})

test.for(['USERNAME', 'SRP_A'])('%s cannot be left out', async (name, { start }) => {
  const { cognito } = await start()
  const AuthParameters = { USERNAME: ada.Username, SRP_A: srp.SRP_A, [name]: '' }

  const starting = cognito.send(
    new InitiateAuthCommand({ ClientId: ada.ClientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters }),
  )

  await expect(starting).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: `Missing required parameter ${name}`,
  })
})

test('someone who is not there gets a challenge like anyone, always with the same salt', async ({
  start,
}) => {
  const other = appClient({ id: '2other3456789abcdefghijklm' })
  const pools = await start({ pools: [emailPool({ clients: [appClient(), other] })] })
  const Username = 'nobody@example.com'

  const first = challengeOf(await begin(pools, { Username }))
  const again = challengeOf(
    await begin(pools, { Username: 'NOBODY@example.com', ClientId: other.id }),
  )
  const someone = challengeOf(await begin(pools, { Username: 'someone@example.com' }))

  expect(first).toMatchObject({
    SALT: expect.stringMatching(/^[\da-f]{32}$/),
    USERNAME: first.USER_ID_FOR_SRP,
    USER_ID_FOR_SRP: expect.stringMatching(
      /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/,
    ),
  })
  expect(again).toMatchObject({ SALT: first.SALT, USER_ID_FOR_SRP: first.USER_ID_FOR_SRP })
  expect(again.SRP_B).not.toBe(first.SRP_B)
  expect(someone.SALT).not.toBe(first.SALT)
  expect(first.SECRET_BLOCK).toHaveLength(someone.SECRET_BLOCK.length)
  await expect(respond(pools, srp.answer(first, ada.Password))).rejects.toMatchObject(wrong)
})

test('where usernames are names, the pretended one echoes what was typed', async ({ start }) => {
  const pools = await start({ pools: [plainPool()] })

  const challenge = challengeOf(await begin(pools, { Username: 'nobody' }))

  expect(challenge).toMatchObject({ USERNAME: 'nobody', USER_ID_FOR_SRP: 'nobody' })
})

test('a sub signs in only where it is the username', async ({ start }) => {
  const clients = [appClient({ preventUserExistenceErrors: false })]
  const byEmail = await start({ pools: [emailPool({ clients })] })
  const byName = await start({ pools: [plainPool({ clients })] })
  const sub = await register(byEmail)
  const other = await register(byName, { ...ada, Username: 'ada' })

  const challenge = await begin(byEmail, { Username: sub })

  expect(challengeOf(challenge).USER_ID_FOR_SRP).toBe(sub)
  await expect(begin(byName, { Username: other })).rejects.toMatchObject({
    name: 'UserNotFoundException',
  })
})

test('without existence protection someone who is not there is said not to be', async ({
  start,
}) => {
  const clients = [appClient({ preventUserExistenceErrors: false })]
  const pools = await start({ pools: [emailPool({ clients })] })

  await expect(begin(pools)).rejects.toMatchObject({
    name: 'UserNotFoundException',
    message: 'User does not exist.',
  })
})

test.for([true, false])(
  'whatever the password, an unconfirmed person is told so; existence protection: %s',
  async (preventUserExistenceErrors, { start }) => {
    const clients = [appClient({ preventUserExistenceErrors })]
    const pools = await start({ pools: [emailPool({ clients })] })
    await register(pools, ada, { isConfirmed: false })
    const answerWith = async (password: string) =>
      respond(pools, srp.answer(challengeOf(await begin(pools)), password))

    for (const password of ['Wrong-Horse-1', ada.Password]) {
      await expect(answerWith(password)).rejects.toMatchObject({
        name: 'UserNotConfirmedException',
        message: 'User is not confirmed.',
      })
    }
  },
)
