import { expect } from 'vitest'
import { postToken, redemption, test } from '../../../support/managed-login/token-endpoint.ts'

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

  const { status, body, headers } = await postToken(standIn, form)

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
    expect(await postToken(standIn, {}, init)).toMatchObject({
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
