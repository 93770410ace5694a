import * as client from 'openid-client'
import { expect } from 'vitest'
import { editTemplate, otherClient } from '../../support/edit-template.ts'
import { callbackUrl, discover, signInAt, startLogin } from '../../support/managed-login.ts'
import { createPageVisitor } from '../../support/page-visitor.ts'
import { addPerson } from '../../support/people-in-pool.ts'
import { test as base, type TestStandIn } from '../../support/stand-in.ts'

const ada = { email: 'ada@example.com', password: 'Correct-Horse-1' }

interface Code {
  code: string
  verifier: string
}

interface Fixtures {
  /** Ada, signed in at the domain: each call gets a code for her. */
  newCode: (parameters?: Readonly<Record<string, string>>) => Promise<Code>
}

const test = base.extend<Fixtures>({
  newCode: async ({ standIn, cognito }, use) => {
    await addPerson(standIn, cognito, ada)
    const visitor = createPageVisitor()
    await use(async (parameters) => {
      const { url, checks } = await startLogin(await discover(standIn), standIn, parameters)
      const going = visitor.cookies.get('cognito')
        ? visitor.leave(visitor.open(url))
        : signInAt(visitor, url, ada)
      const callback = await going
      return {
        code: callback.searchParams.get('code') ?? '',
        verifier: String(checks.pkceCodeVerifier),
      }
    })
  },
})

interface Answer {
  status: number
  body: Record<string, unknown>
  headers: Headers
}

async function post(
  standIn: TestStandIn,
  form: Readonly<Record<string, string | undefined>>,
  init: RequestInit = {},
): Promise<Answer> {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) if (value !== undefined) body.set(name, value)
  const response = await fetch(`${standIn.url}/oauth2/token`, { method: 'POST', body, ...init })
  const json = (await response.json()) as Record<string, unknown>
  return { status: response.status, body: json, headers: response.headers }
}

function redemption(standIn: TestStandIn, { code, verifier }: Code) {
  return {
    grant_type: 'authorization_code',
    code,
    client_id: standIn.config.userPoolClientId,
    redirect_uri: callbackUrl(standIn),
    code_verifier: verifier,
  }
}

test('a code becomes tokens, once, and nobody may keep the answer', async ({
  standIn,
  newCode,
}) => {
  const { status, body, headers } = await post(standIn, redemption(standIn, await newCode()))

  expect(status).toBe(200)
  expect(Object.keys(body).toSorted()).toEqual([
    'access_token',
    'expires_in',
    'id_token',
    'refresh_token',
    'token_type',
  ])
  expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 900 })
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('access-control-allow-origin')).toBe('*')
})

test('a second use of a code fails and ends what the first led to', async ({
  standIn,
  newCode,
}) => {
  const form = redemption(standIn, await newCode())
  const { body: tokens } = await post(standIn, form)

  const replayed = await post(standIn, form)
  const refreshed = await post(standIn, {
    grant_type: 'refresh_token',
    client_id: form.client_id,
    refresh_token: String(tokens['refresh_token']),
  })
  const info = await fetch(`${standIn.url}/oauth2/userInfo`, {
    headers: { authorization: `Bearer ${String(tokens['access_token'])}` },
  })

  expect([replayed.status, replayed.body]).toEqual([400, { error: 'invalid_grant' }])
  expect(refreshed.body).toEqual({ error: 'invalid_grant' })
  expect(info.status).toBe(401)
})

test('of two uses at once neither keeps its tokens', async ({ standIn, newCode }) => {
  const form = redemption(standIn, await newCode())

  const answers = await Promise.all([post(standIn, form), post(standIn, form)])

  expect(answers.filter(({ status }) => status === 200).length).toBeLessThan(2)
  for (const { body } of answers) {
    const { refresh_token } = body
    if (typeof refresh_token !== 'string') continue
    const grant_type = 'refresh_token'
    const refreshed = await post(standIn, { grant_type, client_id: form.client_id, refresh_token })
    expect(refreshed.body).toEqual({ error: 'invalid_grant' })
  }
})

