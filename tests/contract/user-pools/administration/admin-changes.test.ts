import {
  AdminConfirmSignUpCommand,
  AdminDeleteUserAttributesCommand,
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  ConfirmSignUpCommand,
  VerifyUserAttributeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { administrator, only, signingClient } from '../../../support/iam/administrator.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import {
  appClient,
  emailPool,
  plainPool,
  standardSchema,
} from '../../../support/user-pools/user-pool-config.ts'
import { test, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

const UserPoolId = emailPool().id
const Username = ada.Username
const credentials = administrator()
const byAdministrator = only(credentials)
const schema = [
  ...standardSchema,
  { name: 'custom:plan', type: 'String', mutable: true, required: false },
  { name: 'custom:tenant', type: 'String', mutable: false, required: false },
] as const
const grace = { ...ada, Username: 'grace@example.com' }
const nobody = 'nobody@example.com'
const notFound = { name: 'UserNotFoundException', message: 'User does not exist.' }

function adminOf({ url }: RunningUserPools) {
  return signingClient(url, credentials)
}

function update(running: RunningUserPools, attributes: Record<string, string>, name = Username) {
  const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
  return adminOf(running).send(
    new AdminUpdateUserAttributesCommand({ UserPoolId, Username: name, UserAttributes }),
  )
}

function remove(running: RunningUserPools, UserAttributeNames: string[], name = Username) {
  return adminOf(running).send(
    new AdminDeleteUserAttributesCommand({ UserPoolId, Username: name, UserAttributeNames }),
  )
}

async function attributesOf(running: RunningUserPools, name = Username) {
  const { UserAttributes = [] } = await adminOf(running).send(
    new AdminGetUserCommand({ UserPoolId, Username: name }),
  )
  return Object.fromEntries(UserAttributes.map(({ Name = '', Value }) => [Name, Value]))
}

const confirm = (running: RunningUserPools, name = Username) =>
  adminOf(running).send(new AdminConfirmSignUpCommand({ UserPoolId, Username: name }))

test('AdminConfirmSignUp lets somebody in without a code, and verifies nothing', async ({
  start,
}) => {
  const running = await start(byAdministrator)
  await register(running, ada, { isConfirmed: false })
  const ConfirmationCode = running.newestCode()

  const { $metadata: _, ...answer } = await confirm(running)

  expect(answer).toEqual({})
  expect((await signIn(running)).AccessToken).not.toBe('')
  expect(await attributesOf(running)).toMatchObject({ email_verified: 'false' })
  await expect(
    running.cognito.send(
      new ConfirmSignUpCommand({ ClientId: ada.ClientId, Username, ConfirmationCode }),
    ),
  ).rejects.toMatchObject({ name: 'NotAuthorizedException' })
  await expect(confirm(running)).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'User cannot be confirmed. Current status is CONFIRMED',
  })
  await expect(confirm(running, nobody)).rejects.toMatchObject(notFound)
})

test('from the confirmation on a preferred username signs in, unless it is taken', async ({
  start,
}) => {
  const pool = plainPool({ aliasAttributes: ['preferred_username'] })
  const running = await start({ pools: [pool], ...byAdministrator })
  const attributes = [{ Name: 'preferred_username', Value: 'countess' }]
  const options = { isConfirmed: false, attributes }
  await register(running, { ...ada, Username: 'ada' }, options)
  await register(running, { ...ada, Username: 'grace' }, options)

  await confirm(running, 'ada')

  expect((await signIn(running, { Username: 'countess' })).AccessToken).not.toBe('')
  await expect(confirm(running, 'grace')).rejects.toMatchObject({ name: 'AliasExistsException' })
})

test('an administrator writes what no app client may, and the last of two values counts', async ({
  start,
}) => {
  const clients = [appClient({ writeAttributes: ['email'] })]
  const running = await start({ pools: [emailPool({ clients, schema })], ...byAdministrator })
  await register(running)

  const { $metadata: _, ...answer } = await adminOf(running).send(
    new AdminUpdateUserAttributesCommand({
      UserPoolId,
      Username,
      UserAttributes: [
        { Name: 'custom:plan', Value: 'free' },
        { Name: 'custom:plan', Value: 'paid' },
        { Name: 'name', Value: 'Ada' },
      ],
    }),
  )

  expect(answer).toEqual({})
  expect(await attributesOf(running)).toMatchObject({ 'custom:plan': 'paid', name: 'Ada' })
  await update(running, { name: '' })
  expect(await attributesOf(running)).not.toHaveProperty('name')
})

