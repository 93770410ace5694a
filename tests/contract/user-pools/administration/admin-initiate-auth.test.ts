import { createHmac } from 'node:crypto'
import {
  AdminRespondToAuthChallengeCommand,
  GetUserCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { ada, register } from '../../../support/user-pools/people.ts'
import {
  adminOf,
  answerAtServer,
  byServer,
  initiate,
  initiateByPassword,
  serverClient,
} from '../../../support/user-pools/server-sign-in.ts'
import { createSrpClient, type SrpChallenge } from '../../../support/user-pools/srp-client.ts'
import { appClient, emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test } from '../../../support/user-pools/user-pools.ts'

const UserPoolId = emailPool().id
const clients = [serverClient]
const wrong = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' }

test.for(['ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'] as const)(
  '%s gives a server the tokens of whose password it has, and refreshes them',
  async (flow, { start }) => {
    const running = await start({ pools: [emailPool({ clients })], ...byServer })
    const sub = await register(running)

    const { AuthenticationResult: tokens, ...rest } = await initiate(running, flow, {
      USERNAME: ada.Username,
      PASSWORD: ada.Password,
    })
    const { AuthenticationResult: refreshed } = await initiate(running, 'REFRESH_TOKEN_AUTH', {
      REFRESH_TOKEN: tokens?.RefreshToken ?? '',
    })

    expect(rest.ChallengeParameters).toEqual({})
    for (const AccessToken of [tokens?.AccessToken, refreshed?.AccessToken]) {
      const user = await running.cognito.send(new GetUserCommand({ AccessToken }))
      expect(user.Username).toBe(sub)
    }
    expect(refreshed?.RefreshToken).toBeUndefined()
  },
)

test('a server may prove the password by SRP, too', async ({ start }) => {
  const running = await start({ pools: [emailPool({ clients })], ...byServer })
  await register(running)
  const srp = createSrpClient(UserPoolId)

  const { ChallengeName, ChallengeParameters, Session } = await initiate(running, 'USER_SRP_AUTH', {
    USERNAME: ada.Username,
    SRP_A: srp.SRP_A,
  })
  const challenge = ChallengeParameters as unknown as SrpChallenge
  const at = new Date(running.clock.now())
  const proof = (password: string) =>
    answerAtServer(running, ChallengeName, Session, srp.answer(challenge, password, at))

  expect(ChallengeName).toBe('PASSWORD_VERIFIER')
  expect((await proof(ada.Password)).AuthenticationResult?.AccessToken).toBeDefined()
  await expect(proof(ada.Password)).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Invalid session for the user, session can only be used once.',
  })
})

test('each operation has its own flows, and an app client says which are let through', async ({
  start,
}) => {
  const bare = appClient({ id: '2example23456789abcdefghij', explicitAuthFlows: [] })
  const running = await start({
    pools: [emailPool({ clients: [serverClient, bare] })],
    ...byServer,
  })
  await register(running)
  const parameters = { USERNAME: ada.Username, PASSWORD: ada.Password, SRP_A: 'abc' }
  const refused = (message: string) => ({ name: 'InvalidParameterException', message })

  await expect(initiate(running, 'USER_PASSWORD_AUTH', parameters)).rejects.toMatchObject(
    refused('Initiate Auth method not supported.'),
  )
  for (const [flow, message] of [
    ['ADMIN_USER_PASSWORD_AUTH', 'Auth flow not enabled for this client'],
    ['ADMIN_NO_SRP_AUTH', 'Auth flow not enabled for this client'],
    ['USER_SRP_AUTH', 'USER_SRP_AUTH is not enabled for the client.'],
    ['USER_AUTH', 'USER_AUTH is not enabled for the client.'],
    ['CUSTOM_AUTH', 'CUSTOM_AUTH is not enabled for the client.'],
  ] as const) {
    await expect(initiate(running, flow, parameters, bare.id)).rejects.toMatchObject(
      refused(message),
    )
  }
  await expect(
    initiate(running, 'ADMIN_USER_PASSWORD_AUTH', { USERNAME: ada.Username }),
  ).rejects.toMatchObject(refused('Missing required parameter PASSWORD'))
  await expect(initiateByPassword(running, { MAX_AGE: '5' })).rejects.toMatchObject(
    refused('MAX_AGE is for the USER_AUTH flow only.'),
  )
})

