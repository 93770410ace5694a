import {
  AdminDisableProviderForUserCommand,
  AdminLinkProviderForUserCommand,
  type ProviderUserIdentifierType,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import type { IdentityProviderConfig } from '../../../../local/user-pools/config.ts'
import { createUsers } from '../../../../local/user-pools/users/users.ts'
import { administrator, only, signingClient } from '../../../support/iam/administrator.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { emailPool, standardSchema } from '../../../support/user-pools/user-pool-config.ts'
import {
  test,
  type RunningUserPools,
  type StartOptions,
} from '../../../support/user-pools/user-pools.ts'

const credentials = administrator()

function provider(name: string, type: IdentityProviderConfig['type']): IdentityProviderConfig {
  return { name, type, identifiers: [], details: {}, attributeMapping: {} }
}

const pool = emailPool({
  identityProviders: [provider('Google', 'Google'), provider('Company', 'OIDC')],
})
const google = (subject: string): ProviderUserIdentifierType => ({
  ProviderName: 'Google',
  ProviderAttributeName: 'Cognito_Subject',
  ProviderAttributeValue: subject,
})
const native = (username: string): ProviderUserIdentifierType => ({
  ProviderName: 'Cognito',
  ProviderAttributeValue: username,
})

interface Linking extends RunningUserPools {
  /** Of Ada, who signed up with a password. */
  sub: string
  link: (
    destination: ProviderUserIdentifierType,
    source: ProviderUserIdentifierType,
  ) => Promise<unknown>
  unlink: (user: ProviderUserIdentifierType) => Promise<unknown>
  adas: () => unknown
  users: ReturnType<typeof createUsers>
}

async function prepare(
  start: (options: StartOptions) => Promise<RunningUserPools>,
  pools = [pool],
): Promise<Linking> {
  const running = await start({ pools, ...only(credentials) })
  const admin = signingClient(running.url, credentials)
  const users = createUsers(running.runtime.store)
  const UserPoolId = pool.id
  return {
    ...running,
    sub: await register(running),
    link: (DestinationUser, SourceUser) =>
      admin.send(new AdminLinkProviderForUserCommand({ UserPoolId, DestinationUser, SourceUser })),
    unlink: (User) => admin.send(new AdminDisableProviderForUserCommand({ UserPoolId, User })),
    adas: () => users.find(pool, ada.Username)?.identities,
    users,
  }
}

/** Somebody who exists because of Google. */
function addFromGoogle({ users }: Linking, subject: string): void {
  users.add(pool, {
    poolId: pool.id,
    username: `google_${subject}`,
    sub: `sub-of-${subject}`,
    attributes: { email: 'ada@example.com', email_verified: 'true' },
    aliases: [],
    status: 'EXTERNAL_PROVIDER',
    enabled: true,
    identities: [
      {
        providerName: 'Google',
        providerType: 'Google',
        userId: subject,
        issuer: null,
        primary: true,
        createdAtMs: 0,
      },
    ],
    createdAtMs: 0,
    updatedAtMs: 0,
  })
}

test('a link makes the provider’s person the user, who goes on signing in as before', async ({
  start,
}) => {
  const linking = await prepare(start)

  await linking.link(native(linking.sub), google('1843'))

  expect(linking.users.findByIdentity(pool, 'Google', '1843')?.sub).toBe(linking.sub)
  expect(linking.adas()).toMatchObject([
    {
      providerName: 'Google',
      providerType: 'Google',
      userId: '1843',
      issuer: null,
      primary: false,
    },
  ])
  expect((await signIn(linking)).AccessToken).not.toBe('')
})

test('a link can lead to somebody who came from a provider', async ({ start }) => {
  const linking = await prepare(start)
  addFromGoogle(linking, '1843')

  await linking.link(google('1843'), { ...google('abc'), ProviderName: 'Company' })

  expect(linking.users.findByIdentity(pool, 'Company', 'abc')?.username).toBe('google_1843')
})

test('the case of a subject counts', async ({ start }) => {
  const linking = await prepare(start)

  await linking.link(native(linking.sub), google('AbC'))

  expect(linking.users.findByIdentity(pool, 'Google', 'abc')).toBeUndefined()
  expect(linking.users.findByIdentity(pool, 'Google', 'AbC')).toBeDefined()
})

test.for([
  [
    'a native user',
    native('grace@example.com'),
    'Invalid SourceUser: Cognito users with a username/password may not be passed in as a SourceUser, only as a DestinationUser',
  ],
  [
    'somebody of a provider that the pool has not',
    { ...google('1'), ProviderName: 'Facebook' },
    'Invalid SourceUser: the user pool has no provider Facebook.',
  ],
  [
    'a provider in another case',
    { ...google('1'), ProviderName: 'google' },
    'Invalid SourceUser: the user pool has no provider google.',
  ],
  [
    'somebody by their address',
    { ...google('ada@example.com'), ProviderAttributeName: 'email' },
    'Invalid SourceUser: ProviderAttributeName must be Cognito_Subject.',
  ],
  [
    'nobody',
    google(''),
    'Invalid SourceUser: ProviderAttributeValue must have 1 to 320 characters.',
  ],
] as const)('%s cannot be a source', async ([, source, message], { start }) => {
  const linking = await prepare(start)

  await expect(linking.link(native(linking.sub), source)).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message,
  })
  expect(linking.adas()).toBeUndefined()
})

