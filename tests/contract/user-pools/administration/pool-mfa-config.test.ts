import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DescribeUserPoolCommand,
  GetUserPoolMfaConfigCommand,
  InitiateAuthCommand,
  SetUserPoolMfaConfigCommand,
  UpdateUserPoolCommand,
  type CreateUserPoolRequest,
  type SetUserPoolMfaConfigRequest,
  type UpdateUserPoolRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { administrator, only, signingClient } from '../../../support/iam/administrator.ts'
import { createTestDefinitions } from '../../../support/user-pools/definitions.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test as base, type RunningUserPools } from '../../../support/user-pools/user-pools.ts'

interface Fixtures {
  running: RunningUserPools
  admin: ReturnType<typeof signingClient>
}

const credentials = administrator()
const definitions = createTestDefinitions()

const test = base.extend<Fixtures>({
  running: async ({ start }, use) => use(await start({ ...only(credentials), definitions })),
  admin: async ({ running }, use) => {
    const client = signingClient(running.url, credentials)
    await use(client)
    client.destroy()
  },
})

type Admin = Fixtures['admin']
type Settings = Omit<SetUserPoolMfaConfigRequest, 'UserPoolId'>

const app = { SoftwareTokenMfaConfiguration: { Enabled: true } }
const SmsConfiguration = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'x' }
const EmailConfiguration = {
  EmailSendingAccount: 'DEVELOPER' as const,
  SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com',
}
const mails = { EmailMfaConfiguration: { Message: 'Your code: {####}', Subject: 'Code' } }
const passkeys = {
  WebAuthnConfiguration: {
    RelyingPartyId: 'localhost',
    UserVerification: 'required' as const,
    FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION' as const,
  },
}

async function createPool(admin: Admin, settings: Partial<CreateUserPoolRequest> = {}) {
  const { UserPool } = await admin.send(new CreateUserPoolCommand({ PoolName: 'p', ...settings }))
  return UserPool?.Id ?? ''
}

async function set(admin: Admin, UserPoolId: string, settings: Settings) {
  const { $metadata: _, ...answer } = await admin.send(
    new SetUserPoolMfaConfigCommand({ UserPoolId, ...settings }),
  )
  return answer
}

async function get(admin: Admin, UserPoolId: string) {
  const { $metadata: _, ...answer } = await admin.send(
    new GetUserPoolMfaConfigCommand({ UserPoolId }),
  )
  return answer
}

const update = (admin: Admin, UserPoolId: string, settings: Partial<UpdateUserPoolRequest> = {}) =>
  admin.send(new UpdateUserPoolCommand({ UserPoolId, ...settings }))

function firstFactors(...AllowedFirstAuthFactors: ('EMAIL_OTP' | 'WEB_AUTHN')[]) {
  return {
    Policies: {
      SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD' as const, ...AllowedFirstAuthFactors] },
    },
  }
}

const refused = (message: string) => ({ name: 'InvalidParameterException', message })

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

test.for<[string, Settings]>([
  ['an authenticator app', app],
  ['one that is not enabled', { SoftwareTokenMfaConfiguration: { Enabled: false } }],
  ['text messages', { SmsMfaConfiguration: { SmsConfiguration } }],
  ['mails', mails],
])(
  'turning MFA off beside %s is refused, by name and by leaving it out',
  async (row, { admin }) => {
    const [, factor] = row
    const id = await createPool(admin)
    const together = refused(
      "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.",
    )

    await expect(set(admin, id, factor)).rejects.toMatchObject(together)
    await expect(set(admin, id, { MfaConfiguration: 'OFF', ...factor })).rejects.toMatchObject(
      together,
    )
    expect(await get(admin, id)).toEqual({ MfaConfiguration: 'OFF' })
  },
)

test.for(['ON', 'OPTIONAL'] as const)(
  '%s needs a factor, and a passkey is none',
  async (mode, { admin }) => {
    const id = await createPool(admin)

    for (const settings of [{}, passkeys]) {
      await expect(set(admin, id, { MfaConfiguration: mode, ...settings })).rejects.toMatchObject(
        refused(
          'Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled.',
        ),
      )
    }
    const needsSms = refused(
      'SMS configuration and Auto verification for phone_number are required when MFA is required/optional',
    )
    await expect(update(admin, id, { MfaConfiguration: mode })).rejects.toMatchObject(needsSms)
    await expect(createPool(admin, { MfaConfiguration: mode })).rejects.toMatchObject(needsSms)
    expect(await get(admin, id)).toEqual({ MfaConfiguration: 'OFF' })
  },
)

