import { draftSlot } from '../../auth/drafts.ts'
import { draftPart } from '../../profile/draft.ts'

/** What is typed and not saved, of both places that one button saves to. */
export const profileDraft = draftPart(draftSlot, 'profile')
export const accountDraft = draftPart(draftSlot, 'account')
