import { CognitoIdentityClient, GetIdCommand } from '@aws-sdk/client-cognito-identity'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import * as client from 'openid-client'
import { expect } from 'vitest'
import {
  callbackUrl,
  discover,
  loginOf,
  signInAt,
  startLogin,
} from '../../support/managed-login/managed-login.ts'
import { createPageVisitor } from '../../support/managed-login/page-visitor.ts'
import { addPerson } from '../../support/user-pools/people-in-pool.ts'
import { test } from '../../support/stand-in.ts'

const ada = { email: 'ada@example.com', password: 'Correct-Horse-1' }

test('discovery names the endpoints of the domain', async ({ standIn }) => {
  const configuration = await discover(standIn)

  expect(configuration.serverMetadata()).toMatchObject({
    issuer: `${standIn.url}/${standIn.config.userPoolId}`,
    authorization_endpoint: `${standIn.url}/oauth2/authorize`,
    token_endpoint: `${standIn.url}/oauth2/token`,
    userinfo_endpoint: `${standIn.url}/oauth2/userInfo`,
    revocation_endpoint: `${standIn.url}/oauth2/revoke`,
    end_session_endpoint: `${standIn.url}/logout`,
  })
})

test('openid-client signs in, reads userInfo, refreshes and revokes', async ({
  standIn,
  cognito,
}) => {
  await addPerson(standIn, cognito, ada)

  const { configuration, tokens } = await loginOf(standIn, ada)
  const claims = tokens.claims()
  const info = await client.fetchUserInfo(configuration, tokens.access_token, claims!.sub)
  const refreshed = await client.refreshTokenGrant(configuration, tokens.refresh_token!)
  await client.tokenRevocation(configuration, refreshed.refresh_token!)

  expect(claims).toMatchObject({ email: ada.email, email_verified: true, token_use: 'id' })
  expect(info).toEqual({
    sub: claims!.sub,
    username: claims!.sub,
    email: ada.email,
    email_verified: 'true',
  })
  expect(refreshed.claims()).toMatchObject({ sub: claims!.sub, email: ada.email })
  await expect(
    client.refreshTokenGrant(configuration, refreshed.refresh_token!),
  ).rejects.toMatchObject({ error: 'invalid_grant' })
})

test('tokens verify against the published keys and say what was granted', async ({
  standIn,
  cognito,
}) => {
  await addPerson(standIn, cognito, ada)

  const { tokens } = await loginOf(standIn, ada, { scope: 'openid email' })
  const issuer = `${standIn.url}/${standIn.config.userPoolId}`
  const jwks = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`))
  const currentDate = new Date(standIn.clock.now())
  const { payload } = await jwtVerify(tokens.access_token, jwks, { issuer, currentDate })

  expect(payload).toMatchObject({
    scope: 'openid email',
    token_use: 'access',
    client_id: standIn.config.userPoolClientId,
    version: 2,
  })
})

test('who is signed in at the domain is not asked again, and keeps the time of sign-in', async ({
  standIn,
  cognito,
}) => {
  await addPerson(standIn, cognito, ada)
  const { configuration, visitor, tokens } = await loginOf(standIn, ada)
  standIn.clock.advance({ minutes: 10 })

  const again = await startLogin(configuration, standIn)
  const callback = await visitor.leave(visitor.open(again.url))
  const later = await client.authorizationCodeGrant(configuration, callback, again.checks)

  expect(later.claims()).toMatchObject({
    sub: tokens.claims()!.sub,
    auth_time: tokens.claims()!['auth_time'],
  })
})

test('state comes back as it was sent, whatever is in it', async ({ standIn, cognito }) => {
  await addPerson(standIn, cognito, ada)
  const state = 'a b+c/%2F&=#?"<é>{"json":1}'

  const { url } = await startLogin(await discover(standIn), standIn, { state })
  const callback = await signInAt(createPageVisitor(), url, ada)

  expect(callback.searchParams.get('state')).toBe(state)
  expect(callback.href.startsWith(`${callbackUrl(standIn)}?`)).toBe(true)
})

test('the ID token of managed login opens the identity pool', async ({ standIn, cognito }) => {
  await addPerson(standIn, cognito, ada)
  const { tokens } = await loginOf(standIn, ada)
  const { identityPoolId, region, userPoolId } = standIn.config
  const pools = new CognitoIdentityClient({ endpoint: standIn.url, region })
  const provider = `${new URL(standIn.url).host}/${userPoolId}`

  const { IdentityId } = await pools.send(
    new GetIdCommand({ IdentityPoolId: identityPoolId, Logins: { [provider]: tokens.id_token! } }),
  )
  pools.destroy()

  expect(IdentityId).toMatch(/^us-east-1:/)
})
