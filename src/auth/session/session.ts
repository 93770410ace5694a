import { bothStores, stores } from './browser-storage.ts'
import type { Store } from './browser-storage.ts'
import { draftSlot } from '../drafts.ts'

/**
 * Whether somebody is signed in, read straight from where Amplify keeps its tokens: no Amplify code
 * is needed to answer, so no page has to show a login first and take it back.
 */
export type SessionState = 'signed-in' | 'signed-out'

const prefix = 'CognitoIdentityServiceProvider.'
const tokenKeys =
  /\.(LastAuthUser|accessToken|idToken|refreshToken|clockDrift|signInDetails|oauthMetadata|identityId|tokenBeforeChange)$/

const listeners = new Set<() => void>()
let clientId: string | undefined

/** Once known, tokens of other app clients (a reset local AWS, another stack) count no more. */
export function setSessionClient(id: string): void {
  clientId = id
  notifySessionChanged()
}

export function readSession(): SessionState {
  return bothStores.some((store) => findLastUserKey(store) !== undefined)
    ? 'signed-in'
    : 'signed-out'
}

/** The address that the person typed when signing in, or the one that their ID token names. */
export function readSignedInAs(): string | undefined {
  for (const store of bothStores) {
    const key = findLastUserKey(store)
    if (!key) continue
    const read = (name: string) =>
      store.getItem(key.replace(/LastAuthUser$/, `${store.getItem(key) ?? ''}.${name}`)) ?? ''
    return parseClaim(read('signInDetails'), 'loginId') ?? readOwnEmail(payloadOf(read('idToken')))
  }
  return undefined
}

/** Whether the session outlives this tab. */
export function isSessionKept(): boolean {
  return findLastUserKey(stores.localStorage) !== undefined
}

/** Also hears of other tabs, and of a page that the browser brings back from its cache. */
export function subscribeSession(listener: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener('storage', notifySessionChanged)
    window.addEventListener('pageshow', notifySessionChanged)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    window.removeEventListener('storage', notifySessionChanged)
    window.removeEventListener('pageshow', notifySessionChanged)
  }
}

export function notifySessionChanged(): void {
  for (const listener of [...listeners]) listener()
}

/** Removes every token of this app client, wherever it was kept, and what was typed and not saved. */
export function forgetSession(): void {
  draftSlot.remove()
  for (const store of bothStores) {
    for (const key of store.keys()) {
      if (isOurs(key) && tokenKeys.test(key)) store.removeItem(key)
    }
  }
  notifySessionChanged()
}

/** Whether a storage key is of this app client's session. */
export function isTokenKey(key: string, id: string): boolean {
  return key.startsWith(`${prefix}${id}.`) && tokenKeys.test(key)
}

function findLastUserKey(store: Store): string | undefined {
  return store.keys().find((key) => isOurs(key) && key.endsWith('.LastAuthUser'))
}

function isOurs(key: string): boolean {
  return key.startsWith(clientId === undefined ? prefix : `${prefix}${clientId}.`)
}

function parseClaim(json: string, name: string): string | undefined {
  try {
    return (JSON.parse(json) as Record<string, string>)[name]
  } catch {
    return undefined
  }
}

/** Undefined where the token is another app client's, or no ID token. */
function readOwnEmail(json: string): string | undefined {
  const isOwn = clientId === undefined || parseClaim(json, 'aud') === clientId
  return isOwn && parseClaim(json, 'token_use') === 'id' ? parseClaim(json, 'email') : undefined
}

/** For show only, so no signature is verified, and an address that is not ASCII may look odd. */
function payloadOf(token: string): string {
  const [, payload = ''] = token.split('.')
  return atob(payload.replace(/-/g, '+').replace(/_/g, '/'))
}
