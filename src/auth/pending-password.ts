import { tabNotes } from './session/browser-storage.ts'

/**
 * A sign-in that waits for a password of one's own. Amplify keeps the session of it, in this tab and
 * for three minutes; what the page needs beside it is here, so that a reload keeps its place.
 */
export interface PendingPassword {
  email: string
  /** Attributes that the pool requires and the account lacks. */
  missing: readonly string[]
  /** Whether the session is to outlive this tab. */
  keep: boolean
}

const key = 'pending-password'

export function notePendingPassword(pending: PendingPassword): void {
  tabNotes.set(key, JSON.stringify(pending))
}

export function forgetPendingPassword(): void {
  tabNotes.remove(key)
}

export function readPendingPassword(): PendingPassword | undefined {
  const text = tabNotes.get(key)
  return text === undefined ? undefined : (JSON.parse(text) as PendingPassword)
}
