import {
  GetUserPoolClientSessionConfigurationCommand,
  GetUserPoolSessionConfigurationCommand,
  ListUserSessionsCommand,
  SetUserPoolClientSessionConfigurationCommand,
  SetUserPoolSessionConfigurationCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { administrator, only, signingClient } from '../../../support/iam/administrator.ts'
import { ada, register, signIn } from '../../../support/user-pools/people.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test } from '../../../support/user-pools/user-pools.ts'

const credentials = administrator()
const UserPoolId = emailPool().id
const { ClientId } = ada
const invalid = { name: 'InvalidParameterException' }

test('sessions are kept once a pool is told to, and no more once it is told not to', async ({
  start,
}) => {
  const running = await start({ ...only(credentials) })
  const admin = signingClient(running.url, credentials)
  await register(running)
  const count = async () => {
    const { AccessToken } = await signIn(running)
    const { Sessions } = await running.cognito.send(new ListUserSessionsCommand({ AccessToken }))
    return Sessions?.length
  }
  const set = (UserSessionTracking: 'ENABLED' | 'DISABLED', MaxPerUser: number) =>
    admin.send(
      new SetUserPoolSessionConfigurationCommand({
        UserPoolId,
        UserSessionTracking,
        TokenSession: { MaxPerUser },
      }),
    )

  const before = await admin.send(new GetUserPoolSessionConfigurationCommand({ UserPoolId }))
  const counts = [await count()]
  const on = await set('ENABLED', 2)
  for (let times = 0; times < 3; times += 1) counts.push(await count())
  await set('DISABLED', 2)
  const after = await admin.send(new GetUserPoolSessionConfigurationCommand({ UserPoolId }))

  const shape = { UserPoolId, UserSessionTracking: 'DISABLED' }
  expect(before).toMatchObject({ ...shape, TokenSession: { MaxPerUser: 20 } })
  expect(on).toMatchObject({ UserSessionTracking: 'ENABLED', TokenSession: { MaxPerUser: 2 } })
  expect(counts).toEqual([0, 1, 2, 2])
  expect(after).toMatchObject({ ...shape, TokenSession: { MaxPerUser: 2 } })
  for (const most of [0, 101]) await expect(set('ENABLED', most)).rejects.toMatchObject(invalid)
})

test('an app client says for how long it makes use of the domain’s session', async ({ start }) => {
  const running = await start({ ...only(credentials) })
  const admin = signingClient(running.url, credentials)
  const set = (MaxValidityMinutes: number, client = ClientId) =>
    admin.send(
      new SetUserPoolClientSessionConfigurationCommand({
        UserPoolId,
        ClientId: client,
        SSOSession: { MaxValidityMinutes },
      }),
    )
  const get = new GetUserPoolClientSessionConfigurationCommand({ UserPoolId, ClientId })

  const before = await admin.send(get)
  const answered = await set(0)

  expect(before).toMatchObject({ UserPoolId, ClientId, SSOSession: { MaxValidityMinutes: 60 } })
  expect(answered.SSOSession).toEqual({ MaxValidityMinutes: 0 })
  expect((await admin.send(get)).SSOSession).toEqual({ MaxValidityMinutes: 0 })
  for (const minutes of [-1, 129_601]) await expect(set(minutes)).rejects.toMatchObject(invalid)
  await expect(set(5, '9example23456789abcdefghij')).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  })
})

test('a pool of the tier Lite has no sessions', async ({ start }) => {
  const running = await start({ ...only(credentials), pools: [emailPool({ tier: 'LITE' })] })
  const admin = signingClient(running.url, credentials)

  await expect(
    admin.send(
      new SetUserPoolSessionConfigurationCommand({
        UserPoolId,
        UserSessionTracking: 'ENABLED',
        TokenSession: { MaxPerUser: 20 },
      }),
    ),
  ).rejects.toMatchObject({ name: 'FeatureUnavailableInTierException' })
})
