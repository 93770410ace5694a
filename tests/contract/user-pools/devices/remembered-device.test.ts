import {
  ChangePasswordCommand,
  ForgetDeviceCommand,
  UpdateDeviceStatusCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import {
  beginAt,
  confirmDevice,
  deviceOf,
  devicePool,
  proveDevice,
  startWithDevice,
} from '../../../support/user-pools/devices.ts'
import { ada, register } from '../../../support/user-pools/people.ts'
import { respond } from '../../../support/user-pools/second-factors.ts'
import { createSrpClient, type SrpChallenge } from '../../../support/user-pools/srp-client.ts'
import { appClient, emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test } from '../../../support/user-pools/user-pools.ts'

const pools = [devicePool()]
const wrong = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' }
const unknown = { name: 'ResourceNotFoundException', message: 'Device does not exist.' }

function claimsOf(token = ''): Record<string, unknown> {
  const [, body = ''] = token.split('.')
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>
}

test('a remembered device stands in for the second factor, and its key is in the token', async ({
  start,
}) => {
  const running = await start({ pools })
  const { device, confirmed } = await startWithDevice(running)

  const asked = await beginAt(running, device.key)
  const { AuthenticationResult } = await proveDevice(running, asked, device)

  expect(device.key).toMatch(/^us-east-1_[\da-f-]{36}$/)
  expect(device.groupKey).toMatch(/^-[\w-]{8}$/)
  expect(confirmed.UserConfirmationNecessary).toBe(false)
  expect(asked.ChallengeName).toBe('DEVICE_SRP_AUTH')
  expect(AuthenticationResult?.NewDeviceMetadata).toBeUndefined()
  expect(claimsOf(AuthenticationResult?.AccessToken)['device_key']).toBe(device.key)
  expect(claimsOf(AuthenticationResult?.IdToken)['device_key']).toBeUndefined()
})

test('without its key the second factor is asked, and another device is made known', async ({
  start,
}) => {
  const running = await start({ pools })
  const { device, code } = await startWithDevice(running)

  const asked = await beginAt(running)
  const { AuthenticationResult } = await respond(
    running,
    'SOFTWARE_TOKEN_MFA',
    asked.Session,
    code(),
  )

  expect(asked.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  expect(deviceOf(AuthenticationResult).groupKey).toBe(device.groupKey)
  expect(deviceOf(AuthenticationResult).key).not.toBe(device.key)
})

test('a wrong proof signs nobody in, and five of them lock', async ({ start }) => {
  const running = await start({ pools })
  const { device } = await startWithDevice(running)
  for (let tries = 1; tries <= 5; tries += 1) {
    const asked = await beginAt(running, device.key)
    await expect(proveDevice(running, asked, device, 'guessed')).rejects.toMatchObject(wrong)
  }

  const asked = await beginAt(running, device.key)
  await expect(proveDevice(running, asked, device)).rejects.toMatchObject({
    message: expect.stringContaining('User temporarily locked.'),
  })
  running.clock.advance({ seconds: 2 })
  const again = await beginAt(running, device.key)
  expect((await proveDevice(running, again, device)).AuthenticationResult).toBeDefined()
})

test('a proof is good for one sign-in, and in the order in which it is asked', async ({
  start,
}) => {
  const running = await start({ pools })
  const { device } = await startWithDevice(running)
  const { Session } = await beginAt(running, device.key)
  const client = createSrpClient(`_${device.groupKey}`)
  const first = { SRP_A: client.SRP_A, DEVICE_KEY: device.key }
  await expect(respond(running, 'DEVICE_PASSWORD_VERIFIER', Session, first)).rejects.toMatchObject({
    message: 'Invalid session for the user.',
  })
  await expect(
    respond(running, 'DEVICE_SRP_AUTH', Session, { ...first, DEVICE_KEY: 'us-east-1_another' }),
  ).rejects.toMatchObject({ name: 'InvalidParameterException' })
  await expect(
    respond(running, 'DEVICE_SRP_AUTH', Session, { ...first, SRP_A: '0' }),
  ).rejects.toMatchObject({ name: 'InvalidParameterException' })

  const asked = await respond(running, 'DEVICE_SRP_AUTH', Session, first)
  const challenge = asked.ChallengeParameters as unknown as SrpChallenge
  const claim = client.answer(
    { ...challenge, USER_ID_FOR_SRP: device.key },
    'what the device keeps',
    new Date(running.clock.now()),
  )
  const proof = { ...claim, USERNAME: ada.Username, DEVICE_KEY: device.key }
  const done = await respond(running, 'DEVICE_PASSWORD_VERIFIER', asked.Session, proof)

  expect(done.AuthenticationResult).toBeDefined()
  const second = await beginAt(running, device.key)
  const next = await respond(running, 'DEVICE_SRP_AUTH', second.Session, first)
  await expect(
    respond(running, 'DEVICE_PASSWORD_VERIFIER', next.Session, proof),
  ).rejects.toMatchObject({ name: 'NotAuthorizedException' })
  await expect(respond(running, 'DEVICE_SRP_AUTH', Session, first)).rejects.toMatchObject({
    message: 'Invalid session for the user, session can only be used once.',
  })
})

test('a device that is not remembered proves itself after the second factor', async ({ start }) => {
  const running = await start({ pools })
  const { device, tokens, code } = await startWithDevice(running)
  await running.cognito.send(
    new UpdateDeviceStatusCommand({
      AccessToken: tokens.AccessToken,
      DeviceKey: device.key,
      DeviceRememberedStatus: 'not_remembered',
    }),
  )

  const asked = await beginAt(running, device.key)
  const next = await respond(running, 'SOFTWARE_TOKEN_MFA', asked.Session, code())
  const { AuthenticationResult } = await proveDevice(running, next, device)

  expect(asked.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  expect(next.ChallengeName).toBe('DEVICE_SRP_AUTH')
  expect(AuthenticationResult).toBeDefined()
})

test('a forgotten device is not known, not in a sign-in that has begun either', async ({
  start,
}) => {
  const running = await start({ pools })
  const { device, tokens, code } = await startWithDevice(running)
  const asked = await beginAt(running, device.key)
  await running.cognito.send(
    new ForgetDeviceCommand({ AccessToken: tokens.AccessToken, DeviceKey: device.key }),
  )

  await expect(beginAt(running, device.key)).rejects.toMatchObject(unknown)
  await expect(proveDevice(running, asked, device)).rejects.toMatchObject({
    name: 'InvalidParameterException',
  })
  await expect(respond(running, 'SOFTWARE_TOKEN_MFA', asked.Session, code())).rejects.toMatchObject(
    { message: 'Invalid session for the user.' },
  )
})

test('a device that has a proof under way is forgotten with it', async ({ start }) => {
  const running = await start({ pools })
  const { device, tokens } = await startWithDevice(running)
  const { Session } = await beginAt(running, device.key)
  const client = createSrpClient(`_${device.groupKey}`)
  const first = { SRP_A: client.SRP_A, DEVICE_KEY: device.key }
  const asked = await respond(running, 'DEVICE_SRP_AUTH', Session, first)
  await running.cognito.send(
    new ForgetDeviceCommand({ AccessToken: tokens.AccessToken, DeviceKey: device.key }),
  )
  const claim = client.answer(
    { ...(asked.ChallengeParameters as unknown as SrpChallenge), USER_ID_FOR_SRP: device.key },
    'what the device keeps',
    new Date(running.clock.now()),
  )

  await expect(
    respond(running, 'DEVICE_PASSWORD_VERIFIER', asked.Session, {
      ...claim,
      USERNAME: ada.Username,
      DEVICE_KEY: device.key,
    }),
  ).rejects.toMatchObject(wrong)
})

test("another person's device is not known, and theirs cannot be confirmed", async ({ start }) => {
  const running = await start({ pools })
  const { device, tokens } = await startWithDevice(running)
  const eve = { ...ada, Username: 'eve@example.com' }
  await register(running, eve)
  const { AuthenticationResult } = await beginAt(running, undefined, eve)
  const evesToken = AuthenticationResult?.AccessToken ?? ''

  await expect(beginAt(running, device.key, eve)).rejects.toMatchObject(unknown)
  await expect(confirmDevice(running, evesToken, device)).rejects.toMatchObject({
    message: 'Invalid device key given.',
  })
  for (const Command of [ForgetDeviceCommand, UpdateDeviceStatusCommand]) {
    await expect(
      running.cognito.send(new Command({ AccessToken: evesToken, DeviceKey: device.key }) as never),
    ).rejects.toMatchObject(unknown)
  }
  expect((await beginAt(running, device.key)).ChallengeName).toBe('DEVICE_SRP_AUTH')
  await expect(confirmDevice(running, tokens.AccessToken, device)).rejects.toMatchObject({
    name: 'DeviceKeyExistsException',
  })
})

test("another pool's device is not known", async ({ start }) => {
  const clients = [appClient({ id: '2example23456789abcdefghij' })]
  const other = emailPool({ id: 'us-east-1_ExAmPlE02', clients, ...(pools[0]!.devices && {}) })
  const running = await start({ pools: [...pools, { ...other, devices: pools[0]!.devices! }] })
  const { device } = await startWithDevice(running)
  const elsewhere = { ...ada, ClientId: clients[0]!.id }
  await register(running, elsewhere)

  await expect(beginAt(running, device.key, elsewhere)).rejects.toMatchObject(unknown)
  const { AuthenticationResult } = await beginAt(running, undefined, elsewhere)
  expect(deviceOf(AuthenticationResult).groupKey).not.toBe(device.groupKey)
})

test('with a changed password the device is known, and the old one is still wrong', async ({
  start,
}) => {
  const running = await start({ pools })
  const { device, tokens } = await startWithDevice(running)
  const ProposedPassword = 'Correct-Horse-2'
  await running.cognito.send(
    new ChangePasswordCommand({
      AccessToken: tokens.AccessToken,
      PreviousPassword: ada.Password,
      ProposedPassword,
    }),
  )

  await expect(beginAt(running, device.key)).rejects.toMatchObject(wrong)
  const asked = await beginAt(running, device.key, { ...ada, Password: ProposedPassword })
  expect((await proveDevice(running, asked, device)).AuthenticationResult).toBeDefined()
})
