import { tabNotes } from '../session/browser-storage.ts'

/** A sign-in under way at the domain, as the tab that started it remembers it. */
export interface RedirectAttempt {
  /** As `/config.json` names it; empty for managed login's own pages. */
  provider: string
  returnTo: string | undefined
  /** Whether the session is to outlive this tab. */
  keep: boolean
  state: string
  nonce: string
  /** What Amplify needs to finish it, by storage key; absent once it was handed over, which is once. */
  flow?: Readonly<Record<string, string>>
}

const key = 'redirect-attempt'

export function noteAttempt(attempt: RedirectAttempt): void {
  tabNotes.set(key, JSON.stringify(attempt))
}

export function forgetAttempt(): void {
  tabNotes.remove(key)
}

export function readAttempt(): RedirectAttempt | undefined {
  try {
    return JSON.parse(tabNotes.get(key) ?? '') as RedirectAttempt
  } catch {
    return undefined
  }
}
