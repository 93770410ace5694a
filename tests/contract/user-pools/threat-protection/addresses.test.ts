import { createHmac } from 'node:crypto'
import {
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { ada, signIn } from '../../../support/user-pools/people.ts'
import { appClient } from '../../../support/user-pools/user-pool-config.ts'
import { test } from '../../../support/user-pools/user-pools.ts'
import {
  actions,
  berlin,
  chrome,
  from,
  notAllowed,
  protectedPool,
  startProtected,
  sydney,
} from './places.ts'

const requestNotAllowed = {
  name: 'NotAuthorizedException',
  message: 'Request not allowed due to security reasons.',
}
const blocking = { RiskExceptionConfiguration: { BlockedIPRangeList: ['198.51.100.0/24'] } }

test('a blocked address begins no sign-in, whoever it says to be', async ({ start }) => {
  const running = await startProtected(start, blocking)
  const blocked = from(running, sydney)

  await expect(signIn(blocked)).rejects.toMatchObject(requestNotAllowed)
  await expect(signIn(blocked, { ...ada, Password: 'Wrong-1' })).rejects.toMatchObject(
    requestNotAllowed,
  )
  await expect(signIn(blocked, { ...ada, Username: 'nobody@example.com' })).rejects.toMatchObject(
    requestNotAllowed,
  )

  await expect(signIn(from(running, berlin))).resolves.toMatchObject({ TokenType: 'Bearer' })
  const [passed, second, first, ...others] = await running.events()
  expect(passed).toMatchObject({ EventResponse: 'Pass' })
  for (const event of [second, first]) {
    expect(event).toMatchObject({
      EventType: 'SignIn',
      EventResponse: 'Fail',
      EventRisk: { RiskDecision: 'Block' },
      ChallengeResponses: [],
    })
  }
  expect(others.map(({ EventType }) => EventType)).toEqual(['SignUp'])
})

test('a sign-in that is taken up at a blocked address ends there', async ({ start }) => {
  const pool = protectedPool({ allowedFirstAuthFactors: ['PASSWORD'] })
  const running = await startProtected(start, blocking, { pool })
  const { ClientId, Username: USERNAME, Password: PASSWORD } = ada
  const { Session } = await from(running, berlin).cognito.send(
    new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME } }),
  )

  const answering = from(running, sydney).cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId,
      Session,
      ChallengeName: 'SELECT_CHALLENGE',
      ChallengeResponses: { USERNAME, ANSWER: 'PASSWORD', PASSWORD },
    }),
  )

  await expect(answering).rejects.toMatchObject(requestNotAllowed)
})

test('AUDIT blocks no address', async ({ start }) => {
  const pool = protectedPool({ threatProtection: { mode: 'AUDIT' } })
  const running = await startProtected(start, blocking, { pool })

  await expect(signIn(from(running, sydney))).resolves.toMatchObject({ TokenType: 'Bearer' })
})

test('from a skipped address nothing is risky', async ({ start }) => {
  const running = await startProtected(start, {
    AccountTakeoverRiskConfiguration: actions('BLOCK'),
    RiskExceptionConfiguration: { SkippedIPRangeList: ['198.51.100.0/24'] },
  })
  await signIn(from(running, berlin))

  await signIn(from(running, sydney))

  expect((await running.events())[0]?.EventRisk).toEqual({
    RiskDecision: 'NoRisk',
    CompromisedCredentialsDetected: false,
  })
})

test('an address that comes with the call counts at an app client with a secret that says so', async ({
  start,
}) => {
  const secret = 'a-secret-of-the-app-client'
  const hashOf = (name: string, ClientId: string) =>
    createHmac('sha256', secret)
      .update(name + ClientId)
      .digest('base64')
  const confidential = (id: string, propagatesUserContext: boolean) =>
    appClient({ id, secret, propagatesUserContext })
  const ids = ['2example23456789abcdefghij', '3example23456789abcdefghij'] as const
  const clients = [appClient(), confidential(ids[0], true), confidential(ids[1], false)]
  const settings = { AccountTakeoverRiskConfiguration: actions('NO_ACTION', { medium: 'BLOCK' }) }
  const running = await startProtected(start, settings, { pool: protectedPool({ clients }) })
  const { Username: USERNAME, Password: PASSWORD } = ada
  const at = from(running, { ipAddress: '192.0.2.1', userAgent: chrome })
  const begin = (ClientId: string, IpAddress: string) =>
    at.cognito.send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: {
          USERNAME,
          PASSWORD,
          ...(ClientId !== ada.ClientId && { SECRET_HASH: hashOf(USERNAME, ClientId) }),
        },
        UserContextData: { IpAddress, EncodedData: 'opaque' },
      }),
    )

  await begin(ada.ClientId, '203.0.113.1')
  await begin(ids[1], '203.0.113.2')
  await expect(begin(ids[0], '203.0.113.3')).rejects.toMatchObject(notAllowed)

  const addresses = (await running.events()).map(
    ({ EventContextData }) => EventContextData?.IpAddress,
  )
  expect(addresses.slice(0, 3)).toEqual(['203.0.113.3', '192.0.2.1', '192.0.2.1'])
})
