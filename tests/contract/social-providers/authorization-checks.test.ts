import { expect } from 'vitest'
import { authorizationChecks } from '../../../local/social-providers/authorization-request.ts'
import { authorizeUrl, test } from '../../support/social-providers/start-social-providers.ts'

/** A fault for each check, in the order of the table, and what it is answered with. */
const faults: [name: string, change: (query: URLSearchParams) => void, answer: string | number][] =
  [
    ['parameters', (query) => query.append('state', 'again'), 400],
    ['client_id', (query) => query.set('client_id', 'nobody'), 401],
    ['redirect_uri', (query) => query.set('redirect_uri', 'https://evil.example/'), 400],
    ['response_mode', (query) => query.set('response_mode', 'fragment'), 400],
    ['request', (query) => query.set('request', 'e30.e30.'), 'request_not_supported'],
    ['response_type', (query) => query.set('response_type', 'token'), 'unsupported_response_type'],
    [
      'code_challenge',
      (query) => query.set('code_challenge', 'short'),
      'invalid_request code_challenge_method must be S256',
    ],
    ['scope', (query) => query.set('scope', 'everything'), 'invalid_scope'],
    ['prompt', (query) => query.set('prompt', 'none login'), 'invalid_request'],
    ['max_age', (query) => query.set('max_age', '-1'), 'invalid_request max_age is malformed'],
  ]

const names = faults.map(([name]) => name)

test('the table has these checks, and tells the client from the redirect URI on at the earliest', () => {
  const { rows } = authorizationChecks

  expect(rows.map(({ name }) => name)).toEqual(names)
  const firstOfClient = rows.findIndex(({ told }) => told === 'client')
  expect(firstOfClient).toBeGreaterThan(names.indexOf('redirect_uri'))
  expect(rows.slice(firstOfClient).map(({ told }) => told)).not.toContain('person')
})

test.for(faults)(
  'of a request that is wrong from %s on, that is what is answered',
  async ([name, , answer], { social }) => {
    const url = authorizeUrl(social, 'google', { scope: 'openid' })
    const wrong = names.slice(names.indexOf(name))
    for (const [fault, change] of faults) if (wrong.includes(fault)) change(url.searchParams)

    const response = await fetch(url, { redirect: 'manual' })

    const { told } = authorizationChecks.rows.find((row) => row.name === name) ?? {}
    if (typeof answer === 'number') {
      expect(told).toBe('person')
      expect(response.status).toBe(answer)
      expect(response.headers.get('location')).toBeNull()
      return
    }
    const location = new URL(response.headers.get('location') ?? '')
    expect(told).toBe('client')
    expect(`${location.origin}${location.pathname}`).toBe(social.redirectUri)
    const { searchParams } = location
    const said = `${searchParams.get('error')} ${searchParams.get('error_description')}`
    expect(said.startsWith(answer)).toBe(true)
  },
)