test.for([
  [{ 'custom:tenant': 'acme' }, 'user.custom:tenant: Attribute cannot be updated.\n'],
  [{ 'custom:unknown': 'x' }, 'user.custom:unknown: Attribute does not exist in the schema.\n'],
  [{ sub: 'x' }, 'Cannot modify the non-mutable attribute sub'],
  [{ email_verified: 'yes' }, 'user.email_verified: Attribute must be a boolean\n'],
  [{ email_verified: '' }, 'user.email_verified: Attribute must be a boolean\n'],
  [{ email: 'not-an-address' }, 'Invalid email address format.'],
  [{ phone_number_verified: 'true' }, 'phone_number_verified cannot be true without phone_number.'],
] as const)('AdminUpdateUserAttributes refuses %j, and changes nothing', async (row, { start }) => {
  const [wrong, message] = row
  const running = await start({ pools: [emailPool({ schema })], ...byAdministrator })
  await register(running)

  await expect(update(running, { name: 'Ada', ...wrong })).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message,
  })
  expect(await attributesOf(running)).not.toHaveProperty('name')
})

test('a new address waits for its code where the pool says so, unless it is called verified', async ({
  start,
}) => {
  const running = await start(byAdministrator)
  await register(running)
  const { AccessToken } = await signIn(running)

  await update(running, { email: 'new@example.com' })
  expect(await attributesOf(running)).toMatchObject({ email: Username, email_verified: 'true' })
  const Code = running.newestCode('new@example.com')
  const sent = running.outbox.list().length

  await update(running, { email: 'newer@example.com', email_verified: 'True' })

  expect(running.outbox.list()).toHaveLength(sent)
  expect(await attributesOf(running, 'newer@example.com')).toMatchObject({
    email: 'newer@example.com',
    email_verified: 'true',
  })
  expect((await signIn(running, { Username: 'newer@example.com' })).AccessToken).not.toBe('')
  await expect(
    running.cognito.send(
      new VerifyUserAttributeCommand({ AccessToken, AttributeName: 'email', Code }),
    ),
  ).rejects.toMatchObject({ name: 'ExpiredCodeException' })
})

test('an address that is verified by word alone signs in, and by word signs in no more', async ({
  start,
}) => {
  const pools = [plainPool({ aliasAttributes: ['email'], autoVerifiedAttributes: [] })]
  const running = await start({ pools, ...byAdministrator })
  await register(running, { Username: 'ada' }, { isConfirmed: false })
  await confirm(running, 'ada')
  const signInByAddress = () => signIn(running, { Username: 'ada@example.com' })

  await expect(signInByAddress()).rejects.toMatchObject({ name: 'NotAuthorizedException' })
  await update(running, { email_verified: 'true' }, 'ada')
  expect((await signInByAddress()).AccessToken).not.toBe('')

  await update(running, { email_verified: 'false' }, 'ada')
  await expect(signInByAddress()).rejects.toMatchObject({ name: 'NotAuthorizedException' })
  expect(running.outbox.list()).toEqual([])
})

test('the address that is the username signs in unverified, too', async ({ start }) => {
  const running = await start(byAdministrator)
  await register(running)

  await update(running, { email_verified: 'false' })

  expect(await attributesOf(running)).toMatchObject({ email_verified: 'false' })
  expect((await signIn(running)).AccessToken).not.toBe('')
})

test('an address by which somebody else signs in is refused, verified or not', async ({
  start,
}) => {
  const running = await start(byAdministrator)
  await register(running)
  await register(running, grace)
  const taken = { name: 'AliasExistsException' }

  await expect(update(running, { email: grace.Username })).rejects.toMatchObject(taken)
  await expect(
    update(running, { email: grace.Username, email_verified: 'true' }),
  ).rejects.toMatchObject(taken)
  expect(await attributesOf(running)).toMatchObject({ email: Username })
})

test('AdminDeleteUserAttributes removes what is optional, whatever is there', async ({ start }) => {
  const clients = [appClient({ writeAttributes: ['email'] })]
  const required = schema.map((one) => (one.name === 'email' ? { ...one, required: true } : one))
  const pools = [emailPool({ clients, schema: required })]
  const running = await start({ pools, ...byAdministrator })
  await register(running)
  await update(running, { name: 'Ada' })

  const { $metadata: _, ...answer } = await remove(running, ['name', 'nickname'])

  expect(answer).toEqual({})
  expect(await attributesOf(running)).not.toHaveProperty('name')
  for (const [name, message] of [
    ['custom:unknown', 'Type for attribute {custom:unknown} could not be determined'],
    ['email', 'email: The attribute email is required'],
    [
      'custom:tenant',
      'Custom.User.tenant: This attribute does not satisfy the mutability validation defined in the schema.',
    ],
  ] as const) {
    await expect(remove(running, [name])).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: `Invalid user attributes: ${message}`,
    })
  }
})

test('somebody who is not there cannot be changed', async ({ start }) => {
  const running = await start(byAdministrator)

  await expect(update(running, { name: 'Ada' }, nobody)).rejects.toMatchObject(notFound)
  await expect(remove(running, ['name'], nobody)).rejects.toMatchObject(notFound)
  await expect(
    adminOf(running).send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username: nobody })),
  ).rejects.toMatchObject(notFound)
  await expect(
    adminOf(running).send(
      new AdminConfirmSignUpCommand({ UserPoolId: 'us-east-1_missing00', Username }),
    ),
  ).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
})
