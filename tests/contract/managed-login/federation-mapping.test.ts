import { expect } from 'vitest'
import { FunctionError } from '../../../local/core/invoke-function.ts'
import type { UserPoolConfig } from '../../../local/user-pools/config.ts'
import type { UserRecord } from '../../../local/user-pools/model.ts'
import { test, type Federation } from '../../support/federation.ts'
import { standardSchema } from '../../support/user-pool-config.ts'

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

/** A native user of the pool, linked to whom Google knows as `1026`. */
function linkNative(
  { userPools, pool }: Federation,
  changes: Partial<UserRecord> = {},
): UserRecord {
  return userPools.users.add(pool, {
    poolId: pool.id,
    username: 'native',
    sub: 'native',
    attributes: { email: 'ada@example.com', email_verified: 'true', name: 'Native' },
    aliases: ['email'],
    status: 'CONFIRMED',
    enabled: true,
    identities: [
      {
        providerName: 'Google',
        providerType: 'Google',
        userId: '1026',
        issuer: null,
        primary: false,
        createdAtMs: 1,
      },
    ],
    createdAtMs: 1,
    updatedAtMs: 1,
    ...changes,
  })
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

test('a linked identity signs the native user in, and overwrites their attributes', async ({
  federate,
}) => {
  const federation = await federate('Google')
  const { userPools, pool } = federation
  linkNative(federation)

  const callback = await federation.signIn()

  expect(callback.searchParams.has('code')).toBe(true)
  expect(userOf(federation)).toBeUndefined()
  expect(userPools.users.find(pool, 'ada@example.com')).toMatchObject({
    username: 'native',
    status: 'CONFIRMED',
    aliases: ['email'],
    // https://github.com/aws-amplify/amplify-js/issues/7300
    attributes: { email: 'ada@example.com', email_verified: 'false', name: 'Ada' },
  })
})

test('a new address of a linked user signs in only when it is verified, and nobody else’s', async ({
  federate,
}) => {
  const federation = await federate('Google')
  const { provider, userPools, pool } = federation
  provider.config.attributeMapping = { email: 'email', email_verified: 'email_verified' }
  linkNative(federation)
  const other = { username: 'other', sub: 'other', identities: [] }
  linkNative(federation, { ...other, attributes: { email: 'taken@example.com' } })
  const find = (email: string) => userPools.users.findByAlias(pool, 'email', email)?.username

  provider.person = { sub: '1026', email: 'taken@example.com', email_verified: true }
  const callback = await federation.signIn()
  expect(callback.searchParams.get('error_description')).toBe(
    'An account with the email already exists.',
  )

  provider.person = { sub: '1026', email: 'new@example.com', email_verified: true }
  await signInAgain(federation)
  expect([find('new@example.com'), find('ada@example.com')]).toEqual(['native', undefined])

  provider.person = { sub: '1026', email: 'claimed@example.com', email_verified: false }
  await signInAgain(federation)
  expect([find('claimed@example.com'), find('new@example.com')]).toEqual([undefined, undefined])
})

test('somebody from a provider may share an address with a native user, and takes nothing of theirs', async ({
  federate,
}) => {
  const federation = await federate('Google')
  const { provider, userPools, pool } = federation
  provider.config.attributeMapping = { email: 'email', email_verified: 'email_verified' }
  provider.person = { ...provider.person, email_verified: true }
  linkNative(federation, { identities: [] })

  await federation.signIn()

  expect(userOf(federation)).toMatchObject({
    username,
    aliases: [],
    attributes: { email: 'ada@example.com', email_verified: 'true' },
  })
  expect(userPools.users.find(pool, 'ada@example.com')?.username).toBe('native')
})

test('of two first sign-ins at once one user comes', async ({ federate }) => {
  const federation = await federate('Google')
  const { provider, start, finish } = federation
  const answers = [provider.agree(await start()), provider.agree(await start())]

  const callbacks = await Promise.all(answers.map((answer) => finish(answer)))

  expect(callbacks.map(({ searchParams }) => searchParams.has('code'))).toEqual([true, true])
  expect(userOf(federation)?.identities).toHaveLength(1)
})

test('usernames keep their case where it counts', async ({ federate }) => {
  const { signIn, userPools, pool } = await federate('Google', { pool: { caseSensitive: true } })

  await signIn()

  expect(userPools.users.find(pool, 'Google_1026')?.username).toBe('Google_1026')
})

const triggers = { preSignUp: 'arn:aws:lambda:us-east-1:123456789012:function:pre-sign-up' }

test('the PreSignUp trigger is told of the user to be, at the first sign-in only', async ({
  federate,
}) => {
  const events: object[] = []
  const invoke = (_arn: string, event: object) => {
    events.push(event)
    return Promise.resolve(event)
  }
  const federation = await federate('Google', { pool: { triggers }, surroundings: { invoke } })

  await federation.signIn()
  await signInAgain(federation)

  expect(events).toEqual([
    expect.objectContaining({
      triggerSource: 'PreSignUp_ExternalProvider',
      userName: username,
      request: expect.objectContaining({
        userAttributes: {
          'cognito:email_alias': '',
          'cognito:phone_number_alias': '',
          email: 'ada@example.com',
          email_verified: 'false',
          name: 'Ada',
        },
      }) as object,
    }),
  ])
})

test('whom the trigger links is signed in at once, as the native user', async ({ federate }) => {
  const invoke = (_arn: string, event: object) => {
    linkNative(federation)
    return Promise.resolve(event)
  }
  const federation: Federation = await federate('Google', {
    pool: { triggers },
    surroundings: { invoke },
  })

  const callback = await federation.signIn()

  expect(callback.searchParams.has('code')).toBe(true)
  expect(userOf(federation)).toBeUndefined()
})

test('a trigger may vouch for the address', async ({ federate }) => {
  const answer = { response: { autoVerifyEmail: true, autoVerifyPhone: true } }
  const surroundings = { invoke: () => Promise.resolve(answer) }
  const federation = await federate('Google', { pool: { triggers }, surroundings })

  await federation.signIn()

  expect(userOf(federation)?.attributes).toEqual({
    email: 'ada@example.com',
    email_verified: 'true',
    name: 'Ada',
  })
})

test.for([
  ['threw', 'Not you!', 'PreSignUp failed with error Not you!.'],
  ['not-found', '', 'PreSignUp invocation failed due to error ResourceNotFoundException.'],
] as const)('a trigger that %s ends the sign-in at the app', async (row, { federate }) => {
  const [fault, message, description] = row
  const surroundings = { invoke: () => Promise.reject(new FunctionError(fault, message)) }
  const federation = await federate('Google', { pool: { triggers }, surroundings })

  const callback = await federation.signIn()

  expect(Object.fromEntries(callback.searchParams)).toEqual({
    error: 'invalid_request',
    error_description: description,
    state: 'of-the-app',
  })
  expect(userOf(federation)).toBeUndefined()
})
