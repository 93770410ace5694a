import * as amplify from 'aws-amplify/auth'
import { userPoolOnly } from '../configure-amplify.ts'
import { loadAuth } from '../load-auth.ts'
import { browserOf, systemOf } from './device-name.ts'

export interface Device {
  id: string
  isCurrent: boolean
  /** Of what it was when it was confirmed; undefined where its name does not tell. */
  browser: string | undefined
  system: string | undefined
  ipAddress: string | undefined
  createdAtMs: number | undefined
  lastUsedAtMs: number | undefined
}

/**
 * Those that the person has signed in on by a page of the app, this one first, then by last use. A pool
 * that does not track devices has none; one that does has none of a sign-in at its domain.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListDevices.html
 */
export async function listDevices(): Promise<readonly Device[]> {
  await loadAuth()
  const { tokens } = await amplify.fetchAuthSession(userPoolOnly())
  const currentKey = tokens?.accessToken.payload['device_key']
  const devices = (await amplify.fetchDevices(userPoolOnly())).map(
    ({ id, name, attributes, createDate, lastAuthenticatedDate }): Device => {
      const told = name ?? attributes['device_name'] ?? ''
      return {
        id,
        isCurrent: id === currentKey,
        browser: browserOf(told),
        system: systemOf(told),
        ipAddress: attributes['last_ip_used'] || undefined,
        createdAtMs: createDate?.getTime(),
        lastUsedAtMs: lastAuthenticatedDate?.getTime(),
      }
    },
  )
  return devices.sort(
    (one, other) =>
      Number(other.isCurrent) - Number(one.isCurrent) ||
      (other.lastUsedAtMs ?? 0) - (one.lastUsedAtMs ?? 0),
  )
}

/** Where the pool leaves it to people, this device alone stands for the second factor from now on. */
export async function rememberDevice(): Promise<void> {
  await loadAuth()
  await amplify.rememberDevice(userPoolOnly())
}

/** It is asked for the second factor again. */
export async function forgetDevice(id: string): Promise<void> {
  await loadAuth()
  await amplify.forgetDevice(userPoolOnly(), { device: { id } }).catch((error: unknown) => {
    // It was forgotten already.
    if ((error as Error).name !== 'ResourceNotFoundException') throw error
  })
}
