import {
  ChangePasswordCommand,
  CognitoIdentityProviderClient,
  DeleteUserCommand,
  ForgotPasswordCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  UpdateUserAttributesCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { decodeJwt } from 'jose'
import * as client from 'openid-client'
import { expect } from 'vitest'
import { test, type Federation } from '../../../support/managed-login/federation.ts'

const username = 'google_1026'

interface Account {
  federation: Federation
  cognito: CognitoIdentityProviderClient
  app: client.Configuration
  tokens: Awaited<ReturnType<typeof client.authorizationCodeGrant>>
  ClientId: string
}

/** Somebody whom Google has vouched for, at an app that uses the pool's API too. */
async function signedIn(federation: Federation): Promise<Account> {
  const { url, pool, discover, signIn } = federation
  const app = await discover()
  const tokens = await client.authorizationCodeGrant(app, await signIn({ nonce: 'n' }), {
    expectedState: 'of-the-app',
    expectedNonce: 'n',
  })
  const cognito = new CognitoIdentityProviderClient({
    endpoint: url,
    region: pool.region,
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
  })
  return { federation, cognito, app, tokens, ClientId: pool.clients[0]!.id }
}

test('GetUser and userInfo tell identities as JSON text, tokens as a list of texts', async ({
  federate,
}) => {
  const { federation, cognito, app, tokens } = await signedIn(await federate('Google'))
  const { createdAtMs, sub } = federation.userPools.users.find(federation.pool, username)!
  const identity = {
    userId: '1026',
    providerName: 'Google',
    providerType: 'Google',
    issuer: null,
    primary: true,
    dateCreated: createdAtMs,
  }

  const user = await cognito.send(new GetUserCommand({ AccessToken: tokens.access_token }))
  const info = await client.fetchUserInfo(app, tokens.access_token, sub)

  expect(user.Username).toBe(username)
  const attributes = new Map(user.UserAttributes?.map(({ Name, Value }) => [Name, Value]))
  expect(Object.fromEntries(attributes)).toEqual({
    sub,
    identities: JSON.stringify([identity]),
    email: 'ada@example.com',
    email_verified: 'false',
    name: 'Ada',
  })
  expect(info).toMatchObject({ username, identities: JSON.stringify([identity]) })
  expect(tokens.claims()?.identities).toEqual([
    { ...identity, primary: 'true', dateCreated: String(createdAtMs) },
  ])
})

test('refreshed tokens say the same of where somebody comes from', async ({ federate }) => {
  const { federation, app, tokens } = await signedIn(await federate('Google'))
  federation.runtime.clock.advance({ minutes: 5 })

  const refreshed = await client.refreshTokenGrant(app, tokens.refresh_token!)

  const [before, after] = [decodeJwt(tokens.id_token!), decodeJwt(refreshed.id_token!)]
  expect(after.identities).toEqual(before.identities)
  expect(after['cognito:groups']).toEqual([`${federation.pool.id}_Google`])
  expect(after.auth_time).toBe(before.auth_time)
})

test('an ID token has a nonce of its own where the app sent none', async ({ federate }) => {
  const { discover, signIn } = await federate('Google')
  const app = await discover()
  const callback = await signIn()

  const redeeming = client.authorizationCodeGrant(app, callback, { expectedState: 'of-the-app' })

  await expect(redeeming).rejects.toMatchObject({
    cause: { message: 'unexpected ID Token "nonce" claim value' },
  })
})

test('no password signs somebody in who comes from a provider', async ({ federate }) => {
  const { cognito, ClientId } = await signedIn(await federate('Google'))

  for (const USERNAME of [username, 'ada@example.com']) {
    const signingIn = cognito.send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME, PASSWORD: 'Correct-Horse-1' },
      }),
    )
    await expect(signingIn).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
    })
  }
})

test('nor do they get one', async ({ federate }) => {
  const { federation, cognito, ClientId, tokens } = await signedIn(await federate('Google'))

  const forgetting = cognito.send(new ForgotPasswordCommand({ ClientId, Username: username }))
  await expect(forgetting).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'User password cannot be reset in the current state.',
  })
  for (const PreviousPassword of [undefined, 'Correct-Horse-1']) {
    const changing = cognito.send(
      new ChangePasswordCommand({
        AccessToken: tokens.access_token,
        ProposedPassword: 'Correct-Horse-2',
        PreviousPassword,
      }),
    )
    await expect(changing).rejects.toMatchObject({ name: 'NotAuthorizedException' })
  }
  expect(federation.userPools.users.find(federation.pool, username)?.password).toBeUndefined()
  expect(federation.outbox.list()).toEqual([])
})

test('an address that they verify here signs them in nowhere', async ({ federate }) => {
  const { federation, cognito, tokens } = await signedIn(
    await federate('Google', { pool: { verifyBeforeUpdate: [], aliasAttributes: [] } }),
  )
  const { userPools, pool } = federation

  await cognito.send(
    new UpdateUserAttributesCommand({
      AccessToken: tokens.access_token,
      UserAttributes: [{ Name: 'email', Value: 'ada@new.example' }],
    }),
  )

  const user = userPools.users.find(pool, username)
  expect(user).toMatchObject({ attributes: { email: 'ada@new.example' }, aliases: [] })
  expect(userPools.users.findByAlias(pool, 'email', 'ada@new.example')).toBeUndefined()
})

test('GlobalSignOut ends their tokens, and they may come back', async ({ federate }) => {
  const { federation, cognito, tokens } = await signedIn(await federate('Google'))
  const { AccessToken } = { AccessToken: tokens.access_token }

  await cognito.send(new GlobalSignOutCommand({ AccessToken }))

  await expect(cognito.send(new GetUserCommand({ AccessToken }))).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  })
  federation.forgetSession()
  expect((await federation.signIn()).searchParams.has('code')).toBe(true)
})

test('who deletes their user is a new one the next time', async ({ federate }) => {
  const { federation, cognito, tokens } = await signedIn(await federate('Google'))
  const { userPools, pool } = federation
  const before = userPools.users.find(pool, username)!

  await cognito.send(new DeleteUserCommand({ AccessToken: tokens.access_token }))
  expect(userPools.users.findByIdentity(pool, 'Google', '1026')).toBeUndefined()
  await federation.signIn()

  expect(userPools.users.find(pool, username)?.sub).not.toBe(before.sub)
})
