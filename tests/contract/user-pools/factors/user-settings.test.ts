import {
  AdminGetUserCommand,
  AdminSetUserMFAPreferenceCommand,
  AdminSetUserSettingsCommand,
  SetUserSettingsCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { administrator, only, signingClient } from '../../../support/iam/administrator.ts'
import { ada, register } from '../../../support/user-pools/people.ts'
import { begin, mfaPool } from '../../../support/user-pools/second-factors.ts'
import { test } from '../../../support/user-pools/user-pools.ts'

const pool = mfaPool({ enabledMfas: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] })
const phone = { Name: 'phone_number', Value: '+15551234567' }
const byMessage = [{ DeliveryMedium: 'SMS', AttributeName: 'phone_number' }] as const

test('SetUserSettings turns codes by text message on, and without options off again', async ({
  start,
}) => {
  const running = await start({ pools: [pool] })
  await register(running, ada, { attributes: [phone] })
  const { AuthenticationResult } = await begin(running)
  const { AccessToken } = AuthenticationResult!
  const set = (MFAOptions: object[]) =>
    running.cognito.send(new SetUserSettingsCommand({ AccessToken, MFAOptions }))

  await set([...byMessage])
  expect((await begin(running)).ChallengeName).toBe('SMS_MFA')

  await set([])
  expect((await begin(running)).AuthenticationResult).toBeDefined()
})

test.for([
  [{ DeliveryMedium: 'EMAIL', AttributeName: 'email' }],
  [{ DeliveryMedium: 'SMS', AttributeName: 'email' }],
  [{ AttributeName: 'phone_number' }],
] as const)('SetUserSettings takes nothing but text messages: %j', async ([option], { start }) => {
  const running = await start({ pools: [pool] })
  await register(running, ada, { attributes: [phone] })
  const { AuthenticationResult } = await begin(running)
  const { AccessToken } = AuthenticationResult!

  await expect(
    running.cognito.send(new SetUserSettingsCommand({ AccessToken, MFAOptions: [option] })),
  ).rejects.toMatchObject({ name: 'InvalidParameterException' })
  expect((await begin(running)).AuthenticationResult).toBeDefined()
})

test('SetUserSettings refuses who has no phone number, and who is signed out', async ({
  start,
}) => {
  const running = await start({ pools: [pool] })
  await register(running, ada)
  const { AuthenticationResult } = await begin(running)
  const set = (AccessToken: string) =>
    running.cognito.send(new SetUserSettingsCommand({ AccessToken, MFAOptions: [...byMessage] }))

  await expect(set(AuthenticationResult!.AccessToken!)).rejects.toMatchObject({
    name: 'InvalidParameterException',
  })
  await expect(set('no-token')).rejects.toMatchObject({ name: 'NotAuthorizedException' })
})

test('AdminSetUserSettings sets it for anybody, and leaves what is preferred', async ({
  start,
}) => {
  const credentials = administrator()
  const running = await start({ pools: [pool], ...only(credentials) })
  await register(running, ada, { attributes: [phone] })
  const admin = signingClient(running.url, credentials)
  const who = { UserPoolId: pool.id, Username: ada.Username }
  const found = async () => {
    const { UserMFASettingList, PreferredMfaSetting } = await admin.send(
      new AdminGetUserCommand(who),
    )
    return { UserMFASettingList, PreferredMfaSetting }
  }
  const set = (MFAOptions: object[]) =>
    admin.send(new AdminSetUserSettingsCommand({ ...who, MFAOptions }))

  await set([...byMessage])
  expect(await found()).toEqual({
    UserMFASettingList: ['SMS_MFA'],
    PreferredMfaSetting: undefined,
  })
  const SMSMfaSettings = { Enabled: true, PreferredMfa: true }
  await admin.send(new AdminSetUserMFAPreferenceCommand({ ...who, SMSMfaSettings }))
  await set([...byMessage])
  expect((await found()).PreferredMfaSetting).toBe('SMS_MFA')
  await set([])
  expect(await found()).toEqual({ UserMFASettingList: undefined, PreferredMfaSetting: undefined })
  await expect(
    admin.send(
      new AdminSetUserSettingsCommand({ ...who, Username: 'nobody@example.com', MFAOptions: [] }),
    ),
  ).rejects.toMatchObject({ name: 'UserNotFoundException' })
})
