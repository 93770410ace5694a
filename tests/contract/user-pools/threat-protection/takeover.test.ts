import {
  AdminInitiateAuthCommand,
  AdminUpdateAuthEventFeedbackCommand,
  SetRiskConfigurationCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { decodeJwt } from 'jose'
import { expect } from 'vitest'
import { codeOf, wrongCode } from '../../../support/user-pools/authenticator-app.ts'
import { ada, signIn } from '../../../support/user-pools/people.ts'
import {
  addApp,
  appOn,
  begin,
  prefer,
  respond,
  setUpApp,
} from '../../../support/user-pools/second-factors.ts'
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
} from './places.ts'

const blockHigh = { AccountTakeoverRiskConfiguration: actions('BLOCK') }
const hour = { hours: 1 }

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

test('a blocked sign-in is told so, has no tokens, and makes nothing familiar', async ({
  start,
}) => {
  const running = await startProtected(start, blockHigh)
  await signIn(from(running, berlin))
  running.clock.advance(hour)

  for (let times = 0; times < 2; times += 1) {
    await expect(signIn(from(running, sydney))).rejects.toMatchObject(notAllowed)
  }
  await signIn(from(running, berlin))

  const [home, second] = await running.events()
  expect(home?.EventRisk).not.toHaveProperty('RiskLevel')
  expect(second).toMatchObject({
    EventResponse: 'Fail',
    EventRisk: { RiskDecision: 'Block', RiskLevel: 'High' },
    ChallengeResponses: [{ ChallengeName: 'Password', ChallengeResponse: 'Success' }],
  })
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

test('AUDIT tells a risk and does nothing about it', async ({ start }) => {
  const running = await startProtected(start, blockHigh, {
    pool: protectedPool({ threatProtection: { mode: 'AUDIT' } }),
  })
  await signIn(from(running, berlin))

  await signIn(from(running, sydney))

  expect((await running.events())[0]?.EventRisk).toMatchObject({
    RiskDecision: 'NoRisk',
    RiskLevel: 'High',
  })
})

test('MFA_REQUIRED asks who has a second factor, and blocks who has none', async ({ start }) => {
  const running = await startProtected(start, {
    AccountTakeoverRiskConfiguration: actions('MFA_REQUIRED'),
  })
  const { AccessToken } = await signIn(from(running, berlin))
  await expect(begin(from(running, sydney))).rejects.toMatchObject(notAllowed)
  // Verified, and not chosen: nothing asks for it but the risk.
  const secret = await addApp(running, AccessToken)
  running.clock.advance({ seconds: 60 })

  const usual = await begin(from(running, berlin))
  const asked = await begin(from(running, sydney))
  const wrong = { SOFTWARE_TOKEN_MFA_CODE: wrongCode(secret, running.clock.now()) }
  const challenge = 'SOFTWARE_TOKEN_MFA'
  await expect(respond(running, challenge, asked.Session, wrong)).rejects.toThrow('Invalid code')
  const right = { SOFTWARE_TOKEN_MFA_CODE: codeOf(secret, running.clock.now()) }
  const pending = (await running.events())[0]
  const done = await respond(running, challenge, asked.Session, right)

  expect(usual.AuthenticationResult).toBeDefined()
  expect(asked.ChallengeName).toBe(challenge)
  expect(pending).toMatchObject({ EventResponse: 'InProgress' })
  const [event] = await running.events()
  expect(event?.EventId).toBe(decodeJwt(done.AuthenticationResult?.AccessToken ?? '').event_id)
  expect(event).toMatchObject({
    EventResponse: 'Pass',
    EventRisk: { RiskDecision: 'AccountTakeover', RiskLevel: 'High' },
    ChallengeResponses: [
      { ChallengeName: 'Password', ChallengeResponse: 'Success' },
      { ChallengeName: 'Mfa', ChallengeResponse: 'Failure' },
      { ChallengeName: 'Mfa', ChallengeResponse: 'Success' },
    ],
  })
})

test('MFA_IF_CONFIGURED has who could set a factor up do so', async ({ start }) => {
  const running = await startProtected(start, {
    AccountTakeoverRiskConfiguration: actions('MFA_IF_CONFIGURED'),
  })
  await signIn(from(running, berlin))

  const asked = await begin(from(running, sydney))
  const { third } = await setUpApp(running, asked.Session)
  const done = await respond(running, 'MFA_SETUP', third)

  expect(asked).toMatchObject({
    ChallengeName: 'MFA_SETUP',
    ChallengeParameters: { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' },
  })
  const [event] = await running.events()
  expect(event).toMatchObject({
    EventId: decodeJwt(done.AuthenticationResult?.AccessToken ?? '').event_id,
    EventResponse: 'Pass',
    EventRisk: { RiskDecision: 'AccountTakeover' },
  })
})

test('MFA_IF_CONFIGURED lets pass where the pool has no second factor, MFA_REQUIRED does not', async ({
  start,
}) => {
  const pool = protectedPool({ mfaConfiguration: 'OFF', enabledMfas: [] })
  const settings = actions('MFA_IF_CONFIGURED', { medium: 'MFA_REQUIRED' })
  const running = await startProtected(
    start,
    { AccountTakeoverRiskConfiguration: settings },
    { pool },
  )
  await signIn(from(running, berlin))
  await signIn(from(running, sydney))

  const nearby = begin(from(running, { ...sydney, ipAddress: '192.0.2.9' }))

  await expect(nearby).rejects.toMatchObject(notAllowed)
  const [, passed] = await running.events()
  expect(passed).toMatchObject({
    EventResponse: 'Pass',
    EventRisk: { RiskDecision: 'NoRisk', RiskLevel: 'High' },
  })
})

test('who has chosen a second factor is asked once, risky or not', async ({ start }) => {
  const running = await startProtected(start, {
    AccountTakeoverRiskConfiguration: actions('MFA_REQUIRED'),
  })
  const { AccessToken } = await signIn(from(running, berlin))
  const secret = await addApp(running, AccessToken)
  await prefer(running, AccessToken, appOn)
  running.clock.advance({ seconds: 60 })

  const { Session, ChallengeName } = await begin(from(running, sydney))
  const SOFTWARE_TOKEN_MFA_CODE = codeOf(secret, running.clock.now())
  const done = await respond(running, 'SOFTWARE_TOKEN_MFA', Session, { SOFTWARE_TOKEN_MFA_CODE })

  expect(ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  expect(done.AuthenticationResult).toBeDefined()
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
