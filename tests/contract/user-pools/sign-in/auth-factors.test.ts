import {
  AdminCreateUserCommand,
  AdminGetUserAuthFactorsCommand,
  GetUserAuthFactorsCommand,
  GetUserPoolMfaConfigCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { administrator, only, signingClient } from '../../../support/iam/administrator.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { addApp, appOn, mfaPool, prefer } from '../../../support/user-pools/second-factors.ts'
import { emailPool, plainPool } from '../../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

const allowedFirstAuthFactors = ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP']
const pools = [emailPool({ allowedFirstAuthFactors })]
const UserPoolId = emailPool().id
const credentials = administrator()
const byAdministrator = { pools, ...only(credentials) }

function begin({ cognito }: RunningUserPools) {
  return cognito.send(
    new InitiateAuthCommand({
      ClientId: ada.ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: ada.Username, PREFERRED_CHALLENGE: 'EMAIL_OTP' },
    }),
  )
}

function answer({ cognito }: RunningUserPools, Session: string | undefined, code: string) {
  return cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId: ada.ClientId,
      ChallengeName: 'EMAIL_OTP',
      Session,
      ChallengeResponses: { USERNAME: ada.Username, EMAIL_OTP_CODE: code },
    }),
  )
}

test('who has a temporary password begins with it', async ({ start }) => {
  const running = await start(byAdministrator)
  const admin = signingClient(running.url, credentials)
  await admin.send(
    new AdminCreateUserCommand({
      UserPoolId,
      Username: ada.Username,
      TemporaryPassword: 'Temporary-Horse-1',
      MessageAction: 'SUPPRESS',
    }),
  )

  expect((await begin(running)).AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD'])
})

test('an administrator adds somebody who has no password and signs in by code', async ({
  start,
}) => {
  const running = await start(byAdministrator)
  const admin = signingClient(running.url, credentials)
  const { User } = await admin.send(
    new AdminCreateUserCommand({
      UserPoolId,
      Username: ada.Username,
      UserAttributes: [{ Name: 'email_verified', Value: 'true' }],
    }),
  )
  const before = running.outbox.list()
  const { Session } = await begin(running)
  const { AuthenticationResult } = await answer(running, Session, running.newestCode())

  expect(User?.UserStatus).toBe('CONFIRMED')
  expect(before).toEqual([])
  const { AccessToken } = AuthenticationResult ?? {}
  const factors = await running.cognito.send(new GetUserAuthFactorsCommand({ AccessToken }))
  expect(factors).toMatchObject({
    Username: User?.Username,
    ConfiguredUserAuthFactors: ['EMAIL_OTP'],
  })
})

test('an unverified address, or a pool without codes, still means a temporary password', async ({
  start,
}) => {
  const plain = plainPool({ id: 'us-east-1_PlAiNoNe1', clients: [] })
  const running = await start({ ...byAdministrator, pools: [...pools, plain] })
  const admin = signingClient(running.url, credentials)
  const verified = [
    { Name: 'email', Value: ada.Username },
    { Name: 'email_verified', Value: 'true' },
  ]

  const unverified = await admin.send(
    new AdminCreateUserCommand({ UserPoolId, Username: ada.Username }),
  )
  const withoutCodes = await admin.send(
    new AdminCreateUserCommand({ UserPoolId: plain.id, Username: 'ada', UserAttributes: verified }),
  )

  expect(unverified.User?.UserStatus).toBe('FORCE_CHANGE_PASSWORD')
  expect(withoutCodes.User?.UserStatus).toBe('FORCE_CHANGE_PASSWORD')
})

test('administrators see what somebody could begin with, whatever the pool allows', async ({
  start,
}) => {
  const running = await start({ ...only(credentials) })
  await register(running)
  const admin = signingClient(running.url, credentials)

  const factors = await admin.send(
    new AdminGetUserAuthFactorsCommand({ UserPoolId, Username: ada.Username }),
  )

  expect(factors.ConfiguredUserAuthFactors).toEqual(['PASSWORD', 'EMAIL_OTP'])
  await expect(
    admin.send(new AdminGetUserAuthFactorsCommand({ UserPoolId, Username: 'nobody@example.com' })),
  ).rejects.toMatchObject({ name: 'UserNotFoundException' })
})

test('administrators read which factors a pool has', async ({ start }) => {
  const running = await start({ pools: [mfaPool()], ...only(credentials) })
  const admin = signingClient(running.url, credentials)

  const config = await admin.send(new GetUserPoolMfaConfigCommand({ UserPoolId: mfaPool().id }))

  expect(config).toMatchObject({
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
    WebAuthnConfiguration: {
      RelyingPartyId: 'localhost',
      UserVerification: 'preferred',
      FactorConfiguration: 'SINGLE_FACTOR',
    },
  })
  expect(config.SmsMfaConfiguration).toBeUndefined()
})

test('codes and passkeys are no first factors for who has a second one', async ({ start }) => {
  const pool = mfaPool({ allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'] })
  const running = await start({ pools: [pool] })
  await register(running)
  const { AccessToken } = await signIn(running)
  await addApp(running, AccessToken)
  const choices = async () => {
    const { AvailableChallenges } = await running.cognito.send(
      new InitiateAuthCommand({
        ClientId: ada.ClientId,
        AuthFlow: 'USER_AUTH',
        AuthParameters: { USERNAME: ada.Username, PREFERRED_CHALLENGE: 'EMAIL_OTP' },
      }),
    )
    return AvailableChallenges
  }
  expect(await choices()).toEqual(['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP'])

  await prefer(running, AccessToken, appOn)

  expect(await choices()).toEqual(['PASSWORD_SRP', 'PASSWORD'])
})
