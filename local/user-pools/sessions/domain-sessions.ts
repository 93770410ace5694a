import type { Store, Table } from '../../core/store/store.ts'
import type { UserRecord } from '../model.ts'
import type { OperationContext } from '../context.ts'
import { seenAt, type Seen } from './user-sessions.ts'

type Whose = Pick<UserRecord, 'poolId' | 'sub'>

/** A session of the pool's domain, of type `SSO`. */
export interface DomainSession extends Seen {
  id: string
  /** Where it began. */
  clientId: string
  createdAtMs: number
  expiresAtMs: number
}

export function domainSessionsOf(store: Store, user: Whose, nowMs: number): DomainSession[] {
  const rows = tableOf(store).entries({ prefix: prefixOf(user) })
  return Array.from(rows, ([, row]) => row).filter(({ expiresAtMs }) => expiresAtMs > nowMs)
}

/** Undefined for one that is over or was revoked. */
export function findDomainSession(
  store: Store,
  user: Whose,
  id: string,
): DomainSession | undefined {
  return tableOf(store).get(`${prefixOf(user)}${id}`)
}

/** Adds a session or changes it; those of the user that are over go. */
export function keepDomainSession(
  store: Store,
  user: Whose,
  session: DomainSession,
  nowMs: number,
): void {
  const table = tableOf(store)
  store.transaction(() => {
    for (const [key, { expiresAtMs }] of table.entries({ prefix: prefixOf(user) })) {
      if (expiresAtMs <= nowMs) table.delete(key)
    }
    table.set(`${prefixOf(user)}${session.id}`, session)
  })
}

/** Notes that it was made use of. */
export function touchDomainSession(
  ctx: Pick<OperationContext, 'clock' | 'sender' | 'store'>,
  user: Whose,
  id: string,
): void {
  const session = findDomainSession(ctx.store, user, id)
  const seen = seenAt(ctx.clock.now(), ctx.sender)
  if (session) tableOf(ctx.store).set(`${prefixOf(user)}${id}`, { ...session, ...seen })
}

export function endDomainSession(store: Store, user: Whose, id: string): void {
  tableOf(store).delete(`${prefixOf(user)}${id}`)
}

function tableOf(store: Store): Table<DomainSession> {
  return store.table('user-pools/domain-sessions')
}

function prefixOf({ poolId, sub }: Whose): string {
  return `${poolId}/${sub}/`
}
