import { SignUpCommand } from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { ada } from '../../../support/user-pools/people.ts'
import {
  appClient,
  emailPool,
  plainPool,
  standardSchema,
} from '../../../support/user-pools/user-pool-config.ts'
import { test } from '../../../support/user-pools/user-pools.ts'

test('SignUp refuses an address that is taken, whatever its case', async ({ start }) => {
  const { cognito, outbox } = await start()
  await cognito.send(new SignUpCommand(ada))

  const again = cognito.send(new SignUpCommand({ ...ada, Username: 'ADA@Example.com' }))

  await expect(again).rejects.toMatchObject({
    name: 'UsernameExistsException',
    message: 'User already exists',
  })
  expect(outbox.list()).toHaveLength(1)
})

test('SignUp refuses a second name that is taken in a pool with two', async ({ start }) => {
  const { cognito } = await start({
    pools: [emailPool({ usernameAttributes: ['email', 'phone_number'] })],
  })
  await cognito.send(new SignUpCommand(ada))

  const signingUp = cognito.send(
    new SignUpCommand({
      ...ada,
      Username: '+15551234567',
      UserAttributes: [{ Name: 'email', Value: ada.Username }],
    }),
  )

  await expect(signingUp).rejects.toMatchObject({
    name: 'UsernameExistsException',
    message: 'An account with the given email already exists.',
  })
})

test('SignUp is refused where only administrators create users', async ({ start }) => {
  const { cognito } = await start({ pools: [emailPool({ allowAdminCreateUserOnly: true })] })

  await expect(cognito.send(new SignUpCommand(ada))).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'SignUp is not permitted for this user pool',
  })
})

test('SignUp refuses a client that is not there', async ({ start }) => {
  const { cognito } = await start()

  await expect(
    cognito.send(new SignUpCommand({ ...ada, ClientId: 'nobody' })),
  ).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'User pool client nobody does not exist.',
  })
})

test('SignUp without a password needs a pool where one-time codes sign in', async ({ start }) => {
  const { Password: _, ...withoutPassword } = ada
  const strict = await start()
  const lenient = await start({
    pools: [emailPool({ allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] })],
  })

  await expect(strict.cognito.send(new SignUpCommand(withoutPassword))).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message:
      "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must not be null",
  })
  await expect(lenient.cognito.send(new SignUpCommand(withoutPassword))).resolves.toMatchObject({
    UserConfirmed: false,
  })
})

test.for([
  ['Sh0rt-1', 'Password not long enough'],
  ['no-numbers-Here', 'Password must have numeric characters'],
  ['no-upper-case-1', 'Password must have uppercase characters'],
  ['NO-LOWER-CASE-1', 'Password must have lowercase characters'],
  ['NoSymbols123', 'Password must have symbol characters'],
])('SignUp refuses the password %s: %s', async ([Password, reason], { start }) => {
  const { cognito, outbox } = await start()

  await expect(cognito.send(new SignUpCommand({ ...ada, Password }))).rejects.toMatchObject({
    name: 'InvalidPasswordException',
    message: `Password did not conform with policy: ${reason}`,
  })
  expect(outbox.list()).toEqual([])
})

test.for([
  ['tiny', 'Member must have length greater than or equal to 6'],
  ['x'.repeat(257), 'Member must have length less than or equal to 256'],
  [' Leading-Space-1', 'Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$'],
])('SignUp refuses the password %s before any policy: %s', async ([Password, must], { start }) => {
  const { cognito } = await start()

  await expect(cognito.send(new SignUpCommand({ ...ada, Password }))).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: `1 validation error detected: Value at 'password' failed to satisfy constraint: ${must}`,
  })
})

