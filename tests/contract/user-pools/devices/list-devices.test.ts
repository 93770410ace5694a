import {
  AdminForgetDeviceCommand,
  AdminGetDeviceCommand,
  AdminListDevicesCommand,
  AdminUpdateDeviceStatusCommand,
  DeleteUserCommand,
  GetDeviceCommand,
  ListDevicesCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { administrator, only, signingClient } from '../../../support/iam/administrator.ts'
import {
  beginAt,
  confirmDevice,
  deviceOf,
  devicePool,
  startWithDevice,
} from '../../../support/user-pools/devices.ts'
import { ada } from '../../../support/user-pools/people.ts'
import { respond } from '../../../support/user-pools/second-factors.ts'
import { test } from '../../../support/user-pools/user-pools.ts'

const pools = [devicePool()]
const UserPoolId = devicePool().id
const credentials = administrator()
const unknown = { name: 'ResourceNotFoundException', message: 'Device does not exist.' }

test('a person sees their devices, page by page, with name, address and dates', async ({
  start,
}) => {
  const running = await start({ pools })
  const { device, tokens, code } = await startWithDevice(running, 'my laptop')
  const { AccessToken } = tokens
  const { Session } = await beginAt(running)
  const second = await respond(running, 'SOFTWARE_TOKEN_MFA', Session, code())
  const { AccessToken: other = '' } = second.AuthenticationResult ?? {}
  await confirmDevice(running, other, deviceOf(second.AuthenticationResult))

  const first = await running.cognito.send(new ListDevicesCommand({ AccessToken, Limit: 1 }))
  const { PaginationToken } = first
  const rest = await running.cognito.send(
    new ListDevicesCommand({ AccessToken, Limit: 1, PaginationToken }),
  )
  const { Device } = await running.cognito.send(
    new GetDeviceCommand({ AccessToken, DeviceKey: device.key }),
  )

  const listed = [...(first.Devices ?? []), ...(rest.Devices ?? [])]
  expect(listed).toHaveLength(2)
  expect(rest.PaginationToken).toBeUndefined()
  expect(listed).toContainEqual(Device)
  expect(Device).toMatchObject({
    DeviceKey: device.key,
    DeviceAttributes: [
      { Name: 'device_status', Value: 'valid' },
      { Name: 'device_name', Value: 'my laptop' },
      { Name: 'last_ip_used', Value: '127.0.0.1' },
    ],
  })
  const [named, unnamed] = listed.map(({ DeviceAttributes = [] }) => DeviceAttributes.length).sort()
  expect([named, unnamed]).toEqual([2, 3])
  await expect(
    running.cognito.send(new GetDeviceCommand({ AccessToken, DeviceKey: 'us-east-1_0' })),
  ).rejects.toMatchObject(unknown)
  await expect(
    running.cognito.send(new GetDeviceCommand({ DeviceKey: device.key })),
  ).rejects.toMatchObject({ name: 'InvalidParameterException' })
})

test('administrators see, change and forget the devices of anybody', async ({ start }) => {
  const running = await start({ pools, ...only(credentials) })
  const { device } = await startWithDevice(running)
  const admin = signingClient(running.url, credentials)
  const who = { UserPoolId, Username: ada.Username }
  const which = { ...who, DeviceKey: device.key }

  const { Devices } = await admin.send(new AdminListDevicesCommand(who))
  const { Device } = await admin.send(new AdminGetDeviceCommand(which))
  await admin.send(
    new AdminUpdateDeviceStatusCommand({ ...which, DeviceRememberedStatus: 'not_remembered' }),
  )
  const asked = await beginAt(running, device.key)
  await admin.send(new AdminForgetDeviceCommand(which))

  expect(Devices?.map(({ DeviceKey }) => DeviceKey)).toEqual([device.key])
  expect(Device?.DeviceAttributes).toContainEqual({
    Name: 'dev:device_remembered_status',
    Value: 'remembered',
  })
  expect(asked.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  await expect(admin.send(new AdminGetDeviceCommand(which))).rejects.toMatchObject(unknown)
  await expect(beginAt(running, device.key)).rejects.toMatchObject(unknown)
})

test('with a person go their devices', async ({ start }) => {
  const running = await start({ pools })
  const { tokens } = await startWithDevice(running)
  const devices = () => [...running.runtime.store.table('user-pools/devices').entries()]
  expect(devices()).toHaveLength(1)

  await running.cognito.send(new DeleteUserCommand({ AccessToken: tokens.AccessToken }))

  expect(devices()).toEqual([])
})
