import {
  ConfirmSignUpCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { createUsers } from '../../../../local/user-pools/users/users.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { recordTriggers, triggersOf } from '../../../support/user-pools/recorded-triggers.ts'
import { createSrpClient, type SrpChallenge } from '../../../support/user-pools/srp-client.ts'
import { appClient, emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

const { ClientId, Username, Password } = ada
const both = triggersOf('PreAuthentication', 'PostAuthentication')
const order = ['PreAuthentication_Authentication', 'PostAuthentication_Authentication']

function begin(
  { cognito }: RunningUserPools,
  name = Username,
  password = Password,
  ClientMetadata?: Record<string, string>,
) {
  return cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: name, PASSWORD: password },
      ClientMetadata,
    }),
  )
}

test('a sign-in tells one trigger before its proof, and the other before its tokens', async ({
  start,
}) => {
  const { invoke, events } = recordTriggers()
  const pool = emailPool(both)
  const running = await start({ pools: [pool], invoke })
  const sub = await register(running)

  await begin(running, Username, Password, { from: 'a kiosk' })

  const userAttributes = {
    sub,
    'cognito:user_status': 'CONFIRMED',
    email: Username,
    email_verified: 'true',
  }
  const frame = {
    version: '1',
    region: 'us-east-1',
    userPoolId: pool.id,
    userName: sub,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: ClientId },
    response: {},
  }
  expect(events).toEqual([
    {
      ...frame,
      triggerSource: order[0],
      request: { userAttributes, validationData: { from: 'a kiosk' }, userNotFound: false },
    },
    { ...frame, triggerSource: order[1], request: { userAttributes, newDeviceUsed: false } },
  ])
})

test('a wrong password comes to PreAuthentication alone', async ({ start }) => {
  const { invoke, log } = recordTriggers()
  const running = await start({ pools: [emailPool(both)], invoke })
  await register(running)

  await expect(begin(running, Username, 'Wrong-Horse-1')).rejects.toMatchObject({
    message: 'Incorrect username or password.',
  })

  expect(log()).toEqual(order.slice(0, 1))
})

test('by SRP they run at the two requests, with what each brings', async ({ start }) => {
  const { invoke, events } = recordTriggers()
  const running = await start({ pools: [emailPool(both)], invoke })
  await register(running)
  const srp = createSrpClient(running.pools[0]!.id)
  const { ChallengeParameters } = await running.cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME: Username, SRP_A: srp.SRP_A },
      ClientMetadata: { first: 'yes' },
    }),
  )
  expect(events.map(({ triggerSource }) => triggerSource)).toEqual(order.slice(0, 1))

  const challenge = ChallengeParameters as unknown as SrpChallenge
  await running.cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: srp.answer(challenge, Password, new Date(running.clock.now())),
      ClientMetadata: { second: 'yes' },
    }),
  )

  expect(events.map(({ triggerSource }) => triggerSource)).toEqual(order)
  expect(
    events.map(({ request }) => [request['validationData'], request['clientMetadata']]),
  ).toEqual([
    [{ first: 'yes' }, undefined],
    [undefined, { second: 'yes' }],
  ])
})

test('a refresh is no sign-in', async ({ start }) => {
  const { invoke, log } = recordTriggers()
  const running = await start({ pools: [emailPool(both)], invoke })
  await register(running)
  const { RefreshToken } = await signIn(running)
  expect(log()).toEqual(order)

  await running.cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN: RefreshToken },
    }),
  )

  expect(log()).toEqual([])
})

test('the session of a confirmation signs in past both', async ({ start }) => {
  const { invoke, log } = recordTriggers()
  const running = await start({ pools: [emailPool(both)], invoke })
  await register(running, ada, { isConfirmed: false })
  const { Session } = await running.cognito.send(
    new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode: running.newestCode() }),
  )

  await running.cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: Username },
      Session,
    }),
  )

  expect(log()).toEqual(order)
})

test('a session of a confirmation is looked at before who it is, and before any trigger', async ({
  start,
}) => {
  const { invoke, events } = recordTriggers()
  const clients = [appClient({ preventUserExistenceErrors: false })]
  const running = await start({ pools: [emailPool({ ...both, clients })], invoke })
  await register(running)
  await register(running, { Username: 'grace@example.com' }, { isConfirmed: false })
  const { Session } = await running.cognito.send(
    new ConfirmSignUpCommand({
      ClientId,
      Username: 'grace@example.com',
      ConfirmationCode: running.newestCode(),
    }),
  )
  const signInAs = (USERNAME: string, session: string | undefined) =>
    running.cognito.send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: 'USER_AUTH',
        AuthParameters: { USERNAME },
        Session: session,
        ClientMetadata: { from: 'a kiosk' },
      }),
    )
  const invalid = { name: 'NotAuthorizedException', message: 'Invalid session for the user.' }

  await expect(signInAs('nobody@example.com', 'x'.repeat(40))).rejects.toMatchObject(invalid)
  await expect(signInAs('nobody@example.com', Session)).rejects.toMatchObject(invalid)
  await expect(signInAs(Username, Session)).rejects.toMatchObject(invalid)
  expect(events).toEqual([])

  await signInAs('grace@example.com', Session)
  expect(events[0]).toMatchObject({
    triggerSource: order[0],
    request: {
      validationData: { from: 'a kiosk' },
      userAttributes: { email: 'grace@example.com' },
    },
  })
})

test.for(['PreAuthentication', 'PostAuthentication'] as const)(
  'what %s throws ends the sign-in, in its own words',
  async (name, { start }) => {
    const { invoke } = recordTriggers({ [name]: () => new Error('Not on Sundays') })
    const running = await start({ pools: [emailPool(both)], invoke })
    await register(running)

    await expect(begin(running)).rejects.toMatchObject({
      name: 'UserLambdaValidationException',
      message: `${name} failed with error Not on Sundays.`,
    })
  },
)

test('somebody who is not there comes to PreAuthentication where nobody may notice', async ({
  start,
}) => {
  const { invoke, events } = recordTriggers()
  const running = await start({ pools: [emailPool(both)], invoke })

  await expect(begin(running, 'nobody@example.com')).rejects.toMatchObject({
    message: 'Incorrect username or password.',
  })

  expect(events).toMatchObject([
    {
      userName: 'nobody@example.com',
      request: { userAttributes: {}, userNotFound: true, validationData: null },
    },
  ])
})

test('where it may be told, who is not there comes to no trigger, and nobody is told of it', async ({
  start,
}) => {
  const { invoke, events } = recordTriggers()
  const clients = [appClient({ preventUserExistenceErrors: false })]
  const running = await start({ pools: [emailPool({ ...both, clients })], invoke })
  await register(running)

  await expect(begin(running, 'nobody@example.com')).rejects.toMatchObject({
    name: 'UserNotFoundException',
  })
  expect(events).toEqual([])

  await begin(running)
  expect(events[0]?.request).not.toHaveProperty('userNotFound')
})

test('whom PreAuthentication disables meanwhile does not sign in', async ({ start }) => {
  const { invoke } = recordTriggers({
    PreAuthentication: () => {
      const users = createUsers(running.runtime.store)
      const user = users.find(running.pools[0]!, Username)!
      users.update(running.pools[0]!, { ...user, enabled: false })
      return {}
    },
  })
  const running = await start({ pools: [emailPool(both)], invoke })
  await register(running)

  await expect(begin(running)).rejects.toMatchObject({ name: 'NotAuthorizedException' })
})
