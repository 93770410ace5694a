import { expect, test } from 'vitest'
import type { IdentityProviderConfig } from '../../../../local/user-pools/config.ts'
import { load, problemsOf } from './load.ts'

const head = `Resources:
  Pool:
    Type: AWS::Cognito::UserPool
    Properties:
      Schema: [{ Name: nickname, Mutable: false }, { Name: plan, AttributeDataType: String }]
`

interface Parts {
  type?: string
  name?: string
  details?: string | undefined
  mapping?: string
  more?: string
}

const shared = 'client_id: id, client_secret: secret, authorize_scopes: openid email'
const apple =
  'client_id: id, team_id: team, key_id: key, private_key: private, authorize_scopes: email name'
const oidc = `${shared}, attributes_request_method: GET, oidc_issuer: 'https://login.example.com'`

function provider(parts: Parts = {}, logicalId = 'Provider'): string {
  const { type = 'Google', name = type, details = shared, mapping = 'email: email', more } = parts
  const properties = [
    'UserPoolId: !Ref Pool',
    `ProviderName: ${name}`,
    `ProviderType: ${type}`,
    `ProviderDetails: { ${details} }`,
    `AttributeMapping: { ${mapping} }`,
    ...(more === undefined ? [] : [more]),
  ]
  const lines = properties.map((line) => `      ${line}\n`).join('')
  return `  ${logicalId}:\n    Type: AWS::Cognito::UserPoolIdentityProvider\n    Properties:\n${lines}`
}

function client(...properties: string[]): string {
  const lines = ['UserPoolId: !Ref Pool', ...properties].map((line) => `      ${line}\n`).join('')
  return `  Client:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n${lines}`
}

function providersOf(...providers: string[]): readonly IdentityProviderConfig[] {
  return load(head + providers.join('')).userPools[0]?.identityProviders ?? []
}

function problemsWith(parts: Parts): string {
  return problemsOf(head + provider(parts)).join('\n')
}

test('a provider belongs to its pool, with what it is called, its details and its mapping', () => {
  const more = 'IdpIdentifiers: [acme.example, staff]'

  expect(
    providersOf(
      provider({ type: 'OIDC', name: 'Acme', details: oidc, mapping: 'username: sub', more }),
    ),
  ).toEqual([
    {
      name: 'Acme',
      type: 'OIDC',
      identifiers: ['acme.example', 'staff'],
      details: {
        client_id: 'id',
        client_secret: 'secret',
        authorize_scopes: 'openid email',
        attributes_request_method: 'GET',
        oidc_issuer: 'https://login.example.com',
      },
      attributeMapping: { username: 'sub' },
    },
  ])
})

test.each([
  { type: 'Google', details: shared },
  { type: 'Facebook', details: `${shared}, api_version: v17.0` },
  { type: 'LoginWithAmazon', details: shared },
  { type: 'SignInWithApple', details: apple },
])('$type is called by its type', ({ type, details }) => {
  const mapping = 'email: email, email_verified: email_verified, custom:plan: plan'

  expect(providersOf(provider({ type, details, mapping }))).toMatchObject([
    { name: type, type, identifiers: [] },
  ])
})

test('Ref gives a provider’s name', () => {
  const text = `${head}${provider()}Outputs: { O: { Value: !Ref Provider } }\n`

  expect(load(text).outputs).toEqual({ O: 'Google' })
})

test('what DescribeIdentityProvider tells of a provider may be written back', () => {
  const told =
    'attributes_url: "https://a", attributes_url_add_attributes: "true", authorize_url: "https://b", oidc_issuer: "https://c", token_request_method: POST, token_url: "https://d"'

  expect(providersOf(provider({ details: `${shared}, ${told}` }))).toHaveLength(1)
})

test('an OpenID provider’s four endpoints may stand beside its issuer', () => {
  const urls = ['authorize_url', 'token_url', 'attributes_url', 'jwks_uri'].map(
    (key) => `${key}: 'https://login.example.com/${key}?a=b'`,
  )
  const details = `${oidc}, ${urls.join(', ')}`

  expect(providersOf(provider({ type: 'OIDC', name: 'Acme', details }))).toHaveLength(1)
  expect(
    problemsWith({ type: 'OIDC', name: 'Acme', details: `${oidc}, ${urls[0] ?? ''}` }),
  ).toContain('Provider.ProviderDetails.authorize_url: stands with authorize_url, token_url')
})

