// Client: openid-client
// Packages: npm openid-client@6.9.0
// Proves: discovery, the authorization code flow with PKCE, state and nonce, user info, a refresh,
//   and revocation, at a public client by http.
import assert from 'node:assert/strict'
import * as client from 'openid-client'
import { signInAtDomain } from './support/sign-in.mjs'

const { COGNITO_URL, USER_POOL_ID, CLIENT_ID } = process.env
const config = await client.discovery(
  new URL(`${COGNITO_URL}/${USER_POOL_ID}`),
  CLIENT_ID,
  undefined,
  client.None(),
  // oxlint-disable-next-line typescript/no-deprecated -- so marked for being seen: this is loopback
  { execute: [client.allowInsecureRequests] },
)
const verifier = client.randomPKCECodeVerifier()
const state = client.randomState()
const nonce = client.randomNonce()
const url = client.buildAuthorizationUrl(config, {
  redirect_uri: 'http://localhost:5173/callback',
  scope: 'openid email',
  state,
  nonce,
  code_challenge: await client.calculatePKCECodeChallenge(verifier),
  code_challenge_method: 'S256',
})
const callback = new URL(await signInAtDomain(url))
const tokens = await client.authorizationCodeGrant(config, callback, {
  pkceCodeVerifier: verifier,
  expectedState: state,
  expectedNonce: nonce,
})
const claims = tokens.claims()
assert.equal(claims.email, process.env.PERSON_EMAIL)

const info = await client.fetchUserInfo(config, tokens.access_token, claims.sub)
assert.equal(info.email, process.env.PERSON_EMAIL)
const renewed = await client.refreshTokenGrant(config, tokens.refresh_token)
assert.equal(renewed.claims().sub, claims.sub)
await client.tokenRevocation(config, renewed.refresh_token ?? tokens.refresh_token)
await assert.rejects(client.fetchUserInfo(config, renewed.access_token, claims.sub))
