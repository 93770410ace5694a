import { decodeJwt } from 'jose'
import * as client from 'openid-client'
import { expect } from 'vitest'
import { test, type Federation } from '../../../support/managed-login/federation.ts'

const level = (number: number) => `urn:cognito:loa:${number}`
const acrMapping = { 1: 'low', 3: 'high', 4: 'highest' }

/** The tokens of a whole sign-in at the provider. */
async function tokensOf(
  { discover, signIn }: Federation,
  parameters: Readonly<Record<string, string>> = {},
) {
  const app = await discover()
  const back = await signIn({ ...parameters, nonce: 'n' })
  const tokens = await client.authorizationCodeGrant(app, back, {
    expectedState: 'of-the-app',
    expectedNonce: 'n',
  })
  return { app, tokens }
}

function levelsOf({ access_token, id_token = '' }: { access_token: string; id_token?: string }) {
  return [access_token, id_token].map(decodeJwt).map(({ acr, amr }) => ({ acr, amr }))
}

const both = (claims: object) => [claims, claims]

test('a level is asked of the provider by its own names, and none where it has none', async ({
  federate,
}) => {
  const federation = await federate('OIDC')
  const { provider, start } = federation
  const asked = async (acr_values?: string) => {
    const place = await start(acr_values === undefined ? {} : { acr_values })
    return place.searchParams.get('acr_values')
  }
  expect(await asked(level(4))).toBeNull()

  provider.config.acrMapping = acrMapping

  expect(await asked(`${level(4)} ${level(2)} ${level(1)}`)).toBe('highest low')
  expect(await asked(level(2))).toBeNull()
  expect(await asked()).toBeNull()
})

test.for<[string, object, object]>([
  ['a name that is mapped', { acr: 'high' }, { acr: level(3), amr: ['fed'] }],
  ['a name that is not', { acr: 'higher' }, { acr: level(1), amr: ['fed'] }],
  ['nothing', {}, { acr: level(1), amr: ['fed'] }],
  [
    'methods',
    { acr: 'highest', amr: ['mfa', 'otp', 'pwd'] },
    { acr: level(4), amr: ['pwd', 'otp', 'mfa'] },
  ],
  ['methods that nobody knows', { amr: ['magic'] }, { acr: level(1), amr: ['fed'] }],
  ['what is no list', { acr: 4, amr: 'pwd' }, { acr: level(1), amr: ['fed'] }],
])(
  'of a provider that says %s, both tokens tell it, and a refresh again',
  async (row, { federate }) => {
    const [, says, told] = row
    const federation = await federate('OIDC')
    federation.provider.config.acrMapping = acrMapping
    federation.provider.idTokenChanges = { ...says }

    const { app, tokens } = await tokensOf(federation, { acr_values: level(4) })
    const refreshed = await client.refreshTokenGrant(app, tokens.refresh_token ?? '')

    expect(levelsOf(tokens)).toEqual(both(told))
    expect(levelsOf(refreshed)).toEqual(both(told))
  },
)

test('a social provider is of the lowest level', async ({ federate }) => {
  const { tokens } = await tokensOf(await federate('Facebook'), { acr_values: level(2) })

  expect(levelsOf(tokens)).toEqual(both({ acr: level(1), amr: ['fed'] }))
})

test('where no level is asked for none is told, and the session remembers it for when one is', async ({
  federate,
}) => {
  const federation = await federate('OIDC')
  federation.provider.config.acrMapping = acrMapping
  federation.provider.idTokenChanges = { acr: 'high' }
  const { app, tokens } = await tokensOf(federation)

  const { visitor, authorizeUrl } = federation
  const url = authorizeUrl({ acr_values: level(1), nonce: 'm' })
  const again = await client.authorizationCodeGrant(app, await visitor.leave(visitor.open(url)), {
    expectedState: 'of-the-app',
    expectedNonce: 'm',
  })

  expect(levelsOf(tokens)).toEqual(both({ acr: undefined, amr: undefined }))
  expect(levelsOf(again)).toEqual(both({ acr: level(3), amr: ['fed'] }))
})

test('a pool’s own names of its levels are told, and the tier Lite tells none', async ({
  federate,
}) => {
  const acrNames = ['one', 'two', 'three', 'four']
  const named = await federate('OIDC', { pool: { acrNames } })
  named.provider.config.acrMapping = acrMapping
  named.provider.idTokenChanges = { acr: 'highest' }
  const lite = await federate('OIDC', { pool: { tier: 'LITE' } })

  const { tokens } = await tokensOf(named, { acr_values: 'four' })
  const other = await tokensOf(lite, { acr_values: level(1) })

  expect(levelsOf(tokens)).toEqual(both({ acr: 'four', amr: ['fed'] }))
  expect(levelsOf(other.tokens)).toEqual(both({ acr: undefined, amr: undefined }))
})
