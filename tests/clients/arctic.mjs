// Client: arctic
// Packages: npm arctic@3.7.0
// Local AWS: --tls
// Proves: its Cognito provider, which spells https itself: the authorization code flow with PKCE, the
//   claims of the ID token, a refresh, and revocation, once Node is told of the certificate.
import assert from 'node:assert/strict'
import { AmazonCognito, decodeIdToken, generateCodeVerifier, generateState } from 'arctic'
import { signInAtDomain } from './support/sign-in.mjs'

const { COGNITO_URL, CLIENT_ID, PERSON_EMAIL } = process.env
assert.match(COGNITO_URL, /^https:/)
const redirectUri = 'http://localhost:5173/callback'
const cognito = new AmazonCognito(new URL(COGNITO_URL).host, CLIENT_ID, null, redirectUri)
const state = generateState()
const verifier = generateCodeVerifier()
const url = cognito.createAuthorizationURL(state, verifier, ['openid', 'email'])

const callback = new URL(await signInAtDomain(url))
assert.equal(callback.searchParams.get('state'), state)
const code = callback.searchParams.get('code')
const tokens = await cognito.validateAuthorizationCode(code, verifier)
const claims = decodeIdToken(tokens.idToken())
assert.equal(claims.email, PERSON_EMAIL)
assert.match(claims.iss, /^https:/)

const renewed = await cognito.refreshAccessToken(tokens.refreshToken(), [])
assert.equal(decodeIdToken(renewed.idToken()).sub, claims.sub)
await cognito.revokeToken(tokens.refreshToken())
await assert.rejects(cognito.refreshAccessToken(tokens.refreshToken(), []))
