import { invalidParameter } from '../attributes/rules.ts'
import type { DeviceTracking, UserPoolConfig } from '../config.ts'

/** @throws InvalidParameterException in a pool that tracks no devices. */
export function requireTracking({ devices }: UserPoolConfig): DeviceTracking {
  if (devices) return devices
  throw invalidParameter('Device tracking is not enabled for the user pool.')
}
