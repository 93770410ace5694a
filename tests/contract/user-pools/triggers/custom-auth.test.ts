import {
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  type InitiateAuthResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { ada, register } from '../../../support/user-pools/people.ts'
import { recordTriggers, triggersOf } from '../../../support/user-pools/recorded-triggers.ts'
import { appClient, emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

const { ClientId, Username } = ada
const clients = [appClient({ explicitAuthFlows: ['ALLOW_CUSTOM_AUTH'] })]
const pool = () =>
  emailPool({
    clients,
    ...triggersOf(
      'PreAuthentication',
      'DefineAuthChallenge',
      'CreateAuthChallenge',
      'VerifyAuthChallengeResponse',
      'PostAuthentication',
    ),
  })

interface Past {
  challengeResult: boolean
  challengeMetadata?: string
}

/** Asks what to whisper until it is right, three times at most. */
function whispering(changes = {}) {
  return recordTriggers({
    DefineAuthChallenge: ({ request }) => {
      const session = request['session'] as Past[]
      if (session.at(-1)?.challengeResult) return { issueTokens: true, failAuthentication: false }
      const isOver = session.length >= 3
      return { challengeName: 'WHISPER', issueTokens: false, failAuthentication: isOver }
    },
    CreateAuthChallenge: ({ request }) => ({
      publicChallengeParameters: { hint: 'begins with p' },
      privateChallengeParameters: { answer: 'password of the day' },
      challengeMetadata: `try ${(request['session'] as Past[]).length + 1}`,
    }),
    VerifyAuthChallengeResponse: ({ request }) => {
      const { answer } = request['privateChallengeParameters'] as { answer: string }
      return { answerCorrect: request['challengeAnswer'] === answer }
    },
    ...changes,
  })
}

function begin({ cognito }: RunningUserPools, USERNAME = Username) {
  return cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'CUSTOM_AUTH',
      AuthParameters: { USERNAME },
      ClientMetadata: { first: 'yes' },
    }),
  )
}

function answer(
  { cognito }: RunningUserPools,
  { Session, ChallengeParameters }: InitiateAuthResponse,
  ANSWER: string,
) {
  return cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId,
      ChallengeName: 'CUSTOM_CHALLENGE',
      Session,
      ChallengeResponses: { USERNAME: ChallengeParameters?.['USERNAME'] ?? '', ANSWER },
      ClientMetadata: { second: 'yes' },
    }),
  )
}

test('the functions ask, look at the answer, and let somebody in, in their order', async ({
  start,
}) => {
  const { invoke, events, log } = whispering()
  const running = await start({ pools: [pool()], invoke })
  const sub = await register(running)

  const asked = await begin(running)
  const again = await answer(running, asked, 'wrong')
  const done = await answer(running, again, 'password of the day')

  expect(asked).toMatchObject({
    ChallengeName: 'CUSTOM_CHALLENGE',
    ChallengeParameters: { USERNAME: sub, hint: 'begins with p' },
  })
  expect(JSON.stringify(asked)).not.toContain('of the day')
  expect(done.AuthenticationResult?.AccessToken).toBeDefined()
  const wrong = { challengeName: 'CUSTOM_CHALLENGE', challengeResult: false }
  expect(events.at(-2)?.request).toEqual({
    userAttributes: {
      sub,
      'cognito:user_status': 'CONFIRMED',
      email: Username,
      email_verified: 'true',
    },
    session: [
      { ...wrong, challengeMetadata: 'try 1' },
      { ...wrong, challengeMetadata: 'try 2', challengeResult: true },
    ],
    userNotFound: false,
    clientMetadata: { second: 'yes' },
  })
  expect(events[0]?.request).toMatchObject({ validationData: { first: 'yes' } })
  expect(events[1]?.request).not.toHaveProperty('clientMetadata')
  expect(log()).toEqual(
    [
      'PreAuthentication',
      ...['DefineAuthChallenge', 'CreateAuthChallenge'],
      ...['VerifyAuthChallengeResponse', 'DefineAuthChallenge', 'CreateAuthChallenge'],
      ...['VerifyAuthChallengeResponse', 'DefineAuthChallenge'],
      'PostAuthentication',
    ].map((name) => `${name}_Authentication`),
  )
})

test('flags may be texts, as typed languages write them', async ({ start }) => {
  const { invoke } = whispering({
    DefineAuthChallenge: () => ({ issueTokens: 'true', failAuthentication: 'true' }),
  })
  const running = await start({ pools: [pool()], invoke })
  await register(running)

  await expect(begin(running)).rejects.toMatchObject({ name: 'NotAuthorizedException' })
})

test('an answer is right where the function says so in a text, too', async ({ start }) => {
  const { invoke } = whispering({ VerifyAuthChallengeResponse: () => ({ answerCorrect: 'true' }) })
  const running = await start({ pools: [pool()], invoke })
  await register(running)

  const done = await answer(running, await begin(running), 'anything')

  expect(done.AuthenticationResult?.AccessToken).toBeDefined()
})

