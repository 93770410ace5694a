import { createHmac } from 'node:crypto'
import {
  GetTokensFromRefreshTokenCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { createSrpClient, type SrpChallenge } from '../../../support/user-pools/srp-client.ts'
import { appClient, emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

const confidential = appClient({
  id: '3secret456789abcdefghijklm',
  secret: 'n0tKn0wnT0AnybodyAtAll00',
})
const ClientId = confidential.id
const options = { pools: [emailPool({ clients: [appClient(), confidential] })] }
const unauthorized = { name: 'UnauthorizedException', message: 'Invalid client or secret' }
const unproved = {
  name: 'NotAuthorizedException',
  message: `Client ${ClientId} is configured with secret but SECRET_HASH was not received`,
}
const misproved = {
  name: 'NotAuthorizedException',
  message: `Unable to verify secret hash for client ${ClientId}`,
}

function hashFor(username: string): string {
  return createHmac('sha256', confidential.secret ?? '')
    .update(username + ClientId)
    .digest('base64')
}

function initiate(
  { cognito }: RunningUserPools,
  AuthFlow: 'USER_SRP_AUTH' | 'USER_PASSWORD_AUTH' | 'REFRESH_TOKEN_AUTH',
  AuthParameters: Record<string, string>,
) {
  return cognito.send(new InitiateAuthCommand({ ClientId, AuthFlow, AuthParameters }))
}

test('a confidential client proves itself over what it sends as USERNAME', async ({ start }) => {
  const pools = await start(options)
  const sub = await register(pools)
  const srp = createSrpClient(emailPool().id)

  const { ChallengeParameters } = await initiate(pools, 'USER_SRP_AUTH', {
    USERNAME: ada.Username,
    SRP_A: srp.SRP_A,
    SECRET_HASH: hashFor(ada.Username),
  })
  const answer = srp.answer(ChallengeParameters as unknown as SrpChallenge, ada.Password)
  const { AuthenticationResult } = await pools.cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: { ...answer, SECRET_HASH: hashFor(sub) },
    }),
  )

  expect(AuthenticationResult?.AccessToken).toEqual(expect.any(String))
})

test('a secret hash that is missing or wrong is refused before the password', async ({ start }) => {
  const pools = await start(options)
  await register(pools)
  const parameters = { USERNAME: ada.Username, PASSWORD: 'Wrong-Horse-1' }

  await expect(initiate(pools, 'USER_PASSWORD_AUTH', parameters)).rejects.toMatchObject(unproved)
  await expect(
    initiate(pools, 'USER_PASSWORD_AUTH', { ...parameters, SECRET_HASH: hashFor('eve') }),
  ).rejects.toMatchObject(misproved)
  await expect(
    pools.cognito.send(
      new RespondToAuthChallengeCommand({
        ClientId,
        ChallengeName: 'PASSWORD_VERIFIER',
        ChallengeResponses: { USERNAME: ada.Username },
      }),
    ),
  ).rejects.toMatchObject(unproved)
})

test('a refresh is proved over the username, never an alias', async ({ start }) => {
  const pools = await start(options)
  const sub = await register(pools)
  const { AuthenticationResult } = await initiate(pools, 'USER_PASSWORD_AUTH', {
    USERNAME: ada.Username,
    PASSWORD: ada.Password,
    SECRET_HASH: hashFor(ada.Username),
  })
  const REFRESH_TOKEN = AuthenticationResult?.RefreshToken ?? ''
  const refresh = (proof: Record<string, string>) =>
    initiate(pools, 'REFRESH_TOKEN_AUTH', { REFRESH_TOKEN, ...proof })

  await expect(refresh({})).rejects.toMatchObject(unproved)
  await expect(refresh({ SECRET_HASH: hashFor(ada.Username) })).rejects.toMatchObject(misproved)
  expect((await refresh({ SECRET_HASH: hashFor(sub) })).AuthenticationResult).toBeDefined()
})

test('GetTokensFromRefreshToken and RevokeToken take the secret itself', async ({ start }) => {
  const pools = await start(options)
  await register(pools)
  const { AuthenticationResult } = await initiate(pools, 'USER_PASSWORD_AUTH', {
    USERNAME: ada.Username,
    PASSWORD: ada.Password,
    SECRET_HASH: hashFor(ada.Username),
  })
  const RefreshToken = AuthenticationResult?.RefreshToken ?? ''
  const refresh = (ClientSecret?: string) =>
    pools.cognito.send(
      new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken, ClientSecret }),
    )
  const revoke = (ClientSecret?: string) =>
    pools.cognito.send(new RevokeTokenCommand({ ClientId, Token: RefreshToken, ClientSecret }))

  await expect(refresh()).rejects.toMatchObject(unauthorized)
  await expect(refresh('wrong'.repeat(5))).rejects.toMatchObject(unauthorized)
  expect((await refresh(confidential.secret)).AuthenticationResult).toBeDefined()
  await expect(revoke()).rejects.toMatchObject(unauthorized)
  await revoke(confidential.secret)
})

test("a public client's superfluous secret is not looked at", async ({ start }) => {
  const pools = await start(options)
  await register(pools)
  const { RefreshToken } = await signIn(pools)

  const { AuthenticationResult } = await pools.cognito.send(
    new GetTokensFromRefreshTokenCommand({
      ClientId: ada.ClientId,
      RefreshToken,
      ClientSecret: 'superfluous'.repeat(3),
    }),
  )

  expect(AuthenticationResult).toBeDefined()
})
