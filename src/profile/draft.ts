import { editingReducer, startEditing, withForm, type Editing, type Version } from './editing.ts'
import { changedFields } from './merge.ts'
import type { ProfileFields } from './profile.ts'
import { isFields, isProfile, isRecord } from './shape.ts'

/** A place for one text; setting may throw when the browser has no room left. */
export interface DraftSlot {
  get: () => string | undefined
  set: (text: string) => void
  remove: () => void
}

/** A draft of its own in a place that several share: each comes and goes without the others. */
export function draftPart(slot: DraftSlot, name: string): DraftSlot {
  function write(parts: Record<string, unknown>) {
    if (Object.keys(parts).length > 0) slot.set(JSON.stringify(parts))
    else slot.remove()
  }
  return {
    get() {
      const text = readParts(slot)[name]
      return typeof text === 'string' ? text : undefined
    },
    set: (text) => write({ ...readParts(slot), [name]: text }),
    remove() {
      const { [name]: _, ...others } = readParts(slot)
      write(others)
    },
  }
}

function readParts(slot: DraftSlot): Record<string, unknown> {
  try {
    const parts = JSON.parse(slot.get() ?? 'null') as unknown
    return isRecord(parts) ? parts : {}
  } catch {
    return {}
  }
}

interface Draft {
  /** Whose it is: another person who signs in on this tab never sees it. */
  owner: string
  base: Version
  form: ProfileFields
}

/** Unsaved edits survive a reload and a new sign-in on the same tab, and nothing beyond it. */
export function keepDraft(slot: DraftSlot, owner: string, { base, form }: Editing): void {
  if (changedFields(base.profile, withForm(base.profile, form)).length === 0) {
    slot.remove()
    return
  }
  try {
    slot.set(JSON.stringify({ owner, base, form } satisfies Draft))
  } catch {
    // Storage is full or forbidden: the form itself still holds the edits.
  }
}

/** Continues a draft, and says so when the profile has changed since it was begun. */
export function resumeEditing(slot: DraftSlot, owner: string, current: Version): Editing {
  const draft = readDraft(slot)
  if (draft?.owner !== owner) return startEditing(current)
  if (draft.base.etag === current.etag) return { ...startEditing(current), form: draft.form }
  const begun = { base: draft.base, form: draft.form, elsewhere: undefined }
  return editingReducer(begun, { type: 'changedElsewhere', version: current })
}

function readDraft(slot: DraftSlot): Draft | undefined {
  try {
    const json = JSON.parse(slot.get() ?? 'null') as unknown
    return isDraft(json) ? json : undefined
  } catch {
    return undefined
  }
}

function isDraft(value: unknown): value is Draft {
  if (!isRecord(value) || typeof value['owner'] !== 'string') return false
  const base = value['base']
  return isRecord(base) && isProfile(base['profile']) && isFields(value['form'])
}
