import { expect } from 'vitest'
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
  type Settings,
} from './mfa-settings.ts'

function firstFactors(...AllowedFirstAuthFactors: ('EMAIL_OTP' | 'WEB_AUTHN')[]) {
  return {
    Policies: {
      SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD' as const, ...AllowedFirstAuthFactors] },
    },
  }
}

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

test('who has to give a code by text message does not recover by one', async ({ admin }) => {
  const AccountRecoverySetting = {
    RecoveryMechanisms: [{ Name: 'verified_phone_number' as const, Priority: 1 }],
  }
  const bySecondFactor = refused(
    'Invalid account recovery setting parameter. Account Recovery Setting cannot use verified_phone_number as a recovery mechanism when SMS MFA is configured.',
  )
  const required = { MfaConfiguration: 'ON' as const, SmsConfiguration }
  await expect(createPool(admin, { ...required, AccountRecoverySetting })).rejects.toMatchObject(
    bySecondFactor,
  )
  const id = await createPool(admin, { AccountRecoverySetting, SmsConfiguration })

  await expect(update(admin, id, { ...required, AccountRecoverySetting })).rejects.toMatchObject(
    bySecondFactor,
  )
  await expect(
    set(admin, id, { MfaConfiguration: 'ON', SmsMfaConfiguration: { SmsConfiguration } }),
  ).rejects.toMatchObject(bySecondFactor)
  expect(await get(admin, id)).toMatchObject({ MfaConfiguration: 'OFF' })
  await set(admin, id, { MfaConfiguration: 'ON', ...app })
})

test('the days of an invitation stand in the password policy', async ({ admin }) => {
  const AdminCreateUserConfig = { UnusedAccountValidityDays: 7 }
  const elsewhere = refused(
    'Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays',
  )

  await expect(createPool(admin, { AdminCreateUserConfig })).rejects.toMatchObject(elsewhere)
  const id = await createPool(admin, { AdminCreateUserConfig: { UnusedAccountValidityDays: 0 } })
  await expect(update(admin, id, { AdminCreateUserConfig })).rejects.toMatchObject(elsewhere)
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
