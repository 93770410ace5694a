import type { DeviceType } from '@aws-sdk/client-cognito-identity-provider'
import type { Device } from './devices.ts'

type Dates = 'DeviceCreateDate' | 'DeviceLastModifiedDate' | 'DeviceLastAuthenticatedDate'

/** Dates are epoch seconds; of the last sign-in whole ones. */
export function describeDevice(device: Device): Omit<DeviceType, Dates> & Record<Dates, number> {
  return {
    DeviceKey: device.id,
    DeviceAttributes: [
      { Name: 'device_status', Value: 'valid' },
      ...(device.name === undefined ? [] : [{ Name: 'device_name', Value: device.name }]),
      { Name: 'last_ip_used', Value: device.lastIpAddress },
    ],
    DeviceCreateDate: device.createdAtMs / 1000,
    DeviceLastModifiedDate: device.updatedAtMs / 1000,
    DeviceLastAuthenticatedDate: Math.floor(device.lastAuthenticatedAtMs / 1000),
  }
}
