import { browserStore } from './browser-storage.ts'
import type { Place } from './browser-storage.ts'

/** The characters of a session's tokens, with a good margin. */
const tokensLength = 16_000

/** Whether the browser keeps as much as a session needs, beyond this page. */
export function canKeep(place: Place): boolean {
  const key = 'room'
  try {
    const browser = browserStore(place)
    browser?.setItem(key, 'x'.repeat(tokensLength))
    const isKept = browser?.getItem(key)?.length === tokensLength
    browser?.removeItem(key)
    return isKept
  } catch {
    return false
  }
}
