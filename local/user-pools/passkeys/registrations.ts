import type { Clock } from '../../core/ports/clock.ts'
import type { Store } from '../../core/store/store.ts'
import { sweepAfter } from '../../core/store/sweep.ts'
import type { UserRecord } from '../model.ts'

/** A registration under way: what StartWebAuthnRegistration has asked the browser to sign. */
export interface Registration {
  /** base64url. */
  challenge: string
  clientId: string
  relyingPartyId: string
  expiresAtMs: number
}

const tableName = 'user-pools/passkey-registrations'

/** One for each user: the newest replaces the one before. */
export function keepRegistration(
  { clock, store }: { clock: Clock; store: Store },
  user: UserRecord,
  registration: Registration,
): void {
  const rows = store.table<Registration>(tableName)
  const key = keyOf(user)
  sweepAfter(rows, key, ({ expiresAtMs }) => expiresAtMs <= clock.now())
  rows.set(key, registration)
}

/** Undefined when none was begun, or too long ago. */
export function findRegistration(
  { clock, store }: { clock: Clock; store: Store },
  user: UserRecord,
): Registration | undefined {
  const row = store.table<Registration>(tableName).get(keyOf(user))
  return row && row.expiresAtMs > clock.now() ? row : undefined
}

export function removeRegistration(store: Store, user: UserRecord): void {
  store.table<Registration>(tableName).delete(keyOf(user))
}

function keyOf({ poolId, sub }: UserRecord): string {
  return `${poolId}/${sub}`
}