test.for([
  [['email'], 'ada', 'Username should be an email.'],
  [['phone_number'], 'ada', 'Username should be a phone number.'],
  [['email', 'phone_number'], 'ada', 'Username should be either an email or a phone number.'],
] as const)(
  'SignUp in a pool with %s refuses %s',
  async ([names, Username, message], { start }) => {
    const { cognito } = await start({ pools: [emailPool({ usernameAttributes: names })] })

    await expect(cognito.send(new SignUpCommand({ ...ada, Username }))).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message,
    })
  },
)

test.for([
  [
    'ada@example.com',
    'Username cannot be of email format, since user pool is configured for email alias.',
  ],
  [
    '+15551234567',
    'Username cannot be of phone number format, since user pool is configured for phone number alias.',
  ],
] as const)('SignUp in a pool with aliases refuses the username %s', async (row, { start }) => {
  const [Username, message] = row
  const pool = plainPool({ aliasAttributes: ['email', 'phone_number'] })
  const { cognito } = await start({ pools: [pool] })

  await expect(cognito.send(new SignUpCommand({ ...ada, Username }))).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message,
  })
})

const schema = [
  ...standardSchema.filter(({ name }) => name !== 'family_name'),
  { name: 'family_name', type: 'String', mutable: true, required: true },
  { name: 'custom:plan', type: 'String', mutable: true, required: false, maxLength: 4 },
  { name: 'custom:age', type: 'Number', mutable: true, required: false, maxValue: 150 },
] as const

const family = { Name: 'family_name', Value: 'Lovelace' }

test.for([
  [
    [],
    'Attributes did not conform to the schema: name.familyName: The attribute name.familyName is required',
  ],
  [
    [family, { Name: 'custom:x', Value: '1' }],
    'Attributes did not conform to the schema: Type for attribute {custom:x} could not be determined',
  ],
  [
    [family, { Name: 'custom:plan', Value: 'large' }],
    'Attributes did not conform to the schema: custom:plan: String must be no longer than 4 characters\n',
  ],
  [
    [family, { Name: 'custom:age', Value: '151' }],
    'Attributes did not conform to the schema: custom:age: Number must be no greater than 150\n',
  ],
  [
    [family, { Name: 'birthdate', Value: '1815' }],
    'Attributes did not conform to the schema: birthdate: String must be no shorter than 10 characters\n',
  ],
  [
    [family, { Name: 'email_verified', Value: 'true' }],
    'Cannot modify the non-mutable attribute email_verified',
  ],
  [[family, { Name: 'sub', Value: 'mine' }], 'Cannot modify the non-mutable attribute sub'],
  [[family, { Name: 'phone_number', Value: '5551234' }], 'Invalid phone number format.'],
  [[family, { Name: '__proto__', Value: 'x' }], /^Attributes did not conform to the schema: /],
] as const)('SignUp refuses the attributes %j', async ([given, message], { start }) => {
  const { cognito, outbox } = await start({ pools: [emailPool({ schema })] })

  const signingUp = cognito.send(new SignUpCommand({ ...ada, UserAttributes: [...given] }))

  await expect(signingUp).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: typeof message === 'string' ? message : expect.stringMatching(message),
  })
  expect(outbox.list()).toEqual([])
})

test('SignUp refuses an address without a host', async ({ start }) => {
  const { cognito } = await start({ pools: [plainPool()] })

  const signingUp = cognito.send(
    new SignUpCommand({
      ...ada,
      Username: 'ada',
      UserAttributes: [{ Name: 'email', Value: 'ada@' }],
    }),
  )

  await expect(signingUp).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: 'Invalid email address format.',
  })
})

test('SignUp refuses attributes that the client may not write', async ({ start }) => {
  const clients = [appClient({ writeAttributes: ['email', 'name'] })]
  const { cognito } = await start({ pools: [emailPool({ clients })] })

  const signingUp = cognito.send(
    new SignUpCommand({ ...ada, UserAttributes: [{ Name: 'nickname', Value: 'Countess' }] }),
  )

  await expect(signingUp).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'A client attempted to write unauthorized attribute',
  })
})
