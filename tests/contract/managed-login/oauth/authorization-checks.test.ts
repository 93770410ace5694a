import { expect } from 'vitest'
import { authorizationChecks } from '../../../../local/managed-login/authorization-request.ts'
import { editTemplate } from '../../../support/template/edit-template.ts'
import { callbackUrl } from '../../../support/managed-login/managed-login.ts'
import { test, type TestStandIn } from '../../../support/stand-in.ts'

/** A fault for each check, in the order of the table, and what it is answered with. */
const faults: [name: string, change: (query: URLSearchParams) => void, answer: string][] = [
  ['parameters', (query) => query.append('lang', 'en'), 'page: invalid_request lang'],
  ['client_id', (query) => query.set('client_id', 'nobody'), 'page: There is no such app client'],
  ['client', () => undefined, 'page: unauthorized_client'],
  [
    'redirect_uri',
    (query) => query.set('redirect_uri', 'https://evil.example/'),
    'page: redirect_mismatch redirect_uri',
  ],
  [
    'identity_provider',
    (query) => query.set('identity_provider', 'Okta'),
    'page: There is no such identity provider',
  ],
  [
    'response_type',
    (query) => query.set('response_type', 'id_token'),
    'client: invalid_request response_type must be code or token',
  ],
  [
    'code_challenge',
    (query) => query.set('code_challenge', 'short'),
    'client: invalid_request code_challenge_method must be S256',
  ],
  ['scope', (query) => query.set('scope', 'nothing'), 'client: invalid_request invalid_scope'],
  ['prompt', (query) => query.set('prompt', 'maybe'), 'client: invalid_request'],
  [
    'level',
    (query) => query.set('max_age', 'soon'),
    'client: invalid_request max_age has to be a number of seconds',
  ],
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
  async ([name, , answer], { standIn }) => {
    const wrong = names.slice(names.indexOf(name))
    if (wrong.includes('client')) switchOAuthOff(standIn)
    const url = new URL(`${standIn.url}/oauth2/authorize`)
    url.search = new URLSearchParams({
      response_type: 'code',
      client_id: standIn.config.userPoolClientId,
      redirect_uri: callbackUrl(standIn),
      scope: 'openid',
      lang: 'en',
    }).toString()
    for (const [fault, change] of faults) if (wrong.includes(fault)) change(url.searchParams)

    expect(await answerTo(standIn, url)).toMatch(new RegExp(`^${answer}`))
    const { told } = authorizationChecks.rows.find((row) => row.name === name) ?? {}
    expect(answer.startsWith(told === 'client' ? 'client: ' : 'page: ')).toBe(true)
  },
)

function switchOAuthOff(standIn: TestStandIn): void {
  editTemplate(
    standIn,
    ['AllowedOAuthFlowsUserPoolClient: true', 'AllowedOAuthFlowsUserPoolClient: false'],
    ['AllowedOAuthFlows: [code]', 'AllowedOAuthFlows: []'],
  )
}

/** Who is told, and what. */
async function answerTo(standIn: TestStandIn, url: URL): Promise<string> {
  const response = await fetch(url, { redirect: 'manual' })
  const to = new URL(response.headers.get('location') ?? '', url)
  const said = (...parameters: string[]) =>
    parameters.map((name) => to.searchParams.get(name) ?? '').join(' ')
  if (to.href.startsWith(callbackUrl(standIn))) {
    return `client: ${said('error', 'error_description')}`
  }
  if (to.pathname === '/error') return `page: ${said('error', 'parameter')}`
  const [, title = ''] = /<title>([^<]*)/.exec(await response.text()) ?? []
  return `page: ${title}`
}
