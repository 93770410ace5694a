import { draftSlot } from '../drafts.ts'
import { forgetSession } from './session.ts'

/**
 * Forgets a session that AWS no longer honours, so that signing in again is possible. Nobody has
 * signed out: what was typed and not saved stays, for the same person to come back to.
 */
export function endSession(): void {
  const draft = draftSlot.get()
  forgetSession()
  if (draft !== undefined) draftSlot.set(draft)
}
