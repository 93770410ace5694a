import type { Random } from '../../core/ports/random.ts'
import type { Store, Table } from '../../core/store/store.ts'
import type { OperationContext } from '../context.ts'
import type { UserRecord } from '../model.ts'
import { isRevoked, revokeFamily, tokenFamilies, type TokenFamily } from '../tokens/token-family.ts'

/** Where and when a session was last used. */
export interface Seen {
  lastActiveAtMs: number
  userAgent?: string
  ipAddress: string
}

/** A sign-in whose tokens may still be refreshed: a session of type `TOKEN`. */
export type TokenSession = TokenFamily & { session: NonNullable<TokenFamily['session']> }

/** By whoever sent the request that is answered. */
export function seenAt(nowMs: number, sender: OperationContext['sender']): Seen {
  const { userAgent, ipAddress = '127.0.0.1' } = sender ?? {}
  return { lastActiveAtMs: nowMs, ...(userAgent && { userAgent }), ipAddress }
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** 28 characters, as AWS's ids have. */
export function newSessionId(random: Random, prefix: 'tkn' | 'sso'): string {
  // 252 is the largest multiple of 36 in a byte: what is above would favour the first letters.
  let id: string = prefix
  while (id.length < 28) {
    for (const byte of random.bytes(32)) {
      if (byte < 252 && id.length < 28) id += letters[byte % 36] ?? ''
    }
  }
  return id
}

/** The most recently used first. */
export function tokenSessionsOf(store: Store, user: UserRecord, nowMs: number): TokenSession[] {
  return [...entriesOf(store, user)]
    .flatMap(([, eventId]) => findLive(store, user, eventId, nowMs) ?? [])
    .sort((a, b) => b.session.lastActiveAtMs - a.session.lastActiveAtMs)
}

/**
 * Makes a sign-in known among the user's. As many as the pool allows stay, this one with them; of
 * more, those go that were used longest ago.
 */
export function addTokenSession(
  store: Store,
  user: UserRecord,
  { eventId, session }: TokenSession,
  { maxTokenSessions, nowMs }: { maxTokenSessions: number; nowMs: number },
): void {
  const index = indexOf(store)
  store.transaction(() => {
    const known = [...entriesOf(store, user)]
    // Those that are over are looked for only when there is no room.
    if (known.length >= maxTokenSessions) {
      const live: { key: string; other: TokenSession }[] = []
      for (const [key, otherId] of known) {
        const other = findLive(store, user, otherId, nowMs)
        if (other) live.push({ key, other })
        else index.delete(key)
      }
      live.sort((a, b) => b.other.session.lastActiveAtMs - a.other.session.lastActiveAtMs)
      for (const { key, other } of live.slice(maxTokenSessions - 1)) {
        revokeFamily(store, other.eventId)
        index.delete(key)
      }
    }
    index.set(`${prefixOf(user)}${session.id}`, eventId)
  })
}

function findLive(
  store: Store,
  user: UserRecord,
  eventId: string,
  nowMs: number,
): TokenSession | undefined {
  const family = tokenFamilies(store).get(eventId)
  if (!family?.session || isRevoked(family, user) || family.refreshExpiresAtMs <= nowMs) {
    return undefined
  }
  return { ...family, session: family.session }
}

function entriesOf(store: Store, user: UserRecord) {
  return indexOf(store).entries({ prefix: prefixOf(user) })
}

/** `event_id` of each session. */
function indexOf(store: Store): Table<string> {
  return store.table('user-pools/token-sessions')
}

function prefixOf({ poolId, sub }: UserRecord): string {
  return `${poolId}/${sub}/`
}
