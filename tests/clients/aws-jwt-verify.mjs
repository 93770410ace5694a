// Client: aws-jwt-verify
// Packages: npm aws-jwt-verify@5.2.1
// Local AWS: --issuer aws
// Proves: CognitoJwtVerifier, which builds the issuer out of the pool's ID, takes ID and access
//   tokens of a local AWS that names AWS as their issuer, once it is given the keys; it refuses one
//   that was altered.
import assert from 'node:assert/strict'
import { CognitoJwtVerifier } from 'aws-jwt-verify'
import { signIn } from './support/sign-in-by-api.mjs'

const { COGNITO_URL, USER_POOL_ID: userPoolId, CLIENT_ID: clientId } = process.env
const { IdToken, AccessToken } = await signIn()
const verifier = CognitoJwtVerifier.create({ userPoolId, clientId })
const keys = await fetch(`${COGNITO_URL}/${userPoolId}/.well-known/jwks.json`)
verifier.cacheJwks(await keys.json())

const claims = await verifier.verify(IdToken, { tokenUse: 'id' })
assert.equal(claims.email, process.env.PERSON_EMAIL)
assert.equal((await verifier.verify(AccessToken, { tokenUse: 'access' })).client_id, clientId)
await assert.rejects(verifier.verify(`${IdToken.slice(0, -8)}AAAAAAAA`, { tokenUse: 'id' }))
