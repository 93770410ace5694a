import { bothStores, stores } from '../session/browser-storage.ts'

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
  const store = stores.localStorage
  for (const key of store.keys().filter((name) => flowKey.test(name))) {
    taken[key] = store.getItem(key) ?? ''
    store.removeItem(key)
  }
  return taken
}

export function giveFlow(flow: Flow): void {
  for (const [key, value] of Object.entries(flow)) stores.localStorage.setItem(key, value)
}

/** Whether the session that is here came by redirect. The mark goes with the session's tokens. */
export function isRedirected(): boolean {
  return bothStores.some((store) =>
    store
      .keys()
      .some((key) => key.endsWith('.oauthMetadata') && store.getItem(key)?.includes('true')),
  )
}

export function stateOf(flow: Flow): string {
  return Object.entries(flow).find(([key]) => key.endsWith('.oauthState'))?.[1] ?? ''
}
