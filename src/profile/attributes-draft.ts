import { changesOf, type AttributesEditing, type Values } from './attributes.ts'
import type { DraftSlot } from './draft.ts'
import { isRecord } from './shape.ts'

interface AttributesDraft {
  /** Whose it is: another person who signs in on this tab never sees it. */
  owner: string
  /** What was stored when the editing began. */
  stored: Values
  changes: Values
}

export interface ResumedAttributes {
  editing: AttributesEditing
  isResumed: boolean
  /** What was stored anew since, under what is typed here. */
  changedElsewhere: readonly string[]
}

/** Unsaved edits survive a reload and a new sign-in on the same tab, and nothing beyond it. */
export function keepAttributesDraft(
  slot: DraftSlot,
  owner: string,
  editing: AttributesEditing,
): void {
  const changes = changesOf(editing)
  if (Object.keys(changes).length === 0) {
    slot.remove()
    return
  }
  try {
    slot.set(JSON.stringify({ owner, stored: editing.stored, changes } satisfies AttributesDraft))
  } catch {
    // Storage is full or forbidden: the form itself still holds the edits.
  }
}

/** @param stored its names are those of the form. */
export function resumeAttributes(
  slot: DraftSlot,
  owner: string,
  stored: Values,
): ResumedAttributes {
  const draft = readDraft(slot)
  if (draft?.owner !== owner) {
    return { editing: { stored, typed: stored }, isResumed: false, changedElsewhere: [] }
  }
  const names = Object.keys(draft.changes).filter((name) => Object.hasOwn(stored, name))
  const typed = names.map((name) => [name, draft.changes[name] ?? ''] as const)
  const editing = { stored, typed: { ...stored, ...Object.fromEntries(typed) } }
  const changes = changesOf(editing)
  return {
    editing,
    isResumed: Object.keys(changes).length > 0,
    changedElsewhere: Object.keys(changes).filter(
      (name) => (draft.stored[name] ?? '') !== (stored[name] ?? ''),
    ),
  }
}

function readDraft(slot: DraftSlot): AttributesDraft | undefined {
  try {
    const json = JSON.parse(slot.get() ?? 'null') as unknown
    return isDraft(json) ? json : undefined
  } catch {
    return undefined
  }
}

function isDraft(value: unknown): value is AttributesDraft {
  if (!isRecord(value) || typeof value['owner'] !== 'string') return false
  return isValues(value['stored']) && isValues(value['changes'])
}

function isValues(value: unknown): value is Values {
  return isRecord(value) && Object.values(value).every((text) => typeof text === 'string')
}
