import { toBase64Url } from '../../core/encoding/base64.ts'
import { randomUuid, type Random } from '../../core/ports/random.ts'
import type { Runtime } from '../../core/ports/runtime.ts'
import type { UserPoolConfig } from '../config.ts'
import { installationKey } from '../installation-key.ts'

/** The key of a device that is new. */
export function newDeviceKey(random: Random, { region }: UserPoolConfig): string {
  return `${region}_${randomUuid(random)}`
}

/** `DeviceGroupKey`, which a device hashes with its key as one hashes a pool's name with a username. */
export async function deviceGroupKey(
  runtime: Pick<Runtime, 'crypto' | 'random' | 'store'>,
  { id }: UserPoolConfig,
): Promise<string> {
  const key = await installationKey(runtime, 'device-group')
  const mark = await runtime.crypto.hmacSha256(key, new TextEncoder().encode(id))
  return `-${toBase64Url(mark).slice(0, 8)}`
}
