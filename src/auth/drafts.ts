import { tabNotes } from './session/browser-storage.ts'

const key = 'draft'

/** Where a page keeps what is typed and not saved: in this tab, until somebody signs out of it. */
export const draftSlot = {
  get: () => tabNotes.get(key),
  set: (text: string) => tabNotes.set(key, text),
  remove: () => tabNotes.remove(key),
}
