import { expect } from 'vitest'
import { FunctionError } from '../../../../local/core/ports/invoke-function.ts'
import type { UserRecord } from '../../../../local/user-pools/model.ts'
import { linkNative, test, type Federation } from '../../../support/managed-login/federation.ts'

const username = 'google_1026'

function userOf({ userPools, pool }: Federation): UserRecord | undefined {
  return userPools.users.find(pool, username)
}

async function signInAgain({ forgetSession, signIn }: Federation): Promise<URL> {
  forgetSession()
  return signIn()
}

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

const triggers = { PreSignUp: 'arn:aws:lambda:us-east-1:123456789012:function:pre-sign-up' }

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

test('a linked user who has not confirmed is told so', async ({ federate }) => {
  const federation = await federate('Google')
  linkNative(federation, { status: 'UNCONFIRMED' })

  const callback = await federation.signIn()

  expect(callback.searchParams.get('error_description')).toBe('User is not confirmed.')
})

test('an address that waits for its code is forgotten when the provider knows a newer one', async ({
  federate,
}) => {
  const federation = await federate('Google')
  const { provider, userPools, pool } = federation
  linkNative(federation, { pendingAttributes: { email: 'pending@example.com' } })
  const pending = () => userPools.users.find(pool, 'native')?.pendingAttributes

  await federation.signIn()
  expect(pending()).toEqual({ email: 'pending@example.com' })

  provider.person = { sub: '1026', email: 'newer@example.com' }
  await signInAgain(federation)
  expect(pending()).toBeUndefined()
})
