import { readPoolConfig } from '../pool-config.ts'
import type { Factor } from '../sign-in-outcome.ts'

/** What the pool lets people have, as far as the configuration tells. */
export interface Offers {
  /** Undefined where nothing is said. */
  secondFactors: readonly Factor[] | undefined
  /** Whether everybody has to have a second factor. */
  isSecondRequired: boolean
  /** Whether a passkey can be added on this page. */
  passkeys: 'yes' | 'not-offered' | 'other-host'
  /** Whether devices stand for the second factor when people say so, or without being asked. */
  devices: 'ask' | 'always' | undefined
}

const factors: ReadonlyMap<unknown, Factor> = new Map([
  ['SOFTWARE_TOKEN_MFA', 'TOTP'],
  ['SMS_MFA', 'SMS'],
  ['EMAIL_OTP', 'EMAIL'],
])

const devices: ReadonlyMap<unknown, Offers['devices']> = new Map([
  ['ASK', 'ask'],
  ['ALWAYS', 'always'],
])

const unknown: Offers = {
  secondFactors: undefined,
  isSecondRequired: false,
  passkeys: 'yes',
  devices: undefined,
}

/** Where it cannot be read the pool itself refuses what it does not have. */
export async function readOffers(): Promise<Offers> {
  const { factors: told } = await readPoolConfig().catch(() => ({ factors: undefined }))
  if (!(told instanceof Object)) return unknown
  const { first, second, mfa, relyingParty, devices: remembered } = told as Record<string, unknown>
  return {
    secondFactors: mfa === 'OFF' ? [] : secondOf(second),
    isSecondRequired: mfa === 'ON',
    passkeys: passkeysOf(first, relyingParty),
    devices: devices.get(remembered),
  }
}

function secondOf(second: unknown): readonly Factor[] | undefined {
  if (!Array.isArray(second)) return undefined
  return second.flatMap((name: unknown) => factors.get(name) ?? [])
}

function passkeysOf(first: unknown, relyingParty: unknown): Offers['passkeys'] {
  if (Array.isArray(first) && !first.includes('WEB_AUTHN')) return 'not-offered'
  if (typeof relyingParty !== 'string') return 'yes'
  const { hostname } = window.location
  return hostname === relyingParty || hostname.endsWith(`.${relyingParty}`) ? 'yes' : 'other-host'
}