test('a code is good for five minutes', async ({ standIn, newCode, clock }) => {
  const inTime = redemption(standIn, await newCode())
  clock.advance({ minutes: 4, seconds: 50 })
  expect((await post(standIn, inTime)).status).toBe(200)

  const late = redemption(standIn, await newCode())
  clock.advance({ minutes: 5 })
  expect(await post(standIn, late)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
})

test.for([
  ['another verifier', { code_verifier: 'x'.repeat(43) }],
  ['no verifier', { code_verifier: undefined }],
  ['a verifier too short', { code_verifier: 'x' }],
  ['another redirect URI', { redirect_uri: 'https://evil.example/' }],
  ['a redirect URI with a slash more', { redirect_uri: 'http://localhost:5173/callback/' }],
  ['another code', { code: '00000000-0000-4000-8000-000000000000' }],
] as const)('a code with %s is refused, bare', async ([, change], { standIn, newCode }) => {
  const { status, body } = await post(standIn, {
    ...redemption(standIn, await newCode()),
    ...change,
  })

  expect([status, body]).toEqual([400, { error: 'invalid_grant' }])
})

test('a verifier for a code that has no challenge is refused', async ({ standIn, newCode }) => {
  const visitor = createPageVisitor()
  await newCode()
  const url = new URL(`${standIn.url}/oauth2/authorize`)
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: standIn.config.userPoolClientId,
    redirect_uri: callbackUrl(standIn),
  }).toString()
  const callback = await signInAt(visitor, url, ada)
  const code = callback.searchParams.get('code') ?? ''

  const refused = await post(standIn, redemption(standIn, { code, verifier: 'x'.repeat(43) }))

  expect(refused.body).toEqual({ error: 'invalid_grant' })
})

test('a stolen code is worth nothing to another client, and stays good for its own', async ({
  standIn,
  newCode,
}) => {
  editTemplate(standIn, otherClient)
  const form = redemption(standIn, await newCode())
  const other = standIn.deployment().userPools[0]!.clients.find(({ id }) => id !== form.client_id)

  const stolen = await post(standIn, { ...form, client_id: other!.id })

  expect(stolen.body).toEqual({ error: 'invalid_grant' })
  expect((await post(standIn, form)).status).toBe(200)
})

test.for([
  ['no grant type', { grant_type: undefined }, 'invalid_request'],
  ['a grant type that there is not', { grant_type: 'password' }, 'unsupported_grant_type'],
  ['no client', { client_id: undefined }, 'invalid_request'],
  ['an unknown client', { client_id: 'nobody' }, 'invalid_client'],
  ['no code', { code: undefined }, 'invalid_request'],
  ['an empty code', { code: '' }, 'invalid_request'],
  ['no redirect URI', { redirect_uri: undefined }, 'invalid_request'],
  [
    'client credentials without a secret',
    { grant_type: 'client_credentials' },
    'unauthorized_client',
  ],
  ['no refresh token', { grant_type: 'refresh_token' }, 'invalid_request'],
  [
    'a refresh token of nobody',
    { grant_type: 'refresh_token', refresh_token: 'x' },
    'invalid_grant',
  ],
] as const)('%s is an error', async ([, change, error], { standIn }) => {
  const form = { ...redemption(standIn, { code: 'x', verifier: 'y' }), ...change }

  const { status, body, headers } = await post(standIn, form)

  expect([status, body['error']]).toEqual([400, error])
  expect(headers.get('cache-control')).toBe('no-store')
})

test('another content type, a body too long and a parameter that comes twice are refused', async ({
  standIn,
}) => {
  const form = redemption(standIn, { code: 'x', verifier: 'y' })
  const type = 'application/x-www-form-urlencoded'
  const inits: RequestInit[] = [
    { body: JSON.stringify(form), headers: { 'content-type': 'application/json' } },
    { body: `code=${'x'.repeat(70_000)}`, headers: { 'content-type': type } },
    { body: 'grant_type=authorization_code&code=1&code=2', headers: { 'content-type': type } },
  ]

  for (const init of inits) {
    expect(await post(standIn, {}, init)).toMatchObject({
      status: 400,
      body: { error: 'invalid_request' },
    })
  }
})

test('GET is not a way to have a code redeemed', async ({ standIn, newCode }) => {
  const query = new URLSearchParams(redemption(standIn, await newCode())).toString()

  const response = await fetch(`${standIn.url}/oauth2/token?${query}`)

  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('POST')
})

