import type { OperationContext } from '../context.ts'
import type { UserPoolConfig } from '../config.ts'
import { UserPoolError } from '../errors.ts'
import type { UserRecord } from '../model.ts'
import { findDevice, type Device } from './devices.ts'

/** The device that a sign-in is at, which has to prove itself before there are tokens. */
export interface KnownDevice {
  key: string
  /** Whether its proof stands in for the second factor. */
  standsIn: boolean
}

/**
 * The device that DEVICE_KEY names; undefined where none is named. Looked at before any proof: a client
 * that is refused so asks again without, and hands in the same proof.
 *
 * @param user undefined for somebody who is not there.
 * @throws ResourceNotFoundException, in words by which clients forget the key
 */
export function findKnownDevice(
  { store }: Pick<OperationContext, 'store'>,
  pool: UserPoolConfig,
  user: UserRecord | undefined,
  key: string | undefined,
): KnownDevice | undefined {
  if (!key || !pool.devices) return undefined
  const device = user && findDevice(store, user, key)
  if (!device) throw deviceDoesNotExist()
  return { key, standsIn: device.isRemembered && pool.devices.standInForMfa }
}

/** The same later in a sign-in: forgotten meanwhile, it is none. */
export function sameDevice(
  ctx: Pick<OperationContext, 'store'>,
  pool: UserPoolConfig,
  user: UserRecord,
  key: string | undefined,
): KnownDevice | undefined {
  const isThere = key !== undefined && findDevice(ctx.store, user, key) !== undefined
  return isThere ? findKnownDevice(ctx, pool, user, key) : undefined
}

/** @throws ResourceNotFoundException */
export function requireDevice(
  { store }: Pick<OperationContext, 'store'>,
  user: UserRecord,
  key: string,
): Device {
  const device = findDevice(store, user, key)
  if (device) return device
  throw deviceDoesNotExist()
}

function deviceDoesNotExist(): UserPoolError {
  return new UserPoolError('ResourceNotFoundException', 'Device does not exist.')
}
