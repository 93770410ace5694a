import { expect } from 'vitest'
import type { IdentityProviderType } from '../../../../local/user-pools/config.ts'
import type { FakeProvider } from '../../../support/managed-login/fake-provider.ts'
import { test } from '../../../support/managed-login/federation.ts'

type Row = [
  what: string,
  type: IdentityProviderType,
  change: (provider: FakeProvider) => void,
  description: string,
]

const refused = (status: number, error = 'invalid_client') => Response.json({ error }, { status })
const html = () => new Response('<h1>Oops</h1>', { headers: { 'content-type': 'text/html' } })

const faults: Row[] = [
  [
    'a wrong secret at Google',
    'Google',
    (provider) => (provider.config.details = { ...provider.config.details, client_secret: 'x' }),
    'Google Error - 401 invalid_client',
  ],
  [
    'a wrong secret at Facebook',
    'Facebook',
    (provider) => (provider.config.details = { ...provider.config.details, client_secret: 'x' }),
    'Facebook Error - 401 error getting token',
  ],
  [
    'a wrong key id at Apple',
    'SignInWithApple',
    (provider) => (provider.config.details = { ...provider.config.details, key_id: 'x' }),
    'SignInWithApple Error - 401 error getting token',
  ],
  [
    'a private key that is none',
    'SignInWithApple',
    (provider) => (provider.config.details = { ...provider.config.details, private_key: 'x' }),
    'SignInWithApple Error - the private key cannot be read',
  ],
  [
    'a token endpoint that fails',
    'OIDC',
    (provider) => (provider.instead.token = refused(503, 'busy')),
    'OIDC Error - 503 error getting token',
  ],
  [
    'a token endpoint that fails with a page',
    'Google',
    (provider) => (provider.instead.token = new Response('<h1>Oops</h1>', { status: 502 })),
    'Google Error - 502 error getting token',
  ],
  [
    'a token endpoint that redirects',
    'OIDC',
    (provider) => (provider.instead.token = Response.redirect('https://evil.example/token')),
    'OIDC Error - 302 error getting token',
  ],
  [
    'a token endpoint that does not answer',
    'Google',
    (provider) => (provider.instead.token = 'hang'),
    'Timeout occurred in calling IdP token endpoint',
  ],
  [
    'a provider that cannot be reached',
    'LoginWithAmazon',
    (provider) => (provider.instead.token = 'reset'),
    'Connection reset',
  ],
  [
    'keys that do not come',
    'Google',
    (provider) => (provider.instead.jwks = 'hang'),
    'Timeout in calling jwks uri',
  ],
  [
    'keys that are none',
    'Google',
    (provider) => (provider.instead.jwks = html()),
    'Error in calling jwks uri',
  ],
  [
    'user info that does not come',
    'Facebook',
    (provider) => (provider.instead.userinfo = 'hang'),
    'Read timed out',
  ],
  [
    'user info that is refused',
    'Facebook',
    (provider) => (provider.instead.userinfo = refused(403)),
    'Facebook Error - 403 error getting attributes',
  ],
  [
    'user info that is no JSON',
    'LoginWithAmazon',
    (provider) => (provider.instead.userinfo = html()),
    'LoginWithAmazon Error - 200 error getting attributes',
  ],
  [
    'user info about nobody',
    'Facebook',
    (provider) => (provider.person = { email: 'ada@example.com' }),
    'The identity provider did not say who signed in',
  ],
  [
    'a person with a space in their id',
    'Google',
    (provider) => (provider.person = { ...provider.person, sub: 'a b' }),
    'The identity provider did not say who signed in',
  ],
]

test.for(faults)('%s is told to the app', async ([, type, change, description], { federate }) => {
  const { provider, signIn, visitor, runtime } = await federate(type)
  change(provider)

  const callback = await signIn()

  expect(callback.origin).toBe('https://app.example')
  expect(Object.fromEntries(callback.searchParams)).toEqual({
    error: 'invalid_request',
    error_description: description,
    state: 'of-the-app',
  })
  expect(visitor.cookies.get('cognito')).toBeUndefined()
  expect(runtime.logged).toEqual([])
})

const discoveries: [what: string, change: (provider: FakeProvider) => void, text: string][] = [
  [
    'of another issuer',
    (provider) =>
      (provider.instead['openid-configuration'] = Response.json({
        issuer: 'https://oidc.example/',
      })),
    'The discovery document of https://oidc.example is of another issuer',
  ],
  [
    'that does not come',
    (provider) => (provider.instead['openid-configuration'] = 'hang'),
    'Timeout in calling discovery endpoint',
  ],
  [
    'that is not found',
    (provider) => (provider.instead['openid-configuration'] = refused(404)),
    'The discovery document of https://oidc.example cannot be read',
  ],
  [
    'with an endpoint in the clear',
    (provider) =>
      (provider.instead['openid-configuration'] = Response.json({
        issuer: 'https://oidc.example',
        authorization_endpoint: 'https://oidc.example/authorize',
        token_endpoint: 'http://oidc.example/token',
        jwks_uri: 'https://oidc.example/jwks',
      })),
    'The discovery document of https://oidc.example cannot be read',
  ],
]

