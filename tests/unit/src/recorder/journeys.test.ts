import { expect, test } from 'vitest'
import { toCurl, toMermaid } from '../../../../src/recorder/export.ts'
import type { Exchange } from '../../../../src/recorder/exchange.ts'
import { journeysOf } from '../../../../src/recorder/journeys.ts'
import { arrival, departure } from '../../../../src/recorder/navigation.ts'

function exchange(to: Exchange['to'], operation: string, more: Partial<Exchange> = {}): Exchange {
  return {
    id: `${to} ${operation}`,
    startedAtMs: 0,
    durationMs: 10,
    to,
    operation,
    variant: undefined,
    method: 'POST',
    url: 'https://cognito-idp.eu-central-1.amazonaws.com/',
    status: 200,
    error: undefined,
    request: { headers: {}, body: undefined },
    response: { headers: {}, body: undefined },
    tokens: [],
    ...more,
  }
}

/** A second after one another, but for those that say when. */
function kindsOf(exchanges: readonly Exchange[]) {
  const dated = exchanges.map((each, index) => ({
    ...each,
    startedAtMs: each.startedAtMs || (index + 1) * 1000,
  }))
  return journeysOf(dated).map(({ kind, exchanges: { length } }) => [kind, length])
}

const srp = () => exchange('user-pool', 'InitiateAuth', { variant: 'USER_SRP_AUTH' })
const proof = () =>
  exchange('user-pool', 'RespondToAuthChallenge', { variant: 'PASSWORD_VERIFIER' })

test('what follows from a sign-in is one journey with it, and signing out is the next', () => {
  const signIn = [srp(), proof(), exchange('identity-pool', 'GetId'), exchange('s3', 'GetObject')]
  const signOut = [exchange('user-pool', 'RevokeToken'), exchange('domain', 'logout')]

  expect(kindsOf([...signIn, ...signOut])).toEqual([
    ['sign-in', 4],
    ['sign-out', 2],
  ])
})

test('whoever has just signed up is signed in by the same journey', () => {
  const tokens = [{ name: 'IdToken', header: {}, claims: {} }]
  const auto = exchange('user-pool', 'InitiateAuth', { variant: 'USER_AUTH', tokens })
  const signUp = [exchange('user-pool', 'SignUp'), exchange('user-pool', 'ConfirmSignUp'), auto]

  expect(kindsOf([...signUp, srp()])).toEqual([
    ['sign-up', 3],
    ['sign-in', 1],
  ])
})

test('a code that is entered minutes later belongs to the sign-in, and a file does not', () => {
  const late = { ...proof(), startedAtMs: 600_000 }
  const file = { ...exchange('s3', 'PutObject'), startedAtMs: 1_200_000 }

  expect(kindsOf([srp(), late, file])).toEqual([
    ['sign-in', 2],
    ['files', 1],
  ])
})

test('leaving for managed login, coming back and the tokens are one journey', () => {
  const left = departure(
    'https://domain.example/oauth2/authorize?client_id=a&state=secret1&nonce=secret2&identity_provider=Google',
  )
  const back = arrival('https://app.example/callback?code=secret3&state=secret1')
  const token = { variant: 'authorization_code', startedAtMs: Date.now() }
  const all = [left!, back!, exchange('domain', 'oauth2/token', token)]

  expect(kindsOf(all)).toEqual([['redirect', 3]])
  expect(left).toMatchObject({ operation: 'oauth2/authorize', variant: 'Google', status: 0 })
  expect(back).toMatchObject({ operation: 'callback', error: undefined })
  expect(JSON.stringify(all)).not.toMatch(/secret\d/)
})

test('a provider’s refusal is what the browser comes back with; any other page is no return', () => {
  expect(arrival('https://app.example/callback?error=access_denied&state=a')).toMatchObject({
    error: 'access_denied',
  })
  expect(arrival('https://app.example/profile?state=a')).toBeUndefined()
  expect(arrival('https://app.example/callback?code=a')).toBeUndefined()
})

test('a renewal is a journey of its own, by the pool’s API and by the domain’s', () => {
  const renewals = [
    exchange('user-pool', 'InitiateAuth', { variant: 'REFRESH_TOKEN_AUTH' }),
    exchange('user-pool', 'GetTokensFromRefreshToken'),
    exchange('domain', 'oauth2/token', { variant: 'refresh_token' }),
  ]

  expect(kindsOf(renewals)).toEqual(renewals.map(() => ['refresh', 1]))
})

test('Mermaid gets a participant for each, an arrow there and one back', () => {
  const failed = exchange('user-pool', 'SignUp', { status: 400, error: 'UsernameExistsException' })
  const left = departure('https://domain.example/oauth2/authorize?client_id=a')

  expect(toMermaid([failed, left!], String, () => 'Ask; #1')).toBe(
    [
      'sequenceDiagram',
      '  participant browser as browser',
      '  participant user-pool as user-pool',
      '  participant domain as domain',
      '  browser->>user-pool: Ask   1 (SignUp)',
      '  user-pool-->>browser: UsernameExistsException, 10 ms',
      '  browser->>domain: Ask   1 (oauth2/authorize)',
      '',
    ].join('\n'),
  )
})

test('curl says what was sent, with quotes that a shell takes', () => {
  const request = { headers: { 'x-amz-target': 'A.B' }, body: `{"Name":"O'Brien"}` }

  expect(toCurl(exchange('user-pool', 'SignUp', { request }))).toBe(
    [
      String.raw`curl -X POST 'https://cognito-idp.eu-central-1.amazonaws.com/' \ `.trimEnd(),
      String.raw`  -H 'x-amz-target: A.B' \ `.trimEnd(),
      String.raw`  --data '{"Name":"O'\''Brien"}'`,
    ].join('\n'),
  )
})
