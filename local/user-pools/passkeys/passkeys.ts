import type { Store } from '../../core/store/store.ts'
import type { UserRecord } from '../model.ts'

/** A passkey of a user's. Records are never changed in place. */
export interface Passkey {
  /** base64url, as the authenticator chose it. */
  id: string
  /** COSE_Key (RFC 9052, section 7). */
  publicKey: Uint8Array<ArrayBuffer>
  /** Signatures so far; 0 for authenticators that do not count. */
  counter: number
  /** `AuthenticatorTransports`: `internal`, `usb`, … */
  transports: readonly string[]
  /** `AuthenticatorAttachment`. */
  attachment: 'platform' | 'cross-platform'
  relyingPartyId: string
  createdAtMs: number
}

const tableName = 'user-pools/passkeys'

export function passkeysOf(store: Store, user: UserRecord): Passkey[] {
  const entries = store.table<Passkey>(tableName).entries({ prefix: prefixOf(user) })
  return Array.from(entries, ([, passkey]) => passkey)
}

export function keepPasskey(store: Store, user: UserRecord, passkey: Passkey): void {
  store.table<Passkey>(tableName).set(keyOf(user, passkey), passkey)
}

export function removePasskey(store: Store, user: UserRecord, passkey: Passkey): void {
  store.table<Passkey>(tableName).delete(keyOf(user, passkey))
}

/** With the user go their passkeys. */
export function removePasskeys(store: Store, user: UserRecord): void {
  for (const passkey of passkeysOf(store, user)) removePasskey(store, user, passkey)
}

function prefixOf({ poolId, sub }: UserRecord): string {
  return `${poolId}/${sub}/`
}

function keyOf(user: UserRecord, { id }: Passkey): string {
  return `${prefixOf(user)}${id}`
}