test.for(discoveries)(
  'a discovery document %s is told to the app before anybody goes anywhere',
  async ([, change, description], { federate }) => {
    const { provider, start } = await federate('OIDC', { isDiscovered: true })
    change(provider)

    const callback = await start()

    expect(callback.origin).toBe('https://app.example')
    expect(callback.searchParams.get('error_description')).toBe(description)
    expect(callback.searchParams.get('state')).toBe('of-the-app')
  },
)

test('a provider that is discovered signs people in, and is discovered once', async ({
  federate,
}) => {
  const { provider, start, finish, forgetSession } = await federate('OIDC', { isDiscovered: true })
  const place = await start()
  const callback = await finish(provider.agree(place))
  forgetSession()
  await start()

  expect(place.href.startsWith('https://oidc.example/authorize?')).toBe(true)
  expect(place.searchParams.get('code_challenge_method')).toBe('S256')
  expect(callback.searchParams.has('code')).toBe(true)
  const discovered = provider.asked.filter(({ url }) => url.pathname.startsWith('/.well-known/'))
  expect(discovered).toHaveLength(1)
})

test('a provider that says it names itself has to', async ({ federate }) => {
  const { provider, start, finish } = await federate('OIDC', { isDiscovered: true })
  provider.instead['openid-configuration'] = Response.json({
    issuer: 'https://oidc.example',
    authorization_endpoint: 'https://oidc.example/authorize',
    token_endpoint: 'https://oidc.example/token',
    jwks_uri: 'https://oidc.example/jwks',
    authorization_response_iss_parameter_supported: true,
  })
  const answer = provider.agree(await start())

  const callback = await finish(answer)

  expect(callback.searchParams.get('error_description')).toBe(
    'The answer is not from the identity provider that was asked',
  )
})

test('a provider may be written down instead of discovered', async ({ federate }) => {
  const { provider, signIn } = await federate('OIDC', { isDiscovered: true })
  const { authorizeUrl, tokenUrl, userInfoUrl, jwksUri } = provider.endpoints
  provider.config.details = {
    ...provider.config.details,
    authorize_url: authorizeUrl,
    token_url: tokenUrl,
    attributes_url: userInfoUrl,
    jwks_uri: jwksUri,
    attributes_request_method: 'POST',
  }

  expect((await signIn()).searchParams.has('code')).toBe(true)
  expect(provider.asked.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
    'POST /token',
    'GET /jwks',
    'POST /userinfo',
  ])
})

const refusals: [sent: Record<string, string>, told: Record<string, string>][] = [
  [{ error: 'access_denied' }, { error: 'access_denied' }],
  [{ error: 'user_cancelled_authorize' }, { error: 'access_denied' }],
  [
    { error: 'access_denied', error_description: 'Permissions error', error_reason: 'user_denied' },
    { error: 'access_denied', error_description: 'Permissions error' },
  ],
  [{ error: 'login_required' }, { error: 'login_required' }],
  [
    { error: 'server_error', error_description: 'caf\u00e9"\n' },
    { error: 'server_error', error_description: 'caf???' },
  ],
]

test.for(refusals)('a provider’s %o is passed through', async ([sent, told], { federate }) => {
  const { provider, start, finish } = await federate('Facebook')
  const answer = provider.agree(await start())
  answer.searchParams.delete('code')
  for (const [name, value] of Object.entries(sent)) answer.searchParams.set(name, value)

  const callback = await finish(answer)

  expect(Object.fromEntries(callback.searchParams)).toEqual({ ...told, state: 'of-the-app' })
  expect(provider.asked).toEqual([])
})

test('an error without a state that was made here goes to nobody', async ({ federate }) => {
  const { visitor, url, start } = await federate('Facebook')
  await start()

  const page = await visitor.open(`${url}/oauth2/idpresponse?error=access_denied&state=made-up`)

  expect(page.status).toBe(400)
  expect(page.document.querySelector('h1')?.textContent).toBe(
    'This sign-in cannot be finished here',
  )
})

test('an answer that says nothing is told to the app', async ({ federate }) => {
  const { provider, start, finish } = await federate('Google')
  const answer = provider.agree(await start())
  answer.searchParams.delete('code')

  const callback = await finish(answer)

  expect(callback.searchParams.get('error_description')).toBe(
    'The identity provider sent neither a code nor an error',
  )
})
