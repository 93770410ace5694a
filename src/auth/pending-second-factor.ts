import { tabNotes } from './session/browser-storage.ts'
import type { PasswordlessFactor, SecondFactorStep } from './sign-in-outcome.ts'

/**
 * A sign-in that waits for more than a password, or for a code in its place. Amplify keeps the session of it, in this tab and for
 * three minutes; what the page needs beside it is here, so that a reload keeps its place. The secret
 * of an app that is being set up is among it, and goes when the sign-in is done, over or left.
 */
export interface PendingSecondFactor {
  email: string
  /** Whether the session is to outlive this tab. */
  keep: boolean
  asked: SecondFactorStep
  /** What it began with, where that was no password. */
  way?: PasswordlessFactor | undefined
  /** Whether the person has chosen this step among several. */
  isChosen?: boolean | undefined
  /** When a code was sent, if it was. */
  sentAtMs: number
}

const key = 'pending-second-factor'

export function notePendingSecondFactor(pending: PendingSecondFactor): void {
  tabNotes.set(key, JSON.stringify(pending))
}

export function forgetPendingSecondFactor(): void {
  tabNotes.remove(key)
}

export function readPendingSecondFactor(): PendingSecondFactor | undefined {
  const text = tabNotes.get(key)
  return text === undefined ? undefined : (JSON.parse(text) as PendingSecondFactor)
}
