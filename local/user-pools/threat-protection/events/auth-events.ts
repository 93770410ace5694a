import type { Store, Table } from '../../../core/store/store.ts'
import { sweepAfter } from '../../../core/store/sweep.ts'
import type { UserRecord } from '../../model.ts'
import type { AuthEvent, EventKey } from '../model.ts'

/** AWS keeps them for two years. */
const keptForMs = 2 * 365 * 86_400_000

const largestNumber = 999_999_999_999

/** Newest first. */
export function eventsOf(store: Store, user: UserRecord, nowMs: number): AuthEvent[] {
  return [...eventsTable(store).entries({ prefix: prefixOf(user) })]
    .map(([, event]) => event)
    .filter((event) => isKept(event, nowMs))
}

export function addEvent(store: Store, user: UserRecord, event: AuthEvent): EventKey {
  const events = eventsTable(store)
  const prefix = prefixOf(user)
  const [newest] = [...events.entries({ prefix, limit: 1 })]
  const number = newest ? numberOf(newest[0]) + 1 : 0
  store.transaction(() => {
    // The earlier, the further from the new one. So those that are over stay fewer than those that are
    // kept, whoever signs in how often, and a sign-in costs a few rows for each doubling of them.
    for (let before = 1; before <= number; before *= 2) {
      sweepAfter(events, keyOf(user, number - before), (other) => !isKept(other, event.createdAtMs))
    }
    events.set(keyOf(user, number), event)
  })
  return { id: event.id, number }
}

/** Does nothing to one that is gone, as are those of a user who was deleted meanwhile. */
export function changeEvent(
  store: Store,
  user: UserRecord,
  { id, number }: EventKey,
  change: (event: AuthEvent) => AuthEvent,
): void {
  const events = eventsTable(store)
  const event = events.get(keyOf(user, number))
  if (event?.id === id) events.set(keyOf(user, number), change(event))
}

export function findEventKey(store: Store, user: UserRecord, id: string): EventKey | undefined {
  for (const [key, event] of eventsTable(store).entries({ prefix: prefixOf(user) })) {
    if (event.id === id) return { id, number: numberOf(key) }
  }
  return undefined
}

export function removeEvents(store: Store, user: UserRecord): void {
  const events = eventsTable(store)
  for (const [key] of events.entries({ prefix: prefixOf(user) })) events.delete(key)
}

function eventsTable(store: Store): Table<AuthEvent> {
  return store.table('user-pools/auth-events')
}

function isKept({ createdAtMs }: AuthEvent, nowMs: number): boolean {
  return createdAtMs > nowMs - keptForMs
}

function prefixOf({ poolId, sub }: UserRecord): string {
  return `${poolId}/${sub}/`
}

/** The larger the number, the earlier in the table. */
function keyOf(user: UserRecord, number: number): string {
  return `${prefixOf(user)}${String(largestNumber - number).padStart(12, '0')}`
}

function numberOf(key: string): number {
  return largestNumber - Number(key.slice(key.lastIndexOf('/') + 1))
}
