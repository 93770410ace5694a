import {
  ConfirmSignUpCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  SignUpCommand,
  type ChallengeNameType,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { alterUser } from '../../../support/user-pools/alter-user.ts'
import { ada, register } from '../../../support/user-pools/people.ts'
import { createSrpClient, type SrpChallenge } from '../../../support/user-pools/srp-client.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

const srp = createSrpClient(emailPool().id)
const factors = ['PASSWORD_SRP', 'PASSWORD']
const wrong = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' }
const invalid = { name: 'NotAuthorizedException', message: 'Invalid session for the user.' }
const usedUp = {
  name: 'NotAuthorizedException',
  message: 'Invalid session for the user, session can only be used once.',
}

function begin(
  { cognito }: RunningUserPools,
  parameters: Record<string, string> = {},
  Session?: string,
) {
  return cognito.send(
    new InitiateAuthCommand({
      ClientId: ada.ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: ada.Username, ...parameters },
      Session,
    }),
  )
}

function respond(
  { cognito }: RunningUserPools,
  ChallengeName: ChallengeNameType,
  Session: string | undefined,
  responses: Record<string, string>,
) {
  return cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId: ada.ClientId,
      ChallengeName,
      Session,
      ChallengeResponses: { USERNAME: ada.Username, ...responses },
    }),
  )
}

/** The session that a fresh sign-up and its confirmation end with. */
async function signUpWithSession(pools: RunningUserPools): Promise<string> {
  const { ClientId, Username } = ada
  const { Session } = await pools.cognito.send(new SignUpCommand(ada))
  const ConfirmationCode = pools.newestCode()
  const confirmed = await pools.cognito.send(
    new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode, Session }),
  )
  return confirmed.Session ?? ''
}

test('USER_AUTH offers the factors, at the top level of the answer', async ({ start }) => {
  const pools = await start()
  await register(pools)

  const answer = await begin(pools)

  expect(answer).toMatchObject({
    ChallengeName: 'SELECT_CHALLENGE',
    AvailableChallenges: factors,
    ChallengeParameters: {},
    Session: expect.any(String),
  })
})

test.for(['SELECT_CHALLENGE', 'PASSWORD'] as const)(
  'a password answers %s, once',
  async (name, { start }) => {
    const pools = await start()
    await register(pools)
    const preference = name === 'PASSWORD' ? { PREFERRED_CHALLENGE: 'PASSWORD' } : {}
    const { ChallengeName, Session } = await begin(pools, preference)
    const responses = { ANSWER: 'PASSWORD', PASSWORD: ada.Password }

    const answer = await respond(pools, name, Session, responses)

    expect(ChallengeName).toBe(name)
    expect(answer.AuthenticationResult).toBeDefined()
    await expect(respond(pools, name, Session, responses)).rejects.toMatchObject(usedUp)
  },
)

test.for(['SELECT_CHALLENGE', 'PASSWORD_SRP'] as const)(
  'SRP answers %s and ends the session with its success',
  async (name, { start }) => {
    const pools = await start()
    await register(pools)
    const preference = name === 'PASSWORD_SRP' ? { PREFERRED_CHALLENGE: 'PASSWORD_SRP' } : {}
    const first = await begin(pools, preference)
    const chosen = await respond(pools, name, first.Session, {
      ANSWER: 'PASSWORD_SRP',
      SRP_A: srp.SRP_A,
    })
    const challenge = chosen.ChallengeParameters as unknown as SrpChallenge

    const answer = await respond(
      pools,
      'PASSWORD_VERIFIER',
      chosen.Session,
      srp.answer(challenge, ada.Password),
    )

    expect(first.ChallengeName).toBe(name)
    expect(chosen.ChallengeName).toBe('PASSWORD_VERIFIER')
    expect(answer.AuthenticationResult).toBeDefined()
    await expect(
      respond(pools, 'SELECT_CHALLENGE', first.Session, {
        ANSWER: 'PASSWORD',
        PASSWORD: ada.Password,
      }),
    ).rejects.toMatchObject(usedUp)
  },
)

test('a choice without its proof is asked for it', async ({ start }) => {
  const pools = await start()
  await register(pools)
  const { Session } = await begin(pools)

  const answer = await respond(pools, 'SELECT_CHALLENGE', Session, { ANSWER: 'PASSWORD' })

  expect(answer).toMatchObject({ ChallengeName: 'PASSWORD', Session: expect.any(String) })
})

test('a wrong password leaves the session as it was', async ({ start }) => {
  const pools = await start()
  await register(pools)
  const { Session } = await begin(pools)
  const answer = (PASSWORD: string) =>
    respond(pools, 'SELECT_CHALLENGE', Session, { ANSWER: 'PASSWORD', PASSWORD })

  await expect(answer('Wrong-Horse-1')).rejects.toMatchObject(wrong)

  expect((await answer(ada.Password)).AuthenticationResult).toBeDefined()
})

