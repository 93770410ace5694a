import {
  GetUserCommand,
  UpdateUserAttributesCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { ada, register, signIn } from '../../support/user-pools/people.ts'
import { appClient, emailPool, standardSchema } from '../../support/user-pools/user-pool-config.ts'
import { test } from '../../support/user-pools/user-pools.ts'
import { signedIn } from './attribute-changes.ts'

const schema = [
  ...standardSchema,
  { name: 'custom:plan', type: 'String', mutable: true, required: false, maxLength: 16 },
  { name: 'custom:tenant', type: 'String', mutable: false, required: false },
] as const

const atOnce = emailPool({ schema, verifyBeforeUpdate: [] })

test('GetUser answers with the username and every attribute as a string', async ({ start }) => {
  const running = await start()
  const sub = await register(running)

  const user = await running.cognito.send(new GetUserCommand(await signIn(running)))

  expect(user.Username).toBe(sub)
  expect(user.UserAttributes).toEqual([
    { Name: 'sub', Value: sub },
    { Name: 'email', Value: ada.Username },
    { Name: 'email_verified', Value: 'true' },
  ])
})

test('GetUser shows what the client may read now, even to an older token', async ({ start }) => {
  const running = await start()
  const { attributes, update } = await signedIn(running)
  await update({ name: 'Ada', nickname: 'Countess' })

  running.pools.splice(0, 1, emailPool({ clients: [appClient({ readAttributes: ['name'] })] }))

  expect(await attributes()).toEqual({ sub: expect.any(String), name: 'Ada' })
})

test('UpdateUserAttributes sets and clears, and the last of two values counts', async ({
  start,
}) => {
  const running = await start({ pools: [atOnce] })
  const { AccessToken, attributes, update } = await signedIn(running)

  const answer = await running.cognito.send(
    new UpdateUserAttributesCommand({
      AccessToken,
      UserAttributes: [
        { Name: 'custom:plan', Value: 'far too long to be taken' },
        { Name: 'custom:plan', Value: 'free' },
        { Name: 'name', Value: 'Ada' },
      ],
    }),
  )

  expect(answer.CodeDeliveryDetailsList).toBeUndefined()
  expect(await attributes()).toMatchObject({ 'custom:plan': 'free', name: 'Ada' })
  await update({ name: '' })
  expect(await attributes()).not.toHaveProperty('name')
})

test.for([
  [{ 'custom:tenant': 'acme' }, 'user.custom:tenant: Attribute cannot be updated.\n'],
  [{ 'custom:unknown': 'x' }, 'user.custom:unknown: Attribute does not exist in the schema.\n'],
  [
    { birthdate: '10 December 1815' },
    'user.birthdate: String must be no longer than 10 characters\n',
  ],
  [{ sub: 'x' }, 'Cannot modify the non-mutable attribute sub'],
  [{ email_verified: 'true' }, 'Cannot modify the non-mutable attribute email_verified'],
  [{ email: 'not-an-address' }, 'Invalid email address format.'],
  [{ phone_number: '0' }, 'Invalid phone number format.'],
] as const)('UpdateUserAttributes refuses %j, and changes nothing', async (row, { start }) => {
  const [wrong, message] = row
  const { attributes, update } = await signedIn(await start({ pools: [atOnce] }))

  await expect(update({ name: 'Ada', ...wrong })).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message,
  })
  expect(await attributes()).not.toHaveProperty('name')
})

test('attributes that the client may not write are neither set nor removed', async ({ start }) => {
  const clients = [appClient({ writeAttributes: ['email', 'name'] })]
  const { remove, update } = await signedIn(await start({ pools: [emailPool({ clients })] }))
  const refused = {
    name: 'NotAuthorizedException',
    message: 'A client attempted to write unauthorized attribute',
  }

  await expect(update({ nickname: 'Countess' })).rejects.toMatchObject(refused)
  await expect(remove('nickname')).rejects.toMatchObject(refused)
})

test('a new address stays unused until it is verified, where the pool asks for that', async ({
  start,
}) => {
  const running = await start()
  const { attributes, update, verify } = await signedIn(running)

  const answer = await update({ email: 'countess@new.example' })

  expect(answer.CodeDeliveryDetailsList).toEqual([
    { Destination: 'c***@n***', DeliveryMedium: 'EMAIL', AttributeName: 'email' },
  ])
  expect(running.outbox.list()[0]).toMatchObject({
    to: 'countess@new.example',
    kind: 'ATTRIBUTE_VERIFICATION',
  })
  expect(await attributes()).toMatchObject({ email: ada.Username, email_verified: 'true' })
  await signIn(running)

  await verify(running.newestCode())
  expect(await attributes()).toMatchObject({
    email: 'countess@new.example',
    email_verified: 'true',
  })
  await signIn(running, { Username: 'Countess@New.example' })
  await expect(signIn(running)).rejects.toMatchObject({ name: 'NotAuthorizedException' })
})

test('a new address counts at once but signs nobody in until it is verified, elsewhere', async ({
  start,
}) => {
  const running = await start({ pools: [atOnce] })
  const { attributes, update, verify } = await signedIn(running)

  await update({ email: 'countess@new.example' })

  expect(await attributes()).toMatchObject({
    email: 'countess@new.example',
    email_verified: 'false',
  })
  const signingIn = signIn(running, { Username: 'countess@new.example' })
  await expect(signingIn).rejects.toMatchObject({ name: 'NotAuthorizedException' })

  await verify(running.newestCode())
  await signIn(running, { Username: 'countess@new.example' })
})

test('setting the verified address again asks for nothing', async ({ start }) => {
  const running = await start()
  const { attributes, update } = await signedIn(running)

  const answer = await update({ email: ada.Username })

  expect(answer.CodeDeliveryDetailsList).toBeUndefined()
  expect(await attributes()).toMatchObject({ email_verified: 'true' })
})

test('DeleteUserAttributes removes what is there and minds nothing else', async ({ start }) => {
  const { attributes, remove, update } = await signedIn(await start({ pools: [atOnce] }))
  await update({ name: 'Ada', phone_number: '+15551234567' })

  await remove('name', 'nickname', 'phone_number')

  expect(Object.keys(await attributes())).toEqual(['sub', 'email', 'email_verified'])
})

test.for([
  [
    'family_name',
    'Invalid user attributes: name.familyName: The attribute name.familyName is required',
  ],
  [
    'custom:tenant',
    'Invalid user attributes: Custom.User.tenant: This attribute does not satisfy the mutability validation defined in the schema.',
  ],
  [
    'custom:unknown',
    'Invalid user attributes: Type for attribute {custom:unknown} could not be determined',
  ],
] as const)('DeleteUserAttributes refuses %s', async ([name, message], { start }) => {
  const running = await start({ pools: [atOnce] })
  const { remove } = await signedIn(running)
  running.pools[0] = {
    ...atOnce,
    schema: [
      ...schema.filter((attribute) => attribute.name !== 'family_name'),
      { name: 'family_name', type: 'String', mutable: true, required: true },
    ],
  }

  await expect(remove(name)).rejects.toMatchObject({ name: 'InvalidParameterException', message })
})
