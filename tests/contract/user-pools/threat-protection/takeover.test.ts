import {
  AdminInitiateAuthCommand,
  AdminUpdateAuthEventFeedbackCommand,
  SetRiskConfigurationCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { decodeJwt } from 'jose'
import { expect } from 'vitest'
import { ada, signIn } from '../../../support/user-pools/people.ts'
import { begin } from '../../../support/user-pools/second-factors.ts'
import { appClient } from '../../../support/user-pools/user-pool-config.ts'
import { test } from '../../../support/user-pools/user-pools.ts'
import {
  actions,
  berlin,
  chrome,
  firefox,
  from,
  notAllowed,
  protectedPool,
  startProtected,
  sydney,
  blockHigh,
  hour,
} from './places.ts'

test('a first sign-in has nothing to be held against, and its event is in its tokens', async ({
  start,
}) => {
  const running = await startProtected(start, {
    AccountTakeoverRiskConfiguration: actions('BLOCK', { medium: 'BLOCK', low: 'BLOCK' }),
  })
  running.clock.stop()

  const { AccessToken } = await signIn(from(running, berlin))
  const [event, signUp, ...others] = await running.events()

  expect(event).toEqual({
    EventId: decodeJwt(AccessToken).event_id,
    EventType: 'SignIn',
    CreationDate: new Date(running.clock.now()),
    EventResponse: 'Pass',
    EventRisk: { RiskDecision: 'NoRisk', CompromisedCredentialsDetected: false },
    ChallengeResponses: [{ ChallengeName: 'Password', ChallengeResponse: 'Success' }],
    EventContextData: {
      IpAddress: '192.0.2.1',
      DeviceName: 'Chrome 125, Windows',
      City: 'Berlin',
      Country: 'DE',
    },
  })
  expect(signUp).toMatchObject({ EventType: 'SignUp', EventResponse: 'Pass' })
  expect(others).toEqual([])
})

test.for([
  ['another device', { ...berlin, userAgent: firefox }, 'Low'],
  ['another address', { ...berlin, ipAddress: '192.0.2.2' }, 'Medium'],
  ['another side of the earth', sydney, 'High'],
] as const)('a sign-in from %s is as risky as that rule says', async ([, at, level], { start }) => {
  const running = await startProtected(start)
  await signIn(from(running, berlin))
  running.clock.advance(hour)

  await signIn(from(running, at))

  const [event] = await running.events()
  // Nothing was to be done about it.
  expect(event).toMatchObject({
    EventResponse: 'Pass',
    EventRisk: { RiskLevel: level, RiskDecision: 'NoRisk' },
  })
})

test('a browser that was updated is the same device, and a day is long enough to travel', async ({
  start,
}) => {
  const running = await startProtected(start, blockHigh)
  await signIn(from(running, berlin))

  await signIn(from(running, { ...berlin, userAgent: chrome.replace('125', '126') }))
  const [updated] = await running.events()
  running.clock.advance({ hours: 24 })
  await signIn(from(running, sydney))

  expect(updated?.EventRisk).not.toHaveProperty('RiskLevel')
  expect((await running.events())[0]?.EventRisk).toMatchObject({ RiskLevel: 'Medium' })
})

test('a wrong password is told as wrong, however risky the sign-in is', async ({ start }) => {
  const running = await startProtected(start, blockHigh)
  await signIn(from(running, berlin))

  const wrong = signIn(from(running, sydney), { ...ada, Password: 'Wrong-Horse-1' })

  await expect(wrong).rejects.toMatchObject({ message: 'Incorrect username or password.' })
  expect((await running.events())[0]).toMatchObject({
    EventResponse: 'Fail',
    EventRisk: { RiskDecision: 'NoRisk' },
    ChallengeResponses: [{ ChallengeName: 'Password', ChallengeResponse: 'Failure' }],
  })
})

test('five wrong passwords within an hour make the right one risky, and later they do not', async ({
  start,
}) => {
  const running = await startProtected(start, {
    AccountTakeoverRiskConfiguration: actions('NO_ACTION', { medium: 'BLOCK' }),
  })
  for (let times = 0; times < 5; times += 1) {
    await expect(begin(running, { ...ada, Password: 'Wrong-Horse-1' })).rejects.toThrow('Incorrect')
  }
  running.clock.advance({ minutes: 20 })

  await expect(signIn(running)).rejects.toMatchObject(notAllowed)
  running.clock.advance({ minutes: 41 })

  await expect(signIn(running)).resolves.toMatchObject({ TokenType: 'Bearer' })
})

test('what was said to be valid is familiar, and what was said not to be is so no more', async ({
  start,
}) => {
  const running = await startProtected(start, blockHigh)
  const { admin, UserPoolId } = running
  const { Username } = ada
  const say = async (FeedbackValue: 'Valid' | 'Invalid') => {
    const EventId = (await running.events())[0]?.EventId
    await admin.send(
      new AdminUpdateAuthEventFeedbackCommand({ UserPoolId, Username, EventId, FeedbackValue }),
    )
  }
  await signIn(from(running, berlin))
  await expect(signIn(from(running, sydney))).rejects.toMatchObject(notAllowed)

  await say('Valid')
  const [blocked] = await running.events()
  await signIn(from(running, sydney))
  const elsewhere = { ...sydney, userAgent: firefox }
  await signIn(from(running, elsewhere))
  await say('Invalid')
  await signIn(from(running, elsewhere))

  expect(blocked?.EventFeedback).toMatchObject({ FeedbackValue: 'Valid', Provider: 'Admin' })
  const [again, disowned] = await running.events()
  expect(disowned?.EventFeedback).toMatchObject({ FeedbackValue: 'Invalid' })
  expect(again?.EventRisk).toMatchObject({ RiskLevel: 'Low' })
})

test('an app client goes by a configuration of its own, whole', async ({ start }) => {
  const running = await startProtected(start, blockHigh)
  const { ClientId } = ada
  const other = { ...ada, ClientId: '2example23456789abcdefghij' }
  running.pools[0]!.clients = [appClient(), appClient({ id: other.ClientId })]
  await running.admin.send(
    new SetRiskConfigurationCommand({
      UserPoolId: running.UserPoolId,
      ClientId,
      CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'BLOCK' } },
    }),
  )
  await signIn(from(running, berlin))

  await expect(signIn(from(running, sydney), other)).rejects.toMatchObject(notAllowed)
  await expect(signIn(from(running, sydney))).resolves.toMatchObject({ TokenType: 'Bearer' })
})

