import type { Store, Table } from '../../core/store/store.ts'
import type { PasswordVerifier, UserRecord } from '../model.ts'

/** A device that somebody has confirmed. Records are never changed in place. */
export interface Device {
  /** `DeviceKey`: `<region>_<UUID>`. */
  id: string
  /** Of the secret that the device keeps; it never comes here. */
  verifier: PasswordVerifier
  name?: string
  /** Whether it may stand in for the second factor, where the pool lets it. */
  isRemembered: boolean
  lastIpAddress: string
  createdAtMs: number
  updatedAtMs: number
  lastAuthenticatedAtMs: number
}

export function findDevice(store: Store, user: UserRecord, key: string): Device | undefined {
  return tableOf(store).get(`${prefixOf(user)}${key}`)
}

export function devicesOf(store: Store, user: UserRecord): Device[] {
  return Array.from(tableOf(store).entries({ prefix: prefixOf(user) }), ([, device]) => device)
}

export function keepDevice(store: Store, user: UserRecord, device: Device): void {
  tableOf(store).set(`${prefixOf(user)}${device.id}`, device)
}

export function removeDevice(store: Store, user: UserRecord, { id }: Device): void {
  tableOf(store).delete(`${prefixOf(user)}${id}`)
}

/** With the user go their devices. */
export function removeDevices(store: Store, user: UserRecord): void {
  for (const device of devicesOf(store, user)) removeDevice(store, user, device)
}

function tableOf(store: Store): Table<Device> {
  return store.table('user-pools/devices')
}

function prefixOf({ poolId, sub }: UserRecord): string {
  return `${poolId}/${sub}/`
}
