import {
  GetTokensFromRefreshTokenCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { decodeJwt } from 'jose'
import { expect } from 'vitest'
import { ada, signIn } from '../../../support/user-pools/people.ts'
import { recordTriggers, triggersOf } from '../../../support/user-pools/recorded-triggers.ts'
import { appClient, rotatingClient } from '../../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'
import {
  actions,
  berlin,
  from,
  notAllowed,
  protectedPool,
  signInBySrp,
  startProtected,
  sydney,
} from './places.ts'

const { ClientId, Username: USERNAME } = ada

/** By a code that is sent, and no password. */
async function signInByCode({ cognito, newestCode }: RunningUserPools) {
  const { Session } = await cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME, PREFERRED_CHALLENGE: 'EMAIL_OTP' },
    }),
  )
  return cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId,
      Session,
      ChallengeName: 'EMAIL_OTP',
      ChallengeResponses: { USERNAME, EMAIL_OTP_CODE: newestCode(USERNAME) },
    }),
  )
}

/** By a challenge of the pool's own functions, whose answer is always `yes`. */
async function signInByFunctions({ cognito }: RunningUserPools) {
  const { Session } = await cognito.send(
    new InitiateAuthCommand({ ClientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME } }),
  )
  return cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId,
      Session,
      ChallengeName: 'CUSTOM_CHALLENGE',
      ChallengeResponses: { USERNAME, ANSWER: 'yes' },
    }),
  )
}

test('a sign-in by SRP is assessed as any other', async ({ start }) => {
  const running = await startProtected(start, {
    AccountTakeoverRiskConfiguration: actions('BLOCK'),
  })

  const home = await signInBySrp(from(running, berlin))
  await expect(signInBySrp(from(running, sydney))).rejects.toMatchObject(notAllowed)

  expect(home.AuthenticationResult).toBeDefined()
  expect((await running.events())[0]).toMatchObject({
    EventResponse: 'Fail',
    EventRisk: { RiskDecision: 'Block', RiskLevel: 'High' },
  })
})

test('a sign-in without a password is let pass or blocked, and asked for no second factor', async ({
  start,
}) => {
  const pool = protectedPool({ allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] })
  const settings = actions('MFA_REQUIRED', { medium: 'MFA_IF_CONFIGURED' })
  const running = await startProtected(
    start,
    { AccountTakeoverRiskConfiguration: settings },
    { pool },
  )
  await signInByCode(from(running, berlin))

  const nearby = await signInByCode(from(running, { ...berlin, ipAddress: '192.0.2.9' }))
  await expect(signInByCode(from(running, sydney))).rejects.toMatchObject(notAllowed)

  expect(nearby.AuthenticationResult).toBeDefined()
  expect((await running.events()).slice(0, 2)).toMatchObject([
    { EventResponse: 'Fail', EventRisk: { RiskDecision: 'Block' }, ChallengeResponses: [] },
    { EventResponse: 'Pass', EventRisk: { RiskDecision: 'NoRisk', RiskLevel: 'Medium' } },
  ])
})

test.for([
  ['ENFORCED', { customAuthMode: 'ENFORCED' }, ['Fail', 'Pass']],
  ['AUDIT', { mode: 'ENFORCED', customAuthMode: 'AUDIT' }, ['Pass', 'Pass']],
  ['not at all', { mode: 'ENFORCED' }, []],
] as const)(
  'CUSTOM_AUTH is protected as its own mode says: %s',
  async ([, threatProtection, expected], { start }) => {
    const { invoke } = recordTriggers({
      DefineAuthChallenge: ({ request }) => {
        const isDone = (request['session'] as object[]).length > 0
        return { challengeName: 'CUSTOM_CHALLENGE', issueTokens: isDone, failAuthentication: false }
      },
      CreateAuthChallenge: () => ({
        publicChallengeParameters: {},
        privateChallengeParameters: {},
      }),
      VerifyAuthChallengeResponse: ({ request }) => ({
        answerCorrect: request['challengeAnswer'] === 'yes',
      }),
    })
    const pool = protectedPool({
      threatProtection,
      clients: [appClient({ explicitAuthFlows: ['ALLOW_CUSTOM_AUTH'] })],
      ...triggersOf('DefineAuthChallenge', 'CreateAuthChallenge', 'VerifyAuthChallengeResponse'),
    })
    const settings = { AccountTakeoverRiskConfiguration: actions('BLOCK') }
    const running = await startProtected(start, settings, { pool, invoke })

    await signInByFunctions(from(running, berlin))
    const second = signInByFunctions(from(running, sydney))
    if (expected[0] === 'Fail') await expect(second).rejects.toMatchObject(notAllowed)
    else await expect(second).resolves.toHaveProperty('AuthenticationResult')

    const signIns = (await running.events()).filter(({ EventType }) => EventType === 'SignIn')
    expect(signIns.map(({ EventResponse }) => EventResponse)).toEqual(expected)
  },
)

test('a refresh is no sign-in: it is not assessed, and its tokens are of the same event', async ({
  start,
}) => {
  const pool = protectedPool({ clients: [rotatingClient()] })
  const running = await startProtected(
    start,
    { AccountTakeoverRiskConfiguration: actions('BLOCK') },
    { pool },
  )
  const { AccessToken, RefreshToken } = await signIn(from(running, berlin))
  const before = await running.events()

  const { AuthenticationResult } = await from(running, sydney).cognito.send(
    new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken }),
  )

  const refreshed = decodeJwt(AuthenticationResult?.AccessToken ?? '')
  expect(refreshed.event_id).toBe(decodeJwt(AccessToken).event_id)
  expect(await running.events()).toEqual(before)
})
