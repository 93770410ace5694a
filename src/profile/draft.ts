import { startEditing, withForm, type Editing, type Version } from './editing.ts'
import { changedFields } from './merge.ts'
import type { ProfileFields } from './profile.ts'
import { isFields, isProfile, isRecord } from './shape.ts'

const key = 'cognito-starter.profile-draft'

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>

interface Draft {
  /** Whose it is: another person who signs in on this tab never sees it. */
  owner: string
  base: Version
  form: ProfileFields
}

/** Unsaved edits survive a reload and a new sign-in on the same tab, and nothing beyond it. */
export function keepDraft(storage: Storage, owner: string, { base, form }: Editing): void {
  const isChanged = changedFields(base.profile, withForm(base.profile, form)).length > 0
  if (!isChanged) return dropDraft(storage)
  try {
    storage.setItem(key, JSON.stringify({ owner, base, form } satisfies Draft))
  } catch {
    // Storage is full or forbidden: the form itself still holds the edits.
  }
}

export function dropDraft(storage: Storage): void {
  storage.removeItem(key)
}

/** Continues a draft, and says so when the profile has changed since it was begun. */
export function resumeEditing(storage: Storage, owner: string, current: Version): Editing {
  const draft = readDraft(storage)
  if (draft?.owner !== owner) return startEditing(current)
  if (draft.base.etag === current.etag) return { ...startEditing(current), form: draft.form }
  return { base: draft.base, form: draft.form, elsewhere: current }
}

function readDraft(storage: Storage): Draft | undefined {
  try {
    const json = JSON.parse(storage.getItem(key) ?? 'null') as unknown
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