test('codes by mail need a sender of one’s own, now and later', async ({ admin }) => {
  const needsSender = refused(
    'Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT',
  )
  const without = await createPool(admin)
  await expect(
    set(admin, without, { MfaConfiguration: 'OPTIONAL', ...mails }),
  ).rejects.toMatchObject(needsSender)

  const id = await createPool(admin, { EmailConfiguration })
  await set(admin, id, { MfaConfiguration: 'OPTIONAL', ...mails })

  await expect(
    update(admin, id, { EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' } }),
  ).rejects.toMatchObject(needsSender)
})

test('a number that the pool verifies needs somebody to send text messages, now and later', async ({
  admin,
}) => {
  const AutoVerifiedAttributes = ['phone_number' as const]
  const needsSms = refused(
    'SMS configuration is required when phone_number is selected for auto verification',
  )
  await expect(createPool(admin, { AutoVerifiedAttributes })).rejects.toMatchObject(needsSms)

  const id = await createPool(admin, { AutoVerifiedAttributes, SmsConfiguration })

  await expect(update(admin, id, { AutoVerifiedAttributes })).rejects.toMatchObject(needsSms)
  await update(admin, id, { AutoVerifiedAttributes, SmsConfiguration })
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

test('a pool of the tier LITE begins with the password alone', async ({ admin }) => {
  const Policies = {
    SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD' as const, 'EMAIL_OTP' as const] },
  }
  await expect(createPool(admin, { UserPoolTier: 'LITE', Policies })).rejects.toMatchObject({
    name: 'FeatureUnavailableInTierException',
    message: expect.stringContaining('Passwordless Sign-In') as string,
  })
  const id = await createPool(admin, { UserPoolTier: 'ESSENTIALS', Policies })

  await expect(update(admin, id, { UserPoolTier: 'LITE', Policies })).rejects.toMatchObject({
    name: 'FeatureUnavailableInTierException',
  })
})

test('codes by text message need somebody to send them', async ({ admin }) => {
  const id = await createPool(admin)
  const settings = {
    MfaConfiguration: 'OPTIONAL' as const,
    SmsMfaConfiguration: { SmsAuthenticationMessage: 'Code {####}' },
  }

  await expect(set(admin, id, settings)).rejects.toMatchObject({
    name: 'InvalidParameterException',
  })

  await update(admin, id, { SmsConfiguration })
  expect(await set(admin, id, settings)).toMatchObject({
    SmsMfaConfiguration: { SmsAuthenticationMessage: 'Code {####}', SmsConfiguration },
  })
})

test('a pool that requires a factor has no codes to begin with, and passkeys for both only', async ({
  admin,
}) => {
  const codes = await createPool(admin, firstFactors('EMAIL_OTP'))
  await expect(set(admin, codes, { MfaConfiguration: 'ON', ...app })).rejects.toMatchObject(
    refused(
      'Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is enabled',
    ),
  )
  await set(admin, codes, { MfaConfiguration: 'OPTIONAL', ...app })

  const id = await createPool(admin, firstFactors('WEB_AUTHN'))
  await expect(set(admin, id, { MfaConfiguration: 'ON', ...app })).rejects.toMatchObject(
    refused(
      'Cannot set WebAuthn factor configuration to SINGLE_FACTOR if MFA is required and WebAuthn is an allowed first auth factor',
    ),
  )
  expect(await set(admin, id, { MfaConfiguration: 'ON', ...app, ...passkeys })).toMatchObject(
    passkeys,
  )
})

test.for<[string, Settings]>([
  ['codes by mail', { MfaConfiguration: 'OPTIONAL', ...mails }],
  ['passkeys for both factors', passkeys],
])('a pool of the Lite tier has no %s', async ([, settings], { admin }) => {
  const id = await createPool(admin, { UserPoolTier: 'LITE', EmailConfiguration })

  await expect(set(admin, id, settings)).rejects.toMatchObject({
    name: 'FeatureUnavailableInTierException',
  })
  expect(await get(admin, id)).toEqual({ MfaConfiguration: 'OFF' })
})

test('a request that AWS’s model does not allow is refused in its words', async ({ admin }) => {
  const id = await createPool(admin)

  await expect(set(admin, id, { MfaConfiguration: 'SOMETIMES' as 'ON' })).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: expect.stringContaining("Value 'SOMETIMES' at 'mfaConfiguration'") as string,
  })
  await expect(
    set(admin, id, {
      MfaConfiguration: 'OPTIONAL',
      EmailMfaConfiguration: { Message: 'no place for it' },
    }),
  ).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: expect.stringContaining("'emailMfaConfiguration.message'") as string,
  })
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
