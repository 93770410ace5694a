import { ConfirmSignUpCommand, SignUpCommand } from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { preSignUp } from '../../../local/user-pools/triggers/pre-sign-up.ts'
import { test, type Linking } from '../../support/lambda/start-linking.ts'

const Password = 'Analytical-Engine-1843'
const email = 'ada@example.com'
const google = { sub: '1843', email, email_verified: true, name: 'Ada' }

/** Somebody who signs up with a password and, unless told otherwise, enters the code. */
async function signUp(
  { cognito, outbox, pool }: Linking,
  { Username = email, isConfirmed = true } = {},
): Promise<string> {
  const ClientId = pool.clients[0]!.id
  const { UserSub = '' } = await cognito.send(new SignUpCommand({ ClientId, Username, Password }))
  const ConfirmationCode = outbox.list()[0]?.code ?? ''
  if (isConfirmed) {
    await cognito.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }))
  }
  return UserSub
}

test('Google with an address that both have verified is the user who has it', async ({
  startLinking,
}) => {
  const linking = await startLinking()
  const sub = await signUp(linking)

  const first = await linking.comeBy('Google', google)
  const second = await linking.comeBy('Google', google)

  expect([first.sub, second.sub]).toEqual([sub, sub])
  expect(linking.everybody()).toHaveLength(1)
  expect(first).toMatchObject({
    status: 'CONFIRMED',
    identities: [{ providerName: 'Google', userId: '1843', primary: false }],
  })
  expect(linking.runtime.logged).toContainEqual(
    expect.stringMatching(/^\[.*AccountsFunction.*\] Google is linked to the user /),
  )
  expect(linking.runtime.logged.join()).not.toContain(email)
})

test.for([
  ['Google', { sub: '1843' }],
  ['SignInWithApple', { sub: '001473.fe6f83bf4b8e4590aacbabdcb8598bd0.2039' }],
  ['Company', { sub: 'MDRHj2Asx8' }],
  ['Company', { sub: 'under_score' }],
] as const)('%s, whose id is %j, is linked by it to the letter', async (row, { startLinking }) => {
  const [provider, { sub }] = row
  const linking = await startLinking()
  const ada = await signUp(linking)

  const user = await linking.comeBy(provider, { sub, email, email_verified: 'true' })

  expect(user.sub).toBe(ada)
  expect(user.identities).toMatchObject([{ providerName: provider, userId: sub }])
})

test('three providers lead to one user', async ({ startLinking }) => {
  const linking = await startLinking()
  const sub = await signUp(linking)

  for (const provider of ['Google', 'SignInWithApple', 'Company']) {
    expect((await linking.comeBy(provider, google)).sub).toBe(sub)
  }
  expect(linking.everybody()).toHaveLength(1)
})

test('an address is the same in capitals', async ({ startLinking }) => {
  const linking = await startLinking()
  const sub = await signUp(linking)

  expect((await linking.comeBy('Google', { ...google, email: 'Ada@Example.com' })).sub).toBe(sub)
})

test.for([
  ['does not say that it is verified', 'Google', { sub: '1843', email }],
  ['says that it is not verified', 'Google', { ...google, email_verified: false }],
  ['says it in words of its own', 'Google', { ...google, email_verified: 'yes' }],
  ['is Facebook, whose word does not count', 'Facebook', { ...google, id: '1843' }],
  ['is Amazon, whose word does not count', 'LoginWithAmazon', { ...google, user_id: '1843' }],
] as const)('a provider that %s never links', async ([, provider, claims], { startLinking }) => {
  const linking = await startLinking()
  const sub = await signUp(linking)

  const user = await linking.comeBy(provider, claims)

  expect(user).toMatchObject({ status: 'EXTERNAL_PROVIDER', identities: [{ primary: true }] })
  expect(linking.ctx.users.findBySub(linking.pool, sub)?.identities).toBeUndefined()
  expect(linking.everybody()).toHaveLength(2)
})

test('whoever signed up with the address and has not verified it never gets the link', async ({
  startLinking,
}) => {
  const linking = await startLinking()
  const squatter = await signUp(linking, { isConfirmed: false })

  const user = await linking.comeBy('Google', google)

  expect(user.sub).not.toBe(squatter)
  expect(linking.ctx.users.findBySub(linking.pool, squatter)?.identities).toBeUndefined()
})

test('a confirmed user whose address is not verified never gets the link', async ({
  startLinking,
}) => {
  const linking = await startLinking()
  const sub = await signUp(linking)
  const { users } = linking.ctx
  const ada = users.findBySub(linking.pool, sub)!
  users.update(linking.pool, {
    ...ada,
    attributes: { ...ada.attributes, email_verified: 'false' },
  })

  const user = await linking.comeBy('Google', google)

  expect(user.sub).not.toBe(sub)
})

