import { tabNotes } from './browser-storage.ts'

/** Also read by `public/early.js`. */
const key = 'signed-out'

/**
 * That somebody has just signed out of this tab, for the page that they arrive at to say once.
 * `domain`: whether they had to be signed out at the domain too, and whether it could be reached;
 * `deleted` where their account is gone.
 */
export interface SignOutNote {
  domain: 'none' | 'left' | 'unreached' | 'deleted'
  /** Where to go from the registered address that the domain returns to; a path of this app. */
  next?: string
}

export function noteSignOut(note: SignOutNote): void {
  tabNotes.set(key, JSON.stringify(note))
}

export function forgetSignOut(): void {
  tabNotes.remove(key)
}

export function readSignOut(): SignOutNote | undefined {
  try {
    return JSON.parse(tabNotes.get(key) ?? '') as SignOutNote
  } catch {
    return undefined
  }
}
