import { tabNotes } from '../session/browser-storage.ts'
import { editableAttributes, type AttributeName } from './editable-attributes.ts'

const key = 'attributes-left-out'

/** Attributes that the user pool turned out not to keep: a form that asked again would fail again. */
export function readLeftOut(): readonly AttributeName[] {
  const names = tabNotes.get(key)?.split(' ') ?? []
  return editableAttributes.filter((name) => names.includes(name))
}

/** Until the tab is closed, since a pool can be mended. */
export function noteLeftOut(names: readonly AttributeName[]): void {
  if (names.length > 0) tabNotes.set(key, names.join(' '))
  else tabNotes.remove(key)
}
