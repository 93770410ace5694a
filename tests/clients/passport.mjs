// Client: passport with passport-openidconnect
// Packages: npm passport@0.7.0 passport-openidconnect@0.1.2
// Proves: the authorization code flow with state and nonce of its OpenID Connect strategy, and the
//   profile it reads from user info.
import assert from 'node:assert/strict'
import OpenIdConnect from 'passport-openidconnect'
import { signInAtDomain } from './support/sign-in.mjs'

const { COGNITO_URL, USER_POOL_ID, CLIENT_ID, PERSON_EMAIL } = process.env
const issuer = `${COGNITO_URL}/${USER_POOL_ID}`
const about = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()
const session = {}

/** One request through the strategy, as Express would hand it over. */
function authenticate(query) {
  return new Promise((resolve, reject) => {
    const strategy = new OpenIdConnect(
      {
        issuer,
        authorizationURL: about.authorization_endpoint,
        tokenURL: about.token_endpoint,
        userInfoURL: about.userinfo_endpoint,
        clientID: CLIENT_ID,
        clientSecret: '',
        callbackURL: 'http://localhost:5173/callback',
        scope: ['email'],
      },
      (_issuer, profile, done) => done(null, profile),
    )
    Object.assign(strategy, {
      redirect: resolve,
      success: resolve,
      fail: (info) => reject(new Error(JSON.stringify(info))),
      error: reject,
    })
    strategy.authenticate({ query, session, url: '/', headers: {}, connection: {} }, {})
  })
}

const back = new URL(await signInAtDomain(await authenticate({})))
const profile = await authenticate(Object.fromEntries(back.searchParams))
assert.equal(profile.emails[0].value, PERSON_EMAIL)