test('who has signed in as a user of their own cannot be linked any more', async ({ start }) => {
  const linking = await prepare(start)
  addFromGoogle(linking, '1843')

  await expect(linking.link(native(linking.sub), google('1843'))).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message:
      'Merging is not currently supported, provide a SourceUser that has not been signed up in order to link',
  })
  expect(linking.adas()).toBeUndefined()
})

test('a link that is there is not made again, nor to somebody else', async ({ start }) => {
  const linking = await prepare(start)
  const grace = await register(linking, { Username: 'grace@example.com' })
  await linking.link(native(linking.sub), google('1843'))

  for (const destination of [linking.sub, grace]) {
    await expect(linking.link(native(destination), google('1843'))).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'SourceUser is already linked to DestinationUser',
    })
  }
  expect(linking.adas()).toHaveLength(1)
})

test.for([
  ['nobody', native('nobody@example.com'), 'UserNotFoundException'],
  ['a user by an address', native('ada@example.com'), 'UserNotFoundException'],
  ['nobody whom a provider knows', google('1'), 'UserNotFoundException'],
  ['somebody from a provider, as a native user', native('google_7'), 'InvalidParameterException'],
] as const)('%s cannot be a destination', async ([, destination, name], { start }) => {
  const linking = await prepare(start)
  addFromGoogle(linking, '7')

  await expect(linking.link(destination, google('1843'))).rejects.toMatchObject({ name })
})

test('a user with an attribute that cannot change cannot be a destination', async ({ start }) => {
  const fixed = {
    name: 'custom:employee',
    type: 'String',
    mutable: false,
    required: false,
  } as const
  const linking = await prepare(start, [{ ...pool, schema: [...standardSchema, fixed] }])
  const grace = await register(
    linking,
    { Username: 'grace@example.com' },
    { attributes: [{ Name: 'custom:employee', Value: '7' }] },
  )

  await expect(linking.link(native(grace), google('1843'))).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: 'Invalid DestinationUser: custom:employee is immutable.',
  })
})

test('five people of providers can be linked, a sixth cannot', async ({ start }) => {
  const linking = await prepare(start)
  for (const subject of ['1', '2', '3', '4', '5']) {
    await linking.link(native(linking.sub), google(subject))
  }

  await expect(linking.link(native(linking.sub), google('6'))).rejects.toMatchObject({
    name: 'LimitExceededException',
  })
  expect(linking.adas()).toHaveLength(5)
})

test('of two who link one person at once, one succeeds', async ({ start }) => {
  const linking = await prepare(start)
  const grace = await register(linking, { Username: 'grace@example.com' })

  const settled = await Promise.allSettled(
    [linking.sub, grace].map((sub) => linking.link(native(sub), google('1843'))),
  )

  expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('undoing a link frees the provider’s person, and leaves the others', async ({ start }) => {
  const linking = await prepare(start)
  await linking.link(native(linking.sub), google('1'))
  await linking.link(native(linking.sub), google('2'))

  await linking.unlink(google('1'))

  expect(linking.adas()).toMatchObject([{ userId: '2' }])
  expect(linking.users.findByIdentity(pool, 'Google', '1')).toBeUndefined()
})

test('what is not linked cannot be undone, a user of their own neither', async ({ start }) => {
  const linking = await prepare(start)
  addFromGoogle(linking, '7')

  for (const subject of ['1', '7']) {
    await expect(linking.unlink(google(subject))).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: "Account isn't linked to anyone else, verify that the account has been linked",
    })
  }
})

test('a native user can be kept from signing in by their password', async ({ start }) => {
  const linking = await prepare(start)

  await linking.unlink(native(linking.sub))

  await expect(signIn(linking)).rejects.toMatchObject({ name: 'NotAuthorizedException' })
})
