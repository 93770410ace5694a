import { expect } from 'vitest'
import type { UserPoolConfig } from '../../../../local/user-pools/config.ts'
import type { UserRecord } from '../../../../local/user-pools/model.ts'
import { linkNative, test, type Federation } from '../../../support/managed-login/federation.ts'
import { standardSchema } from '../../../support/user-pools/user-pool-config.ts'

const username = 'google_1026'

function userOf({ userPools, pool }: Federation): UserRecord | undefined {
  return userPools.users.find(pool, username)
}

async function signInAgain({ forgetSession, signIn }: Federation): Promise<URL> {
  forgetSession()
  return signIn()
}

function schemaWith(name: string, change: object): UserPoolConfig['schema'] {
  return standardSchema.map((one) => (one.name === name ? { ...one, ...change } : one))
}

test('each sign-in maps anew; a claim that is missing leaves the old value', async ({
  federate,
}) => {
  const federation = await federate('Google')
  const { provider } = federation
  await federation.signIn()
  const first = userOf(federation)!

  provider.person = { sub: '1026', email: 'ada@new.example' }
  await signInAgain(federation)

  expect(first.attributes).toEqual({
    email: 'ada@example.com',
    email_verified: 'false',
    name: 'Ada',
  })
  expect(userOf(federation)).toMatchObject({
    sub: first.sub,
    attributes: { email: 'ada@new.example', email_verified: 'false', name: 'Ada' },
  })
})

const verified: [claim: unknown, expected: string][] = [
  [true, 'true'],
  ['true', 'true'],
  [false, 'false'],
  [1, 'false'],
  ['yes', 'false'],
  [undefined, 'false'],
]

test.for(verified)(
  'email_verified of %o is mapped to %s',
  async ([claim, expected], { federate }) => {
    const federation = await federate('Google')
    const { provider, signIn } = federation
    provider.config.attributeMapping = { email: 'email', email_verified: 'email_verified' }
    provider.person = { ...provider.person, email_verified: claim }

    await signIn()

    expect(userOf(federation)?.attributes.email_verified).toBe(expected)
  },
)

test('without an address nothing is verified', async ({ federate }) => {
  const federation = await federate('Google')
  const { provider, signIn } = federation
  provider.config.attributeMapping = { email: 'email', email_verified: 'email_verified' }
  provider.person = { sub: '1026', email_verified: true }

  await signIn()

  expect(userOf(federation)?.attributes).toEqual({})
})

test('attributes are text, and what is no simple value is JSON', async ({ federate }) => {
  const federation = await federate('Facebook')
  const { provider, userPools, pool } = federation
  provider.config.attributeMapping = {
    picture: 'picture',
    nickname: 'verified',
    gender: 'age',
    website: 'link',
    given_name: 'toString',
  }
  const picture = { data: { url: 'https://example.com/ada.png' } }
  provider.person = { id: '7', picture, verified: true, age: 36, link: null }

  await federation.signIn()

  expect(userPools.users.find(pool, 'facebook_7')?.attributes).toEqual({
    picture: JSON.stringify(picture),
    nickname: 'true',
    gender: '36',
  })
  const { url } = provider.asked.at(-1)!
  expect(url.searchParams.get('fields')).toBe('id,picture,verified,age,link,toString')
})

const refused: [what: string, change: (federation: Federation) => void, description: string][] = [
  [
    'a required attribute that the provider does not tell',
    ({ provider, pool }) => {
      pool.schema = schemaWith('email', { required: true })
      provider.person = { sub: '1026' }
    },
    'attributes required: [email]',
  ],
  [
    'required attributes that are not mapped',
    ({ provider, pool }) => {
      pool.schema = schemaWith('email', { required: true }).map((one) =>
        one.name === 'name' ? { ...one, required: true } : one,
      )
      provider.config.attributeMapping = {}
    },
    'attributes required: [name, email]',
  ],
  [
    'an attribute that the app client may not write',
    ({ pool }) => {
      pool.clients = pool.clients.map((app) => ({ ...app, writeAttributes: ['email'] }))
    },
    'A client attempted to write unauthorized attribute',
  ],
  [
    'a value that is too long',
    ({ provider }) => (provider.person = { ...provider.person, name: 'x'.repeat(2049) }),
    'user.name: String must be no longer than 2048 characters',
  ],
  [
    'a value longer than its attribute',
    ({ pool }) => {
      pool.schema = schemaWith('name', { maxLength: 2 })
    },
    'user.name: String must be no longer than 2 characters',
  ],
  [
    'an attribute that the pool has not',
    ({ provider }) => (provider.config.attributeMapping = { 'custom:team': 'name' }),
    'user.custom:team: Attribute does not exist in the schema.',
  ],
  [
    'an address that is none',
    ({ provider }) => (provider.person = { ...provider.person, email: 'ada' }),
    'Invalid email address format.',
  ],
  [
    'an id that makes no username',
    ({ provider }) => (provider.person = { ...provider.person, sub: 'x'.repeat(122) }),
    'The username is longer than 128 characters',
  ],
  [
    'a username that is taken',
    (federation) => void linkNative(federation, { username, identities: [], aliases: [] }),
    `Already found an entry for username ${username}`,
  ],
]

test.for(refused)('%s is told to the app, and no user is made', async (row, { federate }) => {
  const [, change, description] = row
  const federation = await federate('Google')
  change(federation)
  const before = userOf(federation)

  const callback = await federation.signIn()

  expect(Object.fromEntries(callback.searchParams)).toEqual({
    error: 'invalid_request',
    error_description: description,
    state: 'of-the-app',
  })
  expect(userOf(federation)).toEqual(before)
  expect(federation.visitor.cookies.get('cognito')).toBeUndefined()
})

test('an immutable attribute lets one in once, and refuses the second sign-in', async ({
  federate,
}) => {
  const federation = await federate('Google')
  const { pool } = federation
  pool.schema = schemaWith('email', { mutable: false })

  expect((await federation.signIn()).searchParams.has('code')).toBe(true)
  const again = await signInAgain(federation)

  expect(again.searchParams.get('error_description')).toBe(
    'user.email: Attribute cannot be updated.',
  )
})

test('a user who is disabled is told so', async ({ federate }) => {
  const federation = await federate('Google')
  const { userPools, pool } = federation
  await federation.signIn()
  userPools.users.update(pool, { ...userOf(federation)!, enabled: false })

  const callback = await signInAgain(federation)

  expect(callback.searchParams.get('error_description')).toBe('User is not enabled')
})
