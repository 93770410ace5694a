import { expect } from 'vitest'
import { editTemplate, otherClient } from '../../../support/template/edit-template.ts'
import { callbackUrl, signInAt } from '../../../support/managed-login/managed-login.ts'
import { createPageVisitor } from '../../../support/managed-login/page-visitor.ts'
import { postToken, redemption, test } from '../../../support/managed-login/token-endpoint.ts'

const ada = { email: 'ada@example.com', password: 'Correct-Horse-1' }

test('a code becomes tokens, once, and nobody may keep the answer', async ({
  standIn,
  newCode,
}) => {
  const { status, body, headers } = await postToken(standIn, redemption(standIn, await newCode()))

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
  const { body: tokens } = await postToken(standIn, form)

  const replayed = await postToken(standIn, form)
  const refreshed = await postToken(standIn, {
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

  const answers = await Promise.all([postToken(standIn, form), postToken(standIn, form)])

  expect(answers.filter(({ status }) => status === 200).length).toBeLessThan(2)
  for (const { body } of answers) {
    const { refresh_token } = body
    if (typeof refresh_token !== 'string') continue
    const grant_type = 'refresh_token'
    const refreshed = await postToken(standIn, {
      grant_type,
      client_id: form.client_id,
      refresh_token,
    })
    expect(refreshed.body).toEqual({ error: 'invalid_grant' })
  }
})

test('a code is good for five minutes', async ({ standIn, newCode, clock }) => {
  const inTime = redemption(standIn, await newCode())
  clock.advance({ minutes: 4, seconds: 50 })
  expect((await postToken(standIn, inTime)).status).toBe(200)

  const late = redemption(standIn, await newCode())
  clock.advance({ minutes: 5 })
  expect(await postToken(standIn, late)).toMatchObject({
    status: 400,
    body: { error: 'invalid_grant' },
  })
})

test.for([
  ['another verifier', { code_verifier: 'x'.repeat(43) }],
  ['no verifier', { code_verifier: undefined }],
  ['a verifier too short', { code_verifier: 'x' }],
  ['another redirect URI', { redirect_uri: 'https://evil.example/' }],
  ['a redirect URI with a slash more', { redirect_uri: 'http://localhost:5173/callback/' }],
  ['another code', { code: '00000000-0000-4000-8000-000000000000' }],
] as const)('a code with %s is refused, bare', async ([, change], { standIn, newCode }) => {
  const { status, body } = await postToken(standIn, {
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

  const refused = await postToken(standIn, redemption(standIn, { code, verifier: 'x'.repeat(43) }))

  expect(refused.body).toEqual({ error: 'invalid_grant' })
})

test('a stolen code is worth nothing to another client, and stays good for its own', async ({
  standIn,
  newCode,
}) => {
  editTemplate(standIn, otherClient)
  const form = redemption(standIn, await newCode())
  const other = standIn.deployment().userPools[0]!.clients.find(({ id }) => id !== form.client_id)

  const stolen = await postToken(standIn, { ...form, client_id: other!.id })

  expect(stolen.body).toEqual({ error: 'invalid_grant' })
  expect((await postToken(standIn, form)).status).toBe(200)
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

  const { body } = await postToken(standIn, redemption(standIn, code))

  expect(body).toEqual({ error: 'invalid_grant' })
})

test('a client that may not read what a scope is about gets invalid_grant', async ({
  standIn,
  newCode,
}) => {
  editTemplate(standIn, ['        - email_verified\n', ''])

  const { body } = await postToken(standIn, redemption(standIn, await newCode()))

  expect(body).toEqual({ error: 'invalid_grant' })
})

test('a rotated refresh token is answered with the next, an unrotated one with none', async ({
  standIn,
  newCode,
}) => {
  const form = redemption(standIn, await newCode())
  const { body: tokens } = await postToken(standIn, form)
  const refresh = {
    grant_type: 'refresh_token',
    client_id: form.client_id,
    refresh_token: String(tokens['refresh_token']),
  }

  const rotated = await postToken(standIn, refresh)
  expect(rotated.body['refresh_token']).not.toBe(refresh.refresh_token)

  editTemplate(standIn, ['Feature: ENABLED', 'Feature: DISABLED'])
  const { body: fresh } = await postToken(standIn, redemption(standIn, await newCode()))
  const kept = await postToken(standIn, {
    ...refresh,
    refresh_token: String(fresh['refresh_token']),
  })
  expect(kept.status).toBe(200)
  expect(kept.body).not.toHaveProperty('refresh_token')
})