test('of two users with the address neither gets the link', async ({ startLinking }) => {
  const linking = await startLinking()
  const sub = await signUp(linking)
  const { users } = linking.ctx
  const ada = users.findBySub(linking.pool, sub)!
  users.add(linking.pool, { ...ada, username: 'another', sub: 'another', aliases: [] })

  const user = await linking.comeBy('Google', google)

  expect(user.status).toBe('EXTERNAL_PROVIDER')
})

test('users from other providers with the address do not stand in the way', async ({
  startLinking,
}) => {
  const linking = await startLinking()
  await linking.comeBy('Facebook', { ...google, id: '1' })
  const sub = await signUp(linking)

  expect((await linking.comeBy('Google', google)).sub).toBe(sub)
})

test('without a user to link to, the provider’s person is a user of their own', async ({
  startLinking,
}) => {
  const linking = await startLinking()
  await signUp(linking, { Username: 'grace@example.com' })

  const user = await linking.comeBy('Google', google)

  expect(user).toMatchObject({ username: 'google_1843', status: 'EXTERNAL_PROVIDER' })
})

test('somebody whom an administrator disabled does not come in by a provider', async ({
  startLinking,
}) => {
  const linking = await startLinking()
  const sub = await signUp(linking)
  const { users } = linking.ctx
  users.update(linking.pool, { ...users.findBySub(linking.pool, sub)!, enabled: false })

  await expect(linking.comeBy('Google', google)).rejects.toMatchObject({
    message: 'User is not enabled',
  })
  expect(linking.everybody()).toHaveLength(1)
})

test('turned off, a provider’s person is always a user of their own', async ({ startLinking }) => {
  const linking = await startLinking({ parameters: { LinkAccounts: 'false' } })
  await signUp(linking)

  expect((await linking.comeBy('Google', google)).status).toBe('EXTERNAL_PROVIDER')
})

test('a role that may not list users ends the sign-in, and makes no second user', async ({
  startLinking,
}) => {
  const linking = await startLinking()
  await signUp(linking)
  linking.deployment = {
    ...linking.deployment,
    roles: linking.deployment.roles.map((role) => ({ ...role, policies: [] })),
  }

  await expect(linking.comeBy('Google', google)).rejects.toMatchObject({
    code: 'UserLambdaValidationException',
    message: expect.stringMatching(
      /^PreSignUp failed with error User: arn:aws:sts::123456789012:assumed-role\/.*AccountsRole.* is not authorized to perform: cognito-idp:ListUsers on resource: arn:aws:cognito-idp:.* allows the cognito-idp:ListUsers action\.$/,
    ),
  })
  expect(linking.everybody()).toHaveLength(1)
})

/** The trigger’s own view: what a pool that is not like ours might send. */
function external(attributes: Record<string, string>, username = 'google_1843') {
  return { source: 'ExternalProvider', clientId: 'any', username, attributes } as const
}

const verified = { email, email_verified: 'true' }

test.for([
  ['an id in which case would matter', verified, 'company_abc'],
  ['an id that is not the username’s', { ...verified, 'custom:provider_id': '7' }, 'google_1843'],
  ['a provider that is not trusted', { ...verified, 'custom:provider_id': '1' }, 'facebook_1'],
  ['no id at all', { ...verified, 'custom:provider_id': '' }, 'google_'],
  ['no address', { email_verified: 'true' }, 'google_1843'],
  ['an address too long to look for', { ...verified, email: `${'a'.repeat(260)}@b.c` }, 'google_1'],
  ['an address that is half a filter', { ...verified, email: '" or email ^= "' }, 'google_1843'],
  ['an address that ends in a backslash', { ...verified, email: 'ada\\' }, 'google_1843'],
] as const)(
  '%s links nobody, and is no error',
  async ([, attributes, username], { startLinking }) => {
    const linking = await startLinking()
    await signUp(linking)

    await preSignUp(linking.ctx, linking.pool, external(attributes, username))

    expect(linking.everybody().map(({ identities }) => identities)).toEqual([undefined])
  },
)

test('asked twice, as Cognito may, the trigger links once', async ({ startLinking }) => {
  const linking = await startLinking()
  await signUp(linking)

  for (const _ of [1, 2]) await preSignUp(linking.ctx, linking.pool, external(verified))

  expect(linking.everybody()[0]?.identities).toHaveLength(1)
})

test('two sign-ins at once lead to one user', async ({ startLinking }) => {
  const linking = await startLinking()
  const sub = await signUp(linking)

  const users = await Promise.all([1, 2, 3].map(() => linking.comeBy('Google', google)))

  expect(users.map((user) => user.sub)).toEqual([sub, sub, sub])
  expect(linking.everybody()).toHaveLength(1)
})
