import { findStores } from '../session/browser-storage.ts'

/**
 * What Amplify writes down of a redirect, always in localStorage. There every tab sees it: a second
 * one would take the first one's sign-in for cancelled and wipe it, and tokens would be withheld in
 * all of them for five minutes. So the tab keeps it to itself while it is away, and Amplify has it
 * back for the moment in which it needs it. See `docs/decisions/0104-redirect-per-tab.md`.
 */
const flowKey =
  /^CognitoIdentityServiceProvider\.[^.]+\.(inflightOAuth|inflightOAuthDeadline|oauthState|oauthPKCE|oauthSignIn)$/

export type Flow = Readonly<Record<string, string>>

/** Takes the flow away, and with it the mark `oauthSignIn`, which outlives the session it is about. */
export function takeFlow(): Flow {
  const taken: Record<string, string> = {}
  for (const store of findStores(['localStorage'])) {
    for (const key of Object.keys(store).filter((name) => flowKey.test(name))) {
      taken[key] = store.getItem(key) ?? ''
      store.removeItem(key)
    }
  }
  return taken
}

export function giveFlow(flow: Flow): void {
  for (const store of findStores(['localStorage'])) {
    for (const [key, value] of Object.entries(flow)) store.setItem(key, value)
  }
}

/** Whether the session that is here came by redirect. The mark goes with the session's tokens. */
export function isRedirected(): boolean {
  return findStores(['localStorage', 'sessionStorage']).some((store) =>
    Object.keys(store).some(
      (key) => key.endsWith('.oauthMetadata') && store.getItem(key)?.includes('true'),
    ),
  )
}

export function stateOf(flow: Flow): string {
  return Object.entries(flow).find(([key]) => key.endsWith('.oauthState'))?.[1] ?? ''
}
