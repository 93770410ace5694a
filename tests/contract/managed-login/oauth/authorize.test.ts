import { expect } from 'vitest'
import { editTemplate, otherClient } from '../../../support/template/edit-template.ts'
import { callbackUrl } from '../../../support/managed-login/managed-login.ts'
import { createPageVisitor } from '../../../support/managed-login/page-visitor.ts'
import { test, type TestStandIn } from '../../../support/stand-in.ts'

type Parameters = Readonly<Record<string, string | undefined>>

const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

/** A request that is right, but for `changes`; `undefined` leaves a parameter out. */
function authorizeUrl(standIn: TestStandIn, changes: Parameters = {}): URL {
  const url = new URL(`${standIn.url}/oauth2/authorize`)
  const parameters: Parameters = {
    response_type: 'code',
    client_id: standIn.config.userPoolClientId,
    redirect_uri: callbackUrl(standIn),
    scope: 'openid',
    state: 'of-the-app',
    ...changes,
  }
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, value)
  }
  return url
}

async function redirectOf(url: URL): Promise<URL> {
  const response = await fetch(url, { redirect: 'manual' })
  expect(response.status).toBe(302)
  return new URL(response.headers.get('location') ?? '', url)
}

test('a right request leads to the sign-in page, its query unchanged', async ({ standIn }) => {
  const url = authorizeUrl(standIn, { state: 'a+b/%', lang: 'de', identity_provider: 'COGNITO' })

  const location = await redirectOf(url)

  expect(location.pathname).toBe('/login')
  expect(location.search).toBe(url.search)
})

const nearMisses: [what: string, change: (uri: string) => string][] = [
  ['with a slash at the end', (uri) => `${uri}/`],
  ['without its last character', (uri) => uri.slice(0, -1)],
  ['with another scheme', (uri) => uri.replace('http:', 'https:')],
  ['with another port', (uri) => uri.replace(/:\d+/, ':5999')],
  ['with another host', (uri) => uri.replace('localhost', 'localhost.evil.example')],
  ['with a user in front of the host', (uri) => uri.replace('localhost', 'localhost@evil.example')],
  ['with another case', (uri) => uri.replace('localhost', 'LOCALHOST')],
  ['with a query', (uri) => `${uri}?next=1`],
  ['with a fragment', (uri) => `${uri}#x`],
  ['with dot segments', (uri) => `${uri}/../callback`],
  ['with a space at the end', (uri) => `${uri} `],
  ['that runs a script', () => 'javascript:alert(1)'],
  ['of another site', () => 'https://evil.example/'],
]

test.for(nearMisses)('a redirect URI %s goes nowhere', async ([, change], { standIn }) => {
  const sent = change(callbackUrl(standIn))
  const url = authorizeUrl(standIn, { redirect_uri: sent })

  const location = await redirectOf(url)
  const page = await createPageVisitor().open(location)

  expect(location.origin).toBe(standIn.url)
  expect(location.pathname).toBe('/error')
  expect(location.searchParams.get('error')).toBe('redirect_mismatch')
  expect(location.searchParams.get('client_id')).toBe(standIn.config.userPoolClientId)
  expect(page.status).toBe(400)
  expect(page.document.body.textContent).toContain(
    'An error was encountered with the requested page.',
  )
  expect(page.document.body.textContent).toContain(callbackUrl(standIn))
})

test('the error page marks the first character of the redirect URI that differs', async ({
  standIn,
}) => {
  const sent = callbackUrl(standIn).replace('callback', 'Callback')

  const page = await createPageVisitor().open(authorizeUrl(standIn, { redirect_uri: sent }))

  expect(page.document.querySelector('mark')?.textContent).toBe('C')
  expect(page.document.querySelector('mark')?.parentElement?.textContent).toBe(sent)
  expect(page.document.body.textContent).toContain('The marked character should be “c”.')
})

test.for([
  ['callback/', '/', 'It goes on where the registered one ends.'],
  ['callbac', '␣', 'It ends where the registered one goes on with “k”.'],
  ['callback ', '␣', 'It goes on where the registered one ends.'],
] as const)('the error page explains …/%s too', async ([end, mark, hint], { standIn }) => {
  const sent = callbackUrl(standIn).replace('callback', end)

  const { document } = await createPageVisitor().open(authorizeUrl(standIn, { redirect_uri: sent }))

  expect(document.querySelector('mark')?.textContent).toBe(mark)
  expect(document.body.textContent).toContain(hint)
})

test.for([
  ['client_id', { client_id: undefined }],
  ['redirect_uri', { redirect_uri: undefined }],
  ['redirect_uri', { redirect_uri: '' }],
] as const)('without %s the error page names it', async ([parameter, changes], { standIn }) => {
  const location = await redirectOf(authorizeUrl(standIn, changes))
  const page = await createPageVisitor().open(location)

  expect(location.pathname).toBe('/error')
  expect(location.searchParams.get('error')).toBe('invalid_request')
  expect(page.document.querySelector('code')?.textContent).toBe(parameter)
})

test('a parameter that comes twice is refused on a page', async ({ standIn }) => {
  const url = authorizeUrl(standIn)
  url.searchParams.append('redirect_uri', 'https://evil.example/')

  const location = await redirectOf(url)

  expect(location.pathname).toBe('/error')
  expect(location.searchParams.get('parameter')).toBe('redirect_uri')
})

