import { stores } from './browser-storage.ts'
import { endSession } from './end-session.ts'
import { openTabChannel } from './tab-channel.ts'
import { isTokenKey, notifySessionChanged, readSession, subscribeSession } from './session.ts'

/**
 * A session that is kept for the tab is that of all tabs: they hand it to one another, over a channel
 * that only pages of this origin hear, and it is written nowhere but to their session storage. So it
 * ends with the last of them. See `docs/decisions/0141-tabs-share-a-session.md`.
 */
export interface SharedSession {
  /** Resolves once another tab has answered, or none has for a moment; a later answer counts, too. */
  asked: Promise<void>
  /** The tokens were written or renewed here. */
  tell: () => void
  close: () => void
}

type Entries = Readonly<Record<string, string>>

type Message =
  | { kind: 'asks' }
  /** The whole of it, as it is now. */
  | { kind: 'has'; entries: Entries }
  | { kind: 'ended'; user: string }

/** Tabs answer within some milliseconds, when they are awake. */
const timeoutMs = 300

export function shareSession(clientId: string): SharedSession {
  const store = stores.sessionStorage
  const channel = openTabChannel(`session:${clientId}`)
  const lastUserKey = `CognitoIdentityServiceProvider.${clientId}.LastAuthUser`
  let user = store.getItem(lastUserKey)
  let isToldOf = false
  let answered = () => {}
  const asked = new Promise<void>((resolve) => {
    answered = resolve
    if (readSession() === 'signed-in') resolve()
    else setTimeout(resolve, timeoutMs)
  })

  function post(message: Message): void {
    channel.postMessage(message)
  }

  function tell(): void {
    // Amplify writes the tokens one by one: they are told of once all of them are there.
    if (isToldOf) return
    isToldOf = true
    setTimeout(() => {
      isToldOf = false
      if (store.getItem(lastUserKey) !== null) post({ kind: 'has', entries: entriesOf(clientId) })
    })
  }

  function take(entries: Entries): void {
    const theirs = entries[lastUserKey]
    // Whoever is signed in here, if it is somebody else, stays.
    const isNews = readSession() === 'signed-out'
    if (theirs === undefined || (!isNews && store.getItem(lastUserKey) !== theirs)) return
    user = theirs
    for (const key of Object.keys(entriesOf(clientId))) {
      if (!(key in entries)) store.removeItem(key)
    }
    for (const [key, value] of Object.entries(entries)) store.setItem(key, value)
    if (isNews) notifySessionChanged()
    answered()
  }

  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = parseMessage(data, clientId)
    if (message?.kind === 'asks' && store.getItem(lastUserKey) !== null) {
      post({ kind: 'has', entries: entriesOf(clientId) })
    }
    if (message?.kind === 'has') take(message.entries)
    if (message?.kind === 'ended' && message.user === user) {
      user = null
      // Nobody has signed out of this tab: what is typed here and not saved is for whoever comes back.
      endSession()
    }
  }
  const stop = subscribeSession(() => {
    const now = store.getItem(lastUserKey)
    const before = user
    user = now
    if (before !== null && now === null) post({ kind: 'ended', user: before })
  })
  if (readSession() === 'signed-out') post({ kind: 'asks' })

  return {
    asked,
    tell,
    close() {
      stop()
      channel.close()
    },
  }
}

/** What belongs to this app client's session, by storage key. */
function entriesOf(clientId: string): Record<string, string> {
  const store = stores.sessionStorage
  const keys = store.keys().filter((key) => isTokenKey(key, clientId))
  return Object.fromEntries(keys.map((key) => [key, store.getItem(key) ?? '']))
}

/** Another version of this app may be open in the other tab. */
function parseMessage(data: unknown, clientId: string): Message | undefined {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return undefined
  if (data.kind === 'asks') return { kind: 'asks' }
  if (data.kind === 'ended' && 'user' in data && typeof data.user === 'string') {
    return { kind: 'ended', user: data.user }
  }
  if (data.kind !== 'has' || !('entries' in data)) return undefined
  const { entries } = data
  if (typeof entries !== 'object' || entries === null) return undefined
  const isOurs = Object.entries(entries).every(
    ([key, value]) => isTokenKey(key, clientId) && typeof value === 'string',
  )
  return isOurs ? { kind: 'has', entries: entries as Entries } : undefined
}
