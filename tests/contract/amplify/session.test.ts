import { GetUserCommand, RevokeTokenCommand } from '@aws-sdk/client-cognito-identity-provider'
import { fetchAuthSession, getCurrentUser, signIn, signOut } from 'aws-amplify/auth'
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito'
import { expect } from 'vitest'
import { test } from '../../support/app/amplify.ts'
import { ada, register, signIn as signInElsewhere } from '../../support/user-pools/people.ts'
import { emailPool, rotatingClient } from '../../support/user-pools/user-pool-config.ts'

const username = ada.Username
const password = ada.Password
const rotatingPool = { pools: [emailPool({ clients: [rotatingClient()] })] }

async function storedRefreshToken(): Promise<string> {
  const tokens = await cognitoUserPoolsTokenProvider.authTokenStore.loadTokens()
  return tokens?.refreshToken ?? ''
}

test('a session refreshes again and again while refresh tokens rotate', async ({
  startAmplify,
}) => {
  const pools = await startAmplify(rotatingPool)
  await register(pools)
  await signIn({ username, password })
  const before = await fetchAuthSession()

  await fetchAuthSession({ forceRefresh: true })
  const after = await fetchAuthSession({ forceRefresh: true })

  const { payload: old } = before.tokens!.accessToken
  const { payload: fresh } = after.tokens!.accessToken
  expect(fresh).toMatchObject({
    sub: old.sub,
    origin_jti: old.origin_jti,
    auth_time: old.auth_time,
  })
  expect(fresh.jti).not.toBe(old.jti)
  expect(after.tokens?.idToken?.payload).toMatchObject({ email: username, email_verified: true })
})

test('tokens that expired are refreshed without a word', async ({ startAmplify }) => {
  const brief = rotatingClient({ accessTokenSeconds: 4, idTokenSeconds: 4 })
  const pools = await startAmplify({ pools: [emailPool({ clients: [brief] })] })
  await register(pools)
  await signIn({ username, password })
  const before = await fetchAuthSession()

  const after = await fetchAuthSession()

  expect(after.tokens?.accessToken.payload.jti).not.toBe(before.tokens?.accessToken.payload.jti)
})

test('signing out revokes the tokens of this sign-in', async ({ startAmplify }) => {
  const pools = await startAmplify(rotatingPool)
  await register(pools)
  await signIn({ username, password })
  const { tokens } = await fetchAuthSession()

  await signOut()

  await expect(getCurrentUser()).rejects.toMatchObject({ name: 'UserUnAuthenticatedException' })
  const AccessToken = tokens!.accessToken.toString()
  await expect(pools.cognito.send(new GetUserCommand({ AccessToken }))).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Access Token has been revoked',
  })
})

test('signing out everywhere ends the sign-ins of other devices', async ({ startAmplify }) => {
  const pools = await startAmplify(rotatingPool)
  await register(pools)
  await signIn({ username, password })
  const { AccessToken } = await signInElsewhere(pools)

  await signOut({ global: true })

  await expect(pools.cognito.send(new GetUserCommand({ AccessToken }))).rejects.toMatchObject({
    message: 'Access Token has been revoked',
  })
})

test('a sign-in that was revoked elsewhere ends quietly at its next refresh', async ({
  startAmplify,
}) => {
  const pools = await startAmplify(rotatingPool)
  await register(pools)
  await signIn({ username, password })
  await fetchAuthSession({ forceRefresh: true })
  const Token = await storedRefreshToken()

  await pools.cognito.send(new RevokeTokenCommand({ ClientId: ada.ClientId, Token }))

  expect((await fetchAuthSession({ forceRefresh: true })).tokens).toBeUndefined()
  await expect(getCurrentUser()).rejects.toMatchObject({ name: 'UserUnAuthenticatedException' })
})

test('requests that refresh at the same time share one new refresh token', async ({
  startAmplify,
}) => {
  const pools = await startAmplify(rotatingPool)
  await register(pools)
  await signIn({ username, password })

  await Promise.all([
    fetchAuthSession({ forceRefresh: true }),
    fetchAuthSession({ forceRefresh: true }),
    fetchAuthSession({ forceRefresh: true }),
  ])
  pools.clock.advance({ seconds: 11 })

  expect((await fetchAuthSession({ forceRefresh: true })).tokens).toBeDefined()
})