test('of two answers at once in one session, one signs in', async ({ start }) => {
  const pools = await start()
  await register(pools)
  const { Session } = await begin(pools)
  const answer = () =>
    respond(pools, 'SELECT_CHALLENGE', Session, { ANSWER: 'PASSWORD', PASSWORD: ada.Password })

  const outcomes = await Promise.allSettled([answer(), answer()])

  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a session belongs to one user and one client, and ends after three minutes', async ({
  start,
}) => {
  const pools = await start()
  await register(pools)
  await register(pools, { ...ada, Username: 'eve@example.com' })
  const { Session } = await begin(pools)
  const responses = { ANSWER: 'PASSWORD', PASSWORD: ada.Password }

  await expect(
    respond(pools, 'SELECT_CHALLENGE', Session, { ...responses, USERNAME: 'eve@example.com' }),
  ).rejects.toMatchObject(invalid)
  await expect(
    respond(pools, 'SELECT_CHALLENGE', `${Session ?? ''}x`, responses),
  ).rejects.toMatchObject(invalid)
  await expect(respond(pools, 'SMS_MFA', Session, responses)).rejects.toMatchObject(invalid)
  await expect(respond(pools, 'SELECT_CHALLENGE', undefined, responses)).rejects.toMatchObject({
    message: 'Missing required parameter Session',
  })
  pools.clock.advance({ minutes: 3 })
  await expect(respond(pools, 'SELECT_CHALLENGE', Session, responses)).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Invalid session for the user, session is expired.',
  })
})

test('a factor that the pool does not have cannot be chosen', async ({ start }) => {
  const pools = await start()
  await register(pools)
  const { Session } = await begin(pools)

  await expect(
    respond(pools, 'SELECT_CHALLENGE', Session, { ANSWER: 'WEB_AUTHN' }),
  ).rejects.toMatchObject({ name: 'InvalidParameterException' })
})

test('someone who is not there is offered the same factors', async ({ start }) => {
  const pools = await start()
  const USERNAME = 'nobody@example.com'

  const answer = await begin(pools, { USERNAME })

  expect(answer).toMatchObject({ ChallengeName: 'SELECT_CHALLENGE', AvailableChallenges: factors })
  await expect(
    respond(pools, 'SELECT_CHALLENGE', answer.Session, {
      USERNAME,
      ANSWER: 'PASSWORD',
      PASSWORD: ada.Password,
    }),
  ).rejects.toMatchObject(wrong)
})

test('the session of a confirmed sign-up signs in without a password, once', async ({ start }) => {
  const pools = await start()
  const session = await signUpWithSession(pools)

  const answer = await begin(pools, {}, session)

  expect(answer.AuthenticationResult).toMatchObject({ TokenType: 'Bearer' })
  await expect(begin(pools, {}, session)).rejects.toMatchObject(usedUp)
})

test('the session of a sign-up is no good for someone else, or later', async ({ start }) => {
  const pools = await start()
  await register(pools, { ...ada, Username: 'eve@example.com' })
  const session = await signUpWithSession(pools)

  await expect(begin(pools, { USERNAME: 'eve@example.com' }, session)).rejects.toMatchObject(
    invalid,
  )
  pools.clock.advance({ minutes: 3 })
  await expect(begin(pools, {}, session)).rejects.toMatchObject({
    message: 'Invalid session for the user, session is expired.',
  })
})

test('a pool of the Lite tier has no choice', async ({ start }) => {
  const pools = await start({ pools: [emailPool({ tier: 'LITE' })] })

  await expect(begin(pools)).rejects.toMatchObject({ name: 'FeatureUnavailableInTierException' })
})

test('someone unconfirmed who chooses is told so, whatever the password', async ({ start }) => {
  const pools = await start()
  await register(pools, ada, { isConfirmed: false })
  const unconfirmed = { name: 'UserNotConfirmedException', message: 'User is not confirmed.' }

  for (const PASSWORD of ['Wrong-Horse-1', ada.Password]) {
    const { Session } = await begin(pools)
    const chosen = respond(pools, 'SELECT_CHALLENGE', Session, { ANSWER: 'PASSWORD', PASSWORD })
    await expect(chosen).rejects.toMatchObject(unconfirmed)
    const atOnce = begin(pools, { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD })
    await expect(atOnce).rejects.toMatchObject(unconfirmed)
  }
})

test('someone disabled and unconfirmed is told nothing for a wrong password', async ({ start }) => {
  const pools = await start()
  await register(pools, ada, { isConfirmed: false })
  alterUser(pools, ada.Username, { enabled: false })

  await expect(
    begin(pools, { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: 'Wrong-Horse-1' }),
  ).rejects.toMatchObject(wrong)
})
