import { ConfirmSignUpCommand, SignUpCommand } from '@aws-sdk/client-cognito-identity-provider'
import { expect, onTestFinished } from 'vitest'
import { startStandIn, test, type TestStandIn } from '../../support/stand-in.ts'

const app = 'http://localhost:5173'

function call(
  { url, adminToken }: Pick<TestStandIn, 'url' | 'adminToken'>,
  path: string,
  init: { method?: string; headers?: Record<string, string> } = {},
) {
  const headers = { authorization: `Bearer ${adminToken}`, origin: app, ...init.headers }
  return fetch(`${url}${path}`, { ...init, headers })
}

test('messages are listed newest first, and by address whatever its case', async ({
  cognito,
  standIn,
  clock,
}) => {
  const ClientId = standIn.config.userPoolClientId
  const Password = 'Correct-horse-1'
  for (const Username of ['ada@example.com', 'grace@example.com']) {
    await cognito.send(new SignUpCommand({ ClientId, Username, Password }))
    clock.advance({ seconds: 1 })
  }

  const response = await call(standIn, '/_local/messages')
  const messages = (await response.json()) as Record<string, string>[]
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(messages.map(({ to }) => to)).toEqual(['grace@example.com', 'ada@example.com'])
  expect(messages[0]).toStrictEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    to: 'grace@example.com',
    channel: 'EMAIL',
    kind: 'SIGN_UP',
    code: expect.stringMatching(/^\d{6}$/),
    subject: 'Your verification code',
    body: `Your verification code is ${messages[0]!['code']}.`,
    sentAt: new Date(messages[0]!['sentAt']!).toISOString(),
  })

  const one = await call(standIn, '/_local/messages?to=ADA%40example.com')
  const [{ code: ConfirmationCode } = { code: '' }] = (await one.json()) as { code: string }[]
  await cognito.send(
    new ConfirmSignUpCommand({ ClientId, Username: 'ada@example.com', ConfirmationCode }),
  )
})

test.each([
  ['no token', {}],
  ['another token', { authorization: 'Bearer wrong' }],
  ['an empty token', { authorization: 'Bearer ' }],
  ['another scheme', { authorization: 'Basic Og==' }],
] as [string, Record<string, string>][])('%s gets nothing', async (_name, headers) => {
  const standIn = await startStandIn()
  onTestFinished(() => standIn.close())
  for (const [path, method] of [
    ['/_local/messages', 'GET'],
    ['/_local/reset', 'POST'],
    ['/_local/nothing', 'GET'],
    ['/_local', 'POST'],
  ] as const) {
    const response = await fetch(`${standIn.url}${path}`, { method, headers })
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
    expect(await response.json()).toStrictEqual({ message: expect.stringContaining('admin token') })
  }
})

test('the token of one run is none in another, and a token in the URL is none', async ({
  standIn,
}) => {
  const other = await startStandIn()
  const { adminToken } = other
  await other.close()

  expect((await call({ ...standIn, adminToken }, '/_local/messages')).status).toBe(401)
  const inUrl = `${standIn.url}/_local/messages?token=${standIn.adminToken}`
  expect((await fetch(inUrl)).status).toBe(401)
})

test("the app's pages may call it, other pages may not", async ({ standIn }) => {
  const fromApp = await call(standIn, '/_local/messages')
  expect(fromApp.headers.get('access-control-allow-origin')).toBe(app)
  expect(fromApp.headers.get('vary')).toContain('origin')

  const elsewhere = { headers: { origin: 'https://evil.example' } }
  const fromElsewhere = await call(standIn, '/_local/messages', elsewhere)
  expect(fromElsewhere.headers.has('access-control-allow-origin')).toBe(false)

  for (const [origin, allowed] of [
    [app, app],
    ['https://evil.example', null],
  ] as const) {
    const preflight = await fetch(`${standIn.url}/_local/messages`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe(allowed)
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization')
  }
})

test("an app's own scheme opens it to no page of the origin null", async () => {
  const standIn = await startStandIn({
    parameters: { CallbackUrls: `${app}/callback,com.example.app://callback` },
  })
  onTestFinished(() => standIn.close())

  const sandboxed = await call(standIn, '/_local/messages', { headers: { origin: 'null' } })
  const fromApp = await call(standIn, '/_local/messages')

  expect(sandboxed.headers.has('access-control-allow-origin')).toBe(false)
  expect(fromApp.headers.get('access-control-allow-origin')).toBe(app)
})

test('reset forgets people and messages, and keeps ids and keys', async ({ cognito, standIn }) => {
  const { config, url } = standIn
  const jwks = `${url}/${config.userPoolId}/.well-known/jwks.json`
  const keys = await (await fetch(jwks)).text()
  const ada = {
    ClientId: config.userPoolClientId,
    Username: 'ada@example.com',
    Password: 'Correct-horse-1',
  }
  await cognito.send(new SignUpCommand(ada))

  const response = await call(standIn, '/_local/reset', { method: 'POST' })
  expect(response.status).toBe(204)
  expect(standIn.outbox).toEqual([])
  expect(await (await fetch(jwks)).text()).toBe(keys)
  await cognito.send(new SignUpCommand(ada))
  expect(standIn.outbox).toHaveLength(1)
})

test('other paths and methods are answered in words', async ({ standIn }) => {
  const missing = await call(standIn, '/_local/nothing')
  expect([missing.status, await missing.json()]).toEqual([
    404,
    { message: 'There is no /_local/nothing.' },
  ])

  const wrongMethod = await call(standIn, '/_local/reset')
  expect(wrongMethod.status).toBe(405)
  expect(wrongMethod.headers.get('allow')).toBe('POST')

  const elsewhere = await fetch(`${standIn.url}/nowhere?x=<script>`)
  expect(elsewhere.status).toBe(404)
  expect(await elsewhere.text()).toBe('The local AWS has nothing at /nowhere.\n')
})