test('an unknown client is told on a page, with nothing sent anywhere', async ({ standIn }) => {
  const response = await fetch(authorizeUrl(standIn, { client_id: 'nobody' }))

  expect(response.status).toBe(400)
  expect(response.redirected).toBe(false)
  expect(await response.text()).toContain('There is no such app client')
})

test('a client without OAuth is told on a page', async ({ standIn }) => {
  editTemplate(
    standIn,
    ['AllowedOAuthFlowsUserPoolClient: true', 'AllowedOAuthFlowsUserPoolClient: false'],
    ['AllowedOAuthFlows: [code]', 'AllowedOAuthFlows: []'],
  )

  const page = await createPageVisitor().open(authorizeUrl(standIn))

  expect(page.status).toBe(400)
  expect(page.document.body.textContent).toContain('Client is not enabled for OAuth2.0 flows.')
})

test.for(['google', 'cognito', 'Apple', 'Okta'])(
  'the identity provider %s, which there is not, is told on a page',
  async (identity_provider, { standIn }) => {
    const response = await fetch(authorizeUrl(standIn, { identity_provider }))

    expect(response.status).toBe(400)
    expect(response.redirected).toBe(false)
    expect(await response.text()).toContain('There is no such identity provider')
  },
)

const verifierOf43 = 'a'.repeat(43)
const redirected: [what: string, changes: Parameters, error: string, description?: string][] = [
  ['no response type', { response_type: undefined }, 'invalid_request'],
  ['an unknown response type', { response_type: 'code id_token' }, 'invalid_request'],
  ['a scope that there is not', { scope: 'openid nothing' }, 'invalid_request', 'invalid_scope'],
  ['a scope of another client', { scope: 'openid phone' }, 'invalid_request', 'invalid_scope'],
  ['offline_access', { scope: 'openid offline_access' }, 'invalid_request', 'invalid_scope'],
  ['email without openid', { scope: 'email' }, 'invalid_request', 'invalid_scope'],
  ['a scope of spaces', { scope: ' ' }, 'invalid_request', 'invalid_scope'],
  ['a challenge without method', { code_challenge: challenge }, 'invalid_request'],
  ['a method without challenge', { code_challenge_method: 'S256' }, 'invalid_request'],
  [
    'the method plain',
    { code_challenge: verifierOf43, code_challenge_method: 'plain' },
    'invalid_request',
  ],
  [
    'a method in another case',
    { code_challenge: challenge, code_challenge_method: 's256' },
    'invalid_request',
  ],
  [
    'a challenge too short',
    { code_challenge: challenge.slice(1), code_challenge_method: 'S256' },
    'invalid_request',
  ],
  ['an unknown prompt', { prompt: 'maybe' }, 'invalid_request'],
  ['prompts that exclude each other', { prompt: 'none login' }, 'invalid_request'],
  ['prompt=none and nobody signed in', { prompt: 'none' }, 'login_required'],
]

test.for(redirected)(
  '%s goes back to the client',
  async ([, changes, error, what], { standIn }) => {
    const location = await redirectOf(authorizeUrl(standIn, changes))

    expect(location.href.startsWith(`${callbackUrl(standIn)}?`)).toBe(true)
    expect(location.searchParams.get('error')).toBe(error)
    expect(location.searchParams.get('state')).toBe('of-the-app')
    expect(location.searchParams.has('code')).toBe(false)
    if (what !== undefined) expect(location.searchParams.get('error_description')).toBe(what)
  },
)

test('the implicit flow is refused to a client that may not use it, in the fragment', async ({
  standIn,
}) => {
  const location = await redirectOf(authorizeUrl(standIn, { response_type: 'token' }))

  expect(location.search).toBe('')
  expect(Object.fromEntries(new URLSearchParams(location.hash.slice(1)))).toEqual({
    error: 'unauthorized_client',
    state: 'of-the-app',
  })
})

test('client and redirect URI are checked before all else', async ({ standIn }) => {
  const changes = { redirect_uri: 'https://evil.example/', scope: 'nothing', prompt: 'none' }

  const location = await redirectOf(authorizeUrl(standIn, changes))

  expect(location.origin).toBe(standIn.url)
})

test('the pages check the request anew', async ({ standIn }) => {
  for (const path of ['login', 'signup', 'confirmUser', 'forgotPassword', 'changePassword']) {
    const url = authorizeUrl(standIn, { redirect_uri: 'https://evil.example/' })
    url.pathname = `/${path}`

    expect((await redirectOf(url)).pathname).toBe('/error')
  }
})

test('a client without a style has no pages in version 2, and has them in version 1', async ({
  standIn,
}) => {
  const url = authorizeUrl(standIn)
  url.pathname = '/login'
  const styleOfAnother = [
    'ClientId: !Ref UserPoolClient\n      UseCognito',
    'ClientId: !Ref OtherClient\n      UseCognito',
  ] as const

  editTemplate(standIn, otherClient, styleOfAnother)
  const refused = await fetch(url)
  expect(refused.status).toBe(403)
  expect(await refused.text()).toContain(
    'Login pages unavailable. Please contact an administrator.',
  )

  editTemplate(standIn, otherClient, styleOfAnother, [
    'ManagedLoginVersion: 2',
    'ManagedLoginVersion: 1',
  ])
  expect((await fetch(url)).status).toBe(200)
})

test('a wrong method and a wrong path are answered on a page', async ({ standIn }) => {
  const wrongMethod = await fetch(authorizeUrl(standIn), { method: 'POST' })

  expect(wrongMethod.status).toBe(405)
  expect(await wrongMethod.text()).toContain('another kind of request')
})
