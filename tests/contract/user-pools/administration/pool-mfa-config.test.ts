import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CreateUserPoolClientCommand,
  DescribeUserPoolCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import {
  test,
  app,
  SmsConfiguration,
  EmailConfiguration,
  mails,
  passkeys,
  createPool,
  set,
  get,
  update,
  refused,
} from './mfa-settings.ts'

test('a pool that was given nothing has no second factor, and tells of none', async ({ admin }) => {
  expect(await get(admin, await createPool(admin))).toEqual({ MfaConfiguration: 'OFF' })
})

test('SetUserPoolMfaConfig answers what it was given, as GetUserPoolMfaConfig does from then on', async ({
  admin,
  running,
}) => {
  const id = await createPool(admin, { EmailConfiguration })
  running.clock.stop()
  running.clock.advance({ seconds: 60 })
  const given = {
    MfaConfiguration: 'OPTIONAL' as const,
    SmsMfaConfiguration: { SmsAuthenticationMessage: 'Code {####}', SmsConfiguration },
    ...app,
    ...mails,
    ...passkeys,
  }

  expect(await set(admin, id, given)).toEqual(given)

  expect(await get(admin, id)).toEqual(given)
  const { UserPool } = await admin.send(new DescribeUserPoolCommand({ UserPoolId: id }))
  expect(UserPool).toMatchObject({
    MfaConfiguration: 'OPTIONAL',
    SmsConfiguration,
    SmsAuthenticationMessage: 'Code {####}',
    LastModifiedDate: new Date(running.clock.now()),
  })
})

test('whoever signs in to a pool that requires a factor since then has to set one up', async ({
  admin,
}) => {
  const id = await createPool(admin)
  const { UserPoolClient } = await admin.send(
    new CreateUserPoolClientCommand({
      UserPoolId: id,
      ClientName: 'web',
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    }),
  )
  const person = { UserPoolId: id, Username: 'ada' }
  const Password = 'Correct-Horse-1'
  await admin.send(new AdminCreateUserCommand({ ...person, MessageAction: 'SUPPRESS' }))
  await admin.send(new AdminSetUserPasswordCommand({ ...person, Password, Permanent: true }))
  const signIn = () =>
    admin.send(
      new InitiateAuthCommand({
        ClientId: UserPoolClient?.ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'ada', PASSWORD: Password },
      }),
    )
  expect((await signIn()).AuthenticationResult).toBeDefined()

  await set(admin, id, { MfaConfiguration: 'ON', ...app })

  expect(await signIn()).toMatchObject({
    ChallengeName: 'MFA_SETUP',
    ChallengeParameters: { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' },
  })
  await set(admin, id, {})
  expect((await signIn()).AuthenticationResult).toBeDefined()
})

test('what is left out is off, but for passkeys', async ({ admin }) => {
  const id = await createPool(admin, { EmailConfiguration })
  await set(admin, id, { MfaConfiguration: 'ON', ...app, ...mails, ...passkeys })

  await set(admin, id, { MfaConfiguration: 'OPTIONAL', ...app })
  expect(await get(admin, id)).toEqual({ MfaConfiguration: 'OPTIONAL', ...app, ...passkeys })

  expect(await set(admin, id, {})).toEqual({ MfaConfiguration: 'OFF', ...passkeys })
})

test('a factor that is disabled by name is told, and counts as one that is configured', async ({
  admin,
}) => {
  const id = await createPool(admin)
  const given = {
    MfaConfiguration: 'ON' as const,
    SoftwareTokenMfaConfiguration: { Enabled: false },
  }

  expect(await set(admin, id, given)).toEqual(given)
  expect(await get(admin, id)).toEqual(given)
})

test('a pool that can send text messages has them for a factor unless it names another', async ({
  admin,
}) => {
  const id = await createPool(admin, { MfaConfiguration: 'OPTIONAL', SmsConfiguration })
  expect(await get(admin, id)).toEqual({
    MfaConfiguration: 'OPTIONAL',
    SmsMfaConfiguration: { SmsConfiguration },
  })

  await set(admin, id, { MfaConfiguration: 'OPTIONAL', ...app })

  expect(await get(admin, id)).toEqual({ MfaConfiguration: 'OPTIONAL', ...app })
})

test('UpdateUserPool leaves factors and passkeys as they are', async ({ admin }) => {
  const id = await createPool(admin)
  const sms = { SmsMfaConfiguration: { SmsAuthenticationMessage: 'Code {####}', SmsConfiguration } }
  const given = { MfaConfiguration: 'ON' as const, ...sms, ...app, ...passkeys }
  await set(admin, id, given)

  await update(admin, id, { AutoVerifiedAttributes: ['email'] })
  expect(await get(admin, id)).toEqual(given)

  await update(admin, id, { MfaConfiguration: 'OPTIONAL' })
  expect(await get(admin, id)).toEqual({ ...given, MfaConfiguration: 'OPTIONAL' })

  await update(admin, id, { MfaConfiguration: 'OFF' })
  expect(await get(admin, id)).toEqual({ MfaConfiguration: 'OFF', ...passkeys })
})

test('what is verified before it is updated is verified at all', async ({ admin }) => {
  const UserAttributeUpdateSettings = {
    AttributesRequireVerificationBeforeUpdate: ['email' as const],
  }
  const mustExist = refused(
    'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes',
  )
  await expect(createPool(admin, { UserAttributeUpdateSettings })).rejects.toMatchObject(mustExist)

  const AutoVerifiedAttributes = ['email' as const]
  const id = await createPool(admin, { AutoVerifiedAttributes, UserAttributeUpdateSettings })

  await expect(update(admin, id, { UserAttributeUpdateSettings })).rejects.toMatchObject(mustExist)
})

test('a pool that is not there is not found, and the template’s is changed in the template', async ({
  admin,
}) => {
  await expect(set(admin, 'us-east-1_missing00', {})).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  })
  await expect(
    set(admin, emailPool().id, { MfaConfiguration: 'OPTIONAL', ...app }),
  ).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: expect.stringContaining('declared by the template') as string,
  })
})
