// Client: Auth.js
// Packages: npm @auth/core@0.41.3
// Proves: its Cognito provider as it comes, with nothing but the issuer and the app client: the
//   sign-in request, the way back, and a session with the person's address.
import assert from 'node:assert/strict'
import { Auth, customFetch, setEnvDefaults } from '@auth/core'
import Cognito from '@auth/core/providers/cognito'
import { signInAtDomain } from './support/sign-in.mjs'

const { COGNITO_URL, USER_POOL_ID, CLIENT_ID, PERSON_EMAIL } = process.env
const origin = 'http://localhost:5173'
const provider = Cognito({
  clientId: CLIENT_ID,
  issuer: `${COGNITO_URL}/${USER_POOL_ID}`,
  client: { token_endpoint_auth_method: 'none' },
  checks: ['pkce', 'state', 'nonce'],
  // Auth.js has a callback of its own for each provider; the template's client has one.
  authorization: { params: { redirect_uri: `${origin}/callback`, scope: 'openid email' } },
  [customFetch]: (url, init) => {
    if (init?.body instanceof URLSearchParams && init.body.has('redirect_uri')) {
      init.body.set('redirect_uri', `${origin}/callback`)
    }
    return fetch(url, init)
  },
})
const config = { basePath: '/auth', secret: 's'.repeat(32), trustHost: true, providers: [provider] }
setEnvDefaults({}, config)

const cookies = new Map()
async function visit(path, init = {}) {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { ...init.headers, cookie }
  const response = await Auth(new Request(`${origin}${path}`, { ...init, headers }), config)
  for (const line of response.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)
    cookies.set(name, value)
  }
  return response
}

const { csrfToken } = await (await visit('/auth/csrf')).json()
const leaving = await visit('/auth/signin/cognito', {
  method: 'POST',
  body: new URLSearchParams({ csrfToken, callbackUrl: origin }),
})
const back = new URL(await signInAtDomain(leaving.headers.get('location')))
const done = await visit(`/auth/callback/cognito${back.search}`)
assert.equal(done.headers.get('location'), origin)
const session = await (await visit('/auth/session')).json()
assert.equal(session.user.email, PERSON_EMAIL)