test('any page may ask: the preflight allows the headers that Amplify sends', async ({
  standIn,
}) => {
  for (const path of ['token', 'userInfo', 'revoke']) {
    const response = await fetch(`${standIn.url}/oauth2/${path}`, {
      method: 'OPTIONS',
      headers: {
        origin: 'http://localhost:5173',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,x-amz-user-agent',
      },
    })

    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-headers')).toContain('x-amz-user-agent')
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
  }
})

test('a code of someone who was deleted meanwhile is refused', async ({ standIn, newCode }) => {
  const code = await newCode()
  await standIn.reset()

  const { body } = await post(standIn, redemption(standIn, code))

  expect(body).toEqual({ error: 'invalid_grant' })
})

test('a client that may not read what a scope is about gets invalid_grant', async ({
  standIn,
  newCode,
}) => {
  editTemplate(standIn, ['        - email_verified\n', ''])

  const { body } = await post(standIn, redemption(standIn, await newCode()))

  expect(body).toEqual({ error: 'invalid_grant' })
})

test('a rotated refresh token is answered with the next, an unrotated one with none', async ({
  standIn,
  newCode,
}) => {
  const form = redemption(standIn, await newCode())
  const { body: tokens } = await post(standIn, form)
  const refresh = {
    grant_type: 'refresh_token',
    client_id: form.client_id,
    refresh_token: String(tokens['refresh_token']),
  }

  const rotated = await post(standIn, refresh)
  expect(rotated.body['refresh_token']).not.toBe(refresh.refresh_token)

  editTemplate(standIn, ['Feature: ENABLED', 'Feature: DISABLED'])
  const { body: fresh } = await post(standIn, redemption(standIn, await newCode()))
  const kept = await post(standIn, { ...refresh, refresh_token: String(fresh['refresh_token']) })
  expect(kept.status).toBe(200)
  expect(kept.body).not.toHaveProperty('refresh_token')
})

base(
  'a confidential client has to prove itself, in the header or in the form',
  async ({ standIn, cognito }) => {
    await addPerson(standIn, cognito, ada)
    editTemplate(standIn, ['GenerateSecret: false', 'GenerateSecret: true'])
    const { secret = '' } = standIn.deployment().userPools[0]!.clients[0]!
    const login = async (authentication: client.ClientAuth) => {
      const configuration = await discover(standIn, authentication)
      const { url, checks } = await startLogin(configuration, standIn)
      const callback = await signInAt(createPageVisitor(), url, ada)
      return client.authorizationCodeGrant(configuration, callback, checks)
    }
    const refusal = { error: 'invalid_client', error_description: 'invalid_client_secret' }

    expect(await login(client.ClientSecretBasic(secret))).toHaveProperty('access_token')
    expect(await login(client.ClientSecretPost(secret))).toHaveProperty('access_token')
    await expect(login(client.None())).rejects.toMatchObject(refusal)
    await expect(login(client.ClientSecretPost('wrong'))).rejects.toMatchObject(refusal)
    await expect(login(client.ClientSecretBasic('wrong'))).rejects.toMatchObject(refusal)
  },
)

test('a public client with a secret is refused', async ({ standIn, newCode }) => {
  const form = { ...redemption(standIn, await newCode()), client_secret: 'x' }

  expect((await post(standIn, form)).body).toEqual({
    error: 'invalid_client',
    error_description: 'invalid_client_secret',
  })
})

base('a confidential client gets a token of its own for a resource server', async ({ standIn }) => {
  editTemplate(
    standIn,
    ['GenerateSecret: false', 'GenerateSecret: true'],
    ['AllowedOAuthFlows: [code]', 'AllowedOAuthFlows: [client_credentials]'],
    ['        - openid\n        - email\n        - profile\n', '        - api/read\n'],
    ['        - aws.cognito.signin.user.admin\n', '        - api/write\n'],
  )
  const { secret = '', id } = standIn.deployment().userPools[0]!.clients[0]!
  const form = { grant_type: 'client_credentials', client_id: id, client_secret: secret }

  const { body } = await post(standIn, { ...form, scope: 'api/read' })
  const refused = await post(standIn, { ...form, scope: 'api/delete' })
  const [, payload = ''] = String(body['access_token']).split('.')
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString())

  expect(Object.keys(body).toSorted()).toEqual(['access_token', 'expires_in', 'token_type'])
  expect(claims).toMatchObject({ sub: id, client_id: id, scope: 'api/read', token_use: 'access' })
  expect(refused.body).toEqual({ error: 'invalid_request', error_description: 'invalid_scope' })
})