test('of a sign-in by a server it is whom the server names that counts', async ({ start }) => {
  const explicitAuthFlows = ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_USER_PASSWORD_AUTH']
  const pool = protectedPool({ clients: [appClient({ explicitAuthFlows })] })
  const running = await startProtected(start, blockHigh, { pool })
  await signIn(from(running, berlin))
  const { ClientId, Username, Password } = ada
  const byServer = (at: typeof berlin) =>
    running.admin.send(
      new AdminInitiateAuthCommand({
        UserPoolId: pool.id,
        ClientId,
        AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: Username, PASSWORD: Password },
        ContextData: {
          IpAddress: at.ipAddress,
          ServerName: 'app.example.com',
          ServerPath: '/sign-in',
          HttpHeaders: [
            { headerName: 'User-Agent', headerValue: at.userAgent },
            { headerName: 'X-Local-Place', headerValue: at.place },
          ],
          EncodedData: 'opaque',
        },
      }),
    )

  const home = await byServer(berlin)
  await expect(byServer(sydney)).rejects.toMatchObject(notAllowed)
  await expect(byServer({ ...berlin, place: 'Berlin' })).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: expect.stringContaining('X-Local-Place') as string,
  })

  expect(home.AuthenticationResult).toBeDefined()
  expect((await running.events())[0]?.EventContextData).toEqual({
    IpAddress: '198.51.100.7',
    DeviceName: 'Chrome 125, Windows',
    City: 'Sydney',
    Country: 'AU',
  })
})
