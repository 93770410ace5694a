import { decodeJwt } from 'jose'
import { expect } from 'vitest'
import { codeOf, wrongCode } from '../../../support/user-pools/authenticator-app.ts'
import { signIn } from '../../../support/user-pools/people.ts'
import {
  addApp,
  appOn,
  begin,
  prefer,
  respond,
  setUpApp,
} from '../../../support/user-pools/second-factors.ts'
import { test } from '../../../support/user-pools/user-pools.ts'
import {
  actions,
  berlin,
  from,
  notAllowed,
  protectedPool,
  startProtected,
  sydney,
  blockHigh,
  hour,
} from './places.ts'

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