const required = [
  ...['client_id', 'client_secret', 'authorize_scopes'].flatMap((key) =>
    ['Google', 'Facebook', 'LoginWithAmazon'].map((type) => ({ type, key, details: shared })),
  ),
  ...['client_id', 'team_id', 'key_id', 'private_key', 'authorize_scopes'].map((key) => ({
    type: 'SignInWithApple',
    key,
    details: apple,
  })),
  ...[
    'client_id',
    'client_secret',
    'authorize_scopes',
    'oidc_issuer',
    'attributes_request_method',
  ].map((key) => ({ type: 'OIDC', key, details: oidc })),
]

test.each(required)('$type needs $key, and not empty', ({ type, key, details }) => {
  const name = type === 'OIDC' ? 'Acme' : type
  const without = details.replace(new RegExp(`(, )?\\b${key}: [^,]+`), '').replace(/^, /, '')
  const empty = details.replace(new RegExp(`\\b${key}: [^,]+`), `${key}: ''`)

  expect(problemsWith({ type, name, details: without })).toContain(
    `Provider.ProviderDetails needs ${key}.`,
  )
  expect(problemsWith({ type, name, details: empty })).toContain(
    `Provider.ProviderDetails.${key}: must not be empty.`,
  )
})

test.each([
  [{ type: 'Twitter' }, 'Provider.ProviderType: must be one of Facebook, Google'],
  [
    { name: 'GoogleStaff' },
    'Provider.ProviderName: Provider GoogleStaff cannot be of type Google.',
  ],
  [{ details: `${shared}, client_sceret: x` }, 'does not read client_sceret'],
  [{ mapping: 'email: email, plan: plan' }, 'AttributeMapping: the pool has no attribute plan.'],
  [{ mapping: 'nickname: name' }, 'nickname is immutable in the pool'],
  [{ mapping: 'sub: sub' }, 'Cognito keeps sub itself.'],
  [{ mapping: 'identities: sub' }, 'Cognito keeps identities itself.'],
  [{ mapping: "email: ''" }, 'email needs the name of a claim.'],
  [{ more: 'IdpIdentifiers: ["a/b"]' }, '"a/b" cannot be an identifier.'],
  [{ more: `IdpIdentifiers: [${Array(51).fill('a').join()}]` }, 'there can be 50 of them.'],
])('a Google provider with %o is a problem', (parts, message) => {
  expect(problemsWith(parts)).toContain(message)
})

test.each(['ab', 'a b c', '_abc', 'ab_c', 'a'.repeat(33)])(
  'an OpenID provider cannot be called %j',
  (name) => {
    expect(problemsWith({ type: 'OIDC', name: JSON.stringify(name), details: oidc })).toContain(
      'must have 3 to 32 characters',
    )
  },
)

test.each(['Google', 'COGNITO', 'SAML'])('an OpenID provider cannot be called %s', (name) => {
  expect(problemsWith({ type: 'OIDC', name, details: oidc })).toContain(
    `${name} is the name of another kind of provider.`,
  )
})

test.each([
  ['http://login.example.com', 'must be an https: URL.'],
  ['login.example.com', 'must be a URL.'],
  ['https://login.example.com/', 'must be without a slash at its end.'],
  ['https://login.example.com?a', 'must be without a query and a fragment.'],
  ['https://login.example.com:8443', 'must be on the port 443 or 80.'],
])('the issuer %s is a problem', (issuer, message) => {
  const details = oidc.replace('https://login.example.com', issuer)

  expect(problemsWith({ type: 'OIDC', name: 'Acme', details })).toContain(
    `Provider.ProviderDetails.oidc_issuer: ${message}`,
  )
})

test.each(['http://localhost:9229/social/company', 'http://127.0.0.1:1/a', 'https://a.example:80'])(
  'the issuer %s is taken',
  (issuer) => {
    const details = oidc.replace('https://login.example.com', issuer)

    expect(providersOf(provider({ type: 'OIDC', name: 'Acme', details }))).toHaveLength(1)
  },
)