test('a verdict that is neither yes nor no ends nothing: the answer may come again', async ({
  start,
}) => {
  let verdict: unknown = 1
  const { invoke } = whispering({ VerifyAuthChallengeResponse: () => ({ answerCorrect: verdict }) })
  const running = await start({ pools: [pool()], invoke })
  await register(running)
  const asked = await begin(running)

  await expect(answer(running, asked, 'password of the day')).rejects.toMatchObject({
    name: 'InvalidLambdaResponseException',
  })
  verdict = true
  const done = await answer(running, asked, 'password of the day')

  expect(done.AuthenticationResult?.AccessToken).toBeDefined()
})

test.for([
  ['another challenge', { CHALLENGE_NAME: 'CUSTOM_CHALLENGE' }, 'CUSTOM_CHALLENGE'],
  ['a password without its name', { SRP_A: 'ab' }, 'SRP_A'],
] as const)('CUSTOM_AUTH does not begin with %s', async ([, parameters, named], { start }) => {
  const { invoke, events } = whispering()
  const running = await start({ pools: [pool()], invoke })
  await register(running)

  const refused = running.cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'CUSTOM_AUTH',
      AuthParameters: { USERNAME: Username, ...parameters },
    }),
  )

  await expect(refused).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: expect.stringContaining(named) as string,
  })
  expect(events).toEqual([])
})

test('a sign-in that DefineAuthChallenge fails is over', async ({ start }) => {
  const { invoke } = whispering()
  const running = await start({ pools: [pool()], invoke })
  await register(running)

  let asked: InitiateAuthResponse = await begin(running)
  asked = await answer(running, asked, 'one')
  asked = await answer(running, asked, 'two')
  const refused = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' }

  await expect(answer(running, asked, 'three')).rejects.toMatchObject(refused)
  await expect(answer(running, asked, 'password of the day')).rejects.toMatchObject({
    message: 'Invalid session for the user, session can only be used once.',
  })
})

test('each answer has a session of its own, for one user, one challenge and one time', async ({
  start,
}) => {
  const { invoke } = whispering()
  const running = await start({ pools: [pool()], invoke })
  await register(running)
  await register(running, { Username: 'grace@example.com' })
  const asked = await begin(running)
  const invalid = { name: 'NotAuthorizedException' }

  const asGrace = { ...asked, ChallengeParameters: { USERNAME: 'grace@example.com' } }
  await expect(answer(running, asGrace, 'password of the day')).rejects.toMatchObject(invalid)
  await expect(
    answer(running, { ...asked, Session: 'x'.repeat(40) }, 'password of the day'),
  ).rejects.toMatchObject(invalid)
  await answer(running, asked, 'wrong')
  await expect(answer(running, asked, 'password of the day')).rejects.toMatchObject(invalid)

  const late = await begin(running)
  running.clock.advance({ minutes: 3 })
  await expect(answer(running, late, 'password of the day')).rejects.toMatchObject({
    message: 'Invalid session for the user, session is expired.',
  })
})

test('somebody who is not there is asked as others are, and let in by nobody', async ({
  start,
}) => {
  const { invoke, events } = whispering()
  const running = await start({ pools: [pool()], invoke })

  const asked = await begin(running, 'nobody@example.com')
  const refused = answer(running, asked, 'password of the day')

  await expect(refused).rejects.toMatchObject({ message: 'Incorrect username or password.' })
  expect(asked.ChallengeParameters).toMatchObject({ hint: 'begins with p' })
  expect(events.map(({ request }) => request['userNotFound'])).not.toContain(false)
})

test.for([
  ['decides nothing', { DefineAuthChallenge: () => ({}) }],
  [
    'fails in no words that it knows',
    { DefineAuthChallenge: () => ({ challengeName: 'WHISPER', failAuthentication: 'yes' }) },
  ],
  [
    'lets in by a number',
    { DefineAuthChallenge: () => ({ challengeName: 'WHISPER', issueTokens: 1 }) },
  ],
  ['asks by a number', { DefineAuthChallenge: () => ({ issueTokens: true, challengeName: 1 }) }],
  ['has metadata that are no text', { CreateAuthChallenge: () => ({ challengeMetadata: {} }) }],
  ['asks for the password, where none was begun', passwordFirst()],
  [
    'has parameters that are no texts',
    { CreateAuthChallenge: () => ({ publicChallengeParameters: { n: 1 } }) },
  ],
] as const)('a function that %s has given no answer', async ([, changes], { start }) => {
  const { invoke } = whispering(changes)
  const running = await start({ pools: [pool()], invoke })
  await register(running)

  await expect(begin(running)).rejects.toMatchObject({
    name: 'InvalidLambdaResponseException',
    message: 'Unrecognizable lambda output',
  })
})

test('somebody who is not confirmed is let in by no function', async ({ start }) => {
  const { invoke } = recordTriggers({ DefineAuthChallenge: () => ({ issueTokens: true }) })
  const running = await start({ pools: [pool()], invoke })
  await register(running, ada, { isConfirmed: false })

  await expect(begin(running)).rejects.toMatchObject({ name: 'UserNotConfirmedException' })
})

test('without all three functions there is no such sign-in', async ({ start }) => {
  const triggers = triggersOf('DefineAuthChallenge', 'CreateAuthChallenge')
  const running = await start({ pools: [emailPool({ clients, ...triggers })] })
  await register(running)

  await expect(begin(running)).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: 'Custom auth lambda trigger is not configured for the user pool.',
  })
})

function passwordFirst() {
  return { DefineAuthChallenge: () => ({ challengeName: 'PASSWORD_VERIFIER' }) }
}
