import { draftSlot } from '../../auth/drafts.ts'
import { draftPart } from '../../profile/draft.ts'

// What this tab keeps for the person, until somebody signs out of it.

/** What is typed and not saved, of both places that one button saves to. */
export const profileDraft = draftPart(draftSlot, 'profile')
export const accountDraft = draftPart(draftSlot, 'account')

/** The `sub` of whose profile was there when it was read: what a first visit has to ask is known. */
export const seenProfile = draftPart(draftSlot, 'seen')
