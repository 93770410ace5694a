import {
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { expect } from 'vitest'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { createSrpClient, type SrpChallenge } from '../../../support/user-pools/srp-client.ts'
import { appClient, emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test } from '../../../support/user-pools/user-pools.ts'

// Two pools in one installation, with the same person in both.

const here = emailPool()
const there = emailPool({
  id: 'us-east-1_OtHeR0001',
  issuer: 'http://localhost:9229/us-east-1_OtHeR0001',
  clients: [appClient({ id: '2other3456789abcdefghijklm' })],
})
const adaThere = { ...ada, ClientId: '2other3456789abcdefghijklm' }
const options = { pools: [here, there] }

test('each pool has its own users, keys and tokens', async ({ start }) => {
  const pools = await start(options)
  const [subHere, subThere] = [await register(pools), await register(pools, adaThere)]

  const [tokensHere, tokensThere] = [await signIn(pools), await signIn(pools, adaThere)]

  expect(decodeJwt(tokensHere.AccessToken)).toMatchObject({ iss: here.issuer, sub: subHere })
  expect(decodeJwt(tokensThere.AccessToken)).toMatchObject({ iss: there.issuer, sub: subThere })
  const kids = [tokensHere, tokensThere].flatMap(({ AccessToken, IdToken }) =>
    [AccessToken, IdToken].map((token) => decodeProtectedHeader(token).kid),
  )
  expect(new Set(kids).size).toBe(4)
  const { Username } = await pools.cognito.send(
    new GetUserCommand({ AccessToken: tokensThere.AccessToken }),
  )
  expect(Username).toBe(subThere)
  expect(await pools.verifyIdToken(tokensThere.IdToken)).toMatchObject({
    isValid: true,
    pool: { id: there.id },
    sub: subThere,
  })
})

test('a refresh token of one pool is nothing in the other', async ({ start }) => {
  const pools = await start(options)
  await register(pools)
  const { RefreshToken } = await signIn(pools)
  const ClientId = adaThere.ClientId

  await expect(
    pools.cognito.send(new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken })),
  ).rejects.toMatchObject({ name: 'NotAuthorizedException', message: 'Invalid Refresh Token' })
  await pools.cognito.send(new RevokeTokenCommand({ ClientId, Token: RefreshToken }))

  await pools.cognito.send(
    new GetTokensFromRefreshTokenCommand({ ClientId: ada.ClientId, RefreshToken }),
  )
})

test('a challenge of one pool is nothing in the other', async ({ start }) => {
  const pools = await start(options)
  await register(pools)
  await register(pools, adaThere)
  const srp = createSrpClient(here.id)
  const { ChallengeParameters } = await pools.cognito.send(
    new InitiateAuthCommand({
      ClientId: ada.ClientId,
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME: ada.Username, SRP_A: srp.SRP_A },
    }),
  )
  const { Session } = await pools.cognito.send(
    new InitiateAuthCommand({
      ClientId: ada.ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: ada.Username },
    }),
  )
  const answer = srp.answer(ChallengeParameters as unknown as SrpChallenge, ada.Password)

  await expect(
    pools.cognito.send(
      new RespondToAuthChallengeCommand({
        ClientId: adaThere.ClientId,
        ChallengeName: 'PASSWORD_VERIFIER',
        ChallengeResponses: answer,
      }),
    ),
  ).rejects.toMatchObject({ message: 'Incorrect username or password.' })
  await expect(
    pools.cognito.send(
      new RespondToAuthChallengeCommand({
        ClientId: adaThere.ClientId,
        ChallengeName: 'SELECT_CHALLENGE',
        Session,
        ChallengeResponses: {
          USERNAME: ada.Username,
          ANSWER: 'PASSWORD',
          PASSWORD: ada.Password,
        },
      }),
    ),
  ).rejects.toMatchObject({ message: 'Invalid session for the user.' })
})