test('an OpenID provider is asked for openid, by GET or POST', () => {
  const acme = { type: 'OIDC', name: 'Acme' }

  expect(problemsWith({ ...acme, details: oidc.replace('openid email', 'email') })).toContain(
    'authorize_scopes: must have openid.',
  )
  expect(problemsWith({ ...acme, details: oidc.replace('GET', 'PUT') })).toContain(
    'attributes_request_method: must be one of GET, POST',
  )
})

test('names and identifiers stand for one provider of a pool each', () => {
  const acme = (name: string) => ({
    type: 'OIDC',
    name,
    details: oidc,
    more: 'IdpIdentifiers: [staff]',
  })

  expect(problemsOf(head + provider() + provider({}, 'Again')).join()).toContain(
    'Again.ProviderName: the pool has a provider Google already.',
  )
  expect(
    problemsOf(head + provider(acme('One-')) + provider(acme('Two-'), 'Two')).join(),
  ).toContain('Two.IdpIdentifiers: another provider of the pool is called staff already.')
})

test('nobody signs in by SAML, and this is said; a client may name it all the same', () => {
  const saml = { type: 'SAML', name: 'Acme', details: 'MetadataURL: https://a.example/saml' }
  const text = head + provider(saml) + client('SupportedIdentityProviders: [Acme]')

  const { userPools, notEmulated } = load(text)

  expect(userPools[0]?.identityProviders).toEqual([])
  expect(userPools[0]?.clients[0]?.supportedIdentityProviders).toEqual(['Acme'])
  expect(notEmulated).toEqual([
    'Provider.ProviderType: SAML is not spoken, so nobody signs in with it',
  ])
})

test('a client supports the pool itself and providers that the pool has', () => {
  const supporting = (names: string) =>
    head + provider() + client(`SupportedIdentityProviders: [${names}]`)
  const { userPools } = load(supporting('COGNITO, Google'))

  expect(userPools[0]?.clients[0]?.supportedIdentityProviders).toEqual(['COGNITO', 'Google'])
  expect(problemsOf(supporting('COGNITO, Facebook'))).toEqual([
    expect.stringMatching(
      /^18:45 Client\.SupportedIdentityProviders: The provider Facebook does not exist for User Pool eu-west-1_\w{9}\.$/,
    ),
  ])
})

test('a provider of another pool is none of this one', () => {
  const other = '  Other: { Type: AWS::Cognito::UserPool }\n'
  const text =
    head +
    other +
    provider().replace('!Ref Pool', '!Ref Other') +
    client('SupportedIdentityProviders: [Google]')

  expect(problemsOf(text).join()).toContain('The provider Google does not exist for User Pool')
})

test('what a supported provider maps has to be writable by the client', () => {
  const mapping = 'email: email, email_verified: email_verified, username: sub, picture: picture'
  const problems = (write: string, names = 'Google') =>
    problemsOf(
      head +
        provider({ mapping }) +
        client(`SupportedIdentityProviders: [${names}]`, `WriteAttributes: [${write}]`),
    )

  expect(problems('email, picture')).toEqual([])
  expect(problems('email', 'COGNITO')).toEqual([])
  expect(problems('email').join()).toContain(
    'Client.WriteAttributes: must have picture, which the provider Google maps.',
  )
})

test('a provider that cannot be read is one problem, and that a client names it is none', () => {
  const text =
    head +
    provider({ details: 'client_id: id' }) +
    client('SupportedIdentityProviders: [!Ref Provider]')

  expect(problemsOf(text)).toHaveLength(1)
})

test('an OIDC provider has names of its own for the levels, and no other provider has', () => {
  const more = 'AcrMapping: { Level1: low, Level4: high }'
  const acme = { type: 'OIDC', name: 'Acme', details: oidc, mapping: 'username: sub', more }

  expect(providersOf(provider(acme))[0]?.acrMapping).toEqual({ 1: 'low', 4: 'high' })
  expect(problemsWith({ more })).toContain('AcrMapping: is for providers of the type OIDC only.')
  expect(problemsWith({ ...acme, more: 'AcrMapping: { Level5: higher }' })).toContain('Level5')
})