test('a wrong password, and who is not there, are told as the app client says', async ({
  start,
}) => {
  const honest = appClient({
    ...serverClient,
    id: '2example23456789abcdefghij',
    preventUserExistenceErrors: false,
  })
  const running = await start({
    pools: [emailPool({ clients: [serverClient, honest] })],
    ...byServer,
  })
  await register(running)
  const nobody = { USERNAME: 'nobody@example.com', PASSWORD: ada.Password }

  await expect(initiateByPassword(running, { PASSWORD: 'Other-Horse-1' })).rejects.toMatchObject(
    wrong,
  )
  await expect(initiate(running, 'ADMIN_NO_SRP_AUTH', nobody)).rejects.toMatchObject(wrong)
  await expect(initiate(running, 'ADMIN_NO_SRP_AUTH', nobody, honest.id)).rejects.toMatchObject({
    name: 'UserNotFoundException',
    message: 'User does not exist.',
  })
})

test('a pool and an app client that do not go together are not found', async ({ start }) => {
  const other = emailPool({
    id: 'us-east-1_ExAmPlE02',
    clients: [appClient({ id: '2example23456789abcdefghij' })],
  })
  const running = await start({ pools: [emailPool({ clients }), other], ...byServer })
  await register(running)
  const notFound = { name: 'ResourceNotFoundException' }

  await expect(
    initiate(running, 'ADMIN_USER_PASSWORD_AUTH', {}, '2example23456789abcdefghij'),
  ).rejects.toMatchObject(notFound)
  await expect(
    adminOf(running).send(
      new AdminRespondToAuthChallengeCommand({
        UserPoolId: other.id,
        ClientId: serverClient.id,
        ChallengeName: 'SOFTWARE_TOKEN_MFA',
        Session: 'a'.repeat(20),
        ChallengeResponses: { USERNAME: ada.Username },
      }),
    ),
  ).rejects.toMatchObject(notFound)
})

test('a confidential client proves its secret here, too', async ({ start }) => {
  const secret = 'a-secret-of-the-client'
  const running = await start({
    pools: [emailPool({ clients: [{ ...serverClient, secret }, appClient({ id: 'open' })] })],
    ...byServer,
  })
  await register(running, { ClientId: 'open' })
  const SECRET_HASH = createHmac('sha256', secret)
    .update(ada.Username + serverClient.id)
    .digest('base64')

  await expect(initiateByPassword(running)).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: expect.stringContaining('SECRET_HASH was not received') as string,
  })
  const { AuthenticationResult } = await initiateByPassword(running, { SECRET_HASH })
  expect(AuthenticationResult?.AccessToken).toBeDefined()
})

test('nobody begins or goes on with a sign-in here without a signature', async ({ start }) => {
  const running = await start({ pools: [emailPool({ clients })], ...byServer })
  await register(running)
  const call = (operation: string, body: object) =>
    fetch(running.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      },
      body: JSON.stringify({ UserPoolId, ClientId: serverClient.id, ...body }),
    })

  for (const response of [
    await call('AdminInitiateAuth', { AuthFlow: 'ADMIN_NO_SRP_AUTH' }),
    await call('AdminRespondToAuthChallenge', { ChallengeName: 'SMS_MFA' }),
  ]) {
    expect([response.status, await response.json()]).toEqual([
      400,
      expect.objectContaining({ __type: 'MissingAuthenticationTokenException' }),
    ])
  }
})
