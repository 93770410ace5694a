import {
  ConfirmDeviceCommand,
  GetTokensFromRefreshTokenCommand,
  InitiateAuthCommand,
  UpdateDeviceStatusCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import {
  beginAt,
  confirmDevice,
  deviceOf,
  devicePool,
  startWithDevice,
} from '../../../support/user-pools/devices.ts'
import { ada, register } from '../../../support/user-pools/people.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test } from '../../../support/user-pools/user-pools.ts'

const pools = [devicePool()]

function claimsOf(token = ''): Record<string, unknown> {
  const [, body = ''] = token.split('.')
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>
}

test('where people are asked, a device is remembered once they say so', async ({ start }) => {
  const devices = { standInForMfa: true, rememberOnPrompt: true }
  const running = await start({ pools: [devicePool({ devices })] })
  const { device, tokens, confirmed } = await startWithDevice(running)

  const before = await beginAt(running, device.key)
  await running.cognito.send(
    new UpdateDeviceStatusCommand({
      AccessToken: tokens.AccessToken,
      DeviceKey: device.key,
      DeviceRememberedStatus: 'remembered',
    }),
  )
  const after = await beginAt(running, device.key)

  expect(confirmed.UserConfirmationNecessary).toBe(true)
  expect(before.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  expect(after.ChallengeName).toBe('DEVICE_SRP_AUTH')
})

test('where the pool does not say so, no device stands in for anything', async ({ start }) => {
  const devices = { standInForMfa: false, rememberOnPrompt: false }
  const running = await start({ pools: [devicePool({ devices })] })
  const { device } = await startWithDevice(running)

  expect((await beginAt(running, device.key)).ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
})

test('a step-up asks for the factor itself, whatever the device', async ({ start }) => {
  const running = await start({ pools })
  const { device } = await startWithDevice(running)

  const asked = await running.cognito.send(
    new InitiateAuthCommand({
      ClientId: ada.ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: {
        USERNAME: ada.Username,
        PASSWORD: ada.Password,
        PREFERRED_CHALLENGE: 'PASSWORD',
        DEVICE_KEY: device.key,
        TARGET_ACR_VALUES: 'urn:cognito:loa:4',
      },
    }),
  )

  expect(asked.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
})

test('tokens of a confirmed device are refreshed by it alone', async ({ start }) => {
  const running = await start({ pools })
  const { device, tokens } = await startWithDevice(running)
  const refresh = (DeviceKey?: string) =>
    running.cognito.send(
      new GetTokensFromRefreshTokenCommand({
        ClientId: ada.ClientId,
        RefreshToken: tokens.RefreshToken,
        ...(DeviceKey !== undefined && { DeviceKey }),
      }),
    )

  for (const key of [undefined, `${device.key}0`]) {
    await expect(refresh(key)).rejects.toMatchObject({ message: 'Invalid Refresh Token' })
  }
  const { AuthenticationResult } = await refresh(device.key)
  expect(claimsOf(AuthenticationResult?.AccessToken)['device_key']).toBe(device.key)
})

test('nothing is confirmed with a verifier that proves nothing, or where devices are not tracked', async ({
  start,
}) => {
  const running = await start({ pools })
  await register(running)
  const { AuthenticationResult } = await beginAt(running)
  const { AccessToken = '' } = AuthenticationResult ?? {}
  const DeviceKey = deviceOf(AuthenticationResult).key
  const Salt = Buffer.from('a salt').toString('base64')

  for (const PasswordVerifier of ['', 'AA==', 'AQ==', '/'.repeat(512)]) {
    const DeviceSecretVerifierConfig = { Salt, PasswordVerifier }
    await expect(
      running.cognito.send(
        new ConfirmDeviceCommand({ AccessToken, DeviceKey, DeviceSecretVerifierConfig }),
      ),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' })
  }
  running.pools[0] = emailPool()
  const plain = await beginAt(running, DeviceKey)
  expect(plain.AuthenticationResult?.NewDeviceMetadata).toBeUndefined()
  await expect(
    confirmDevice(running, AccessToken, { key: DeviceKey, groupKey: '-' }),
  ).rejects.toMatchObject({ message: 'Device tracking is not enabled for the user pool.' })
})
