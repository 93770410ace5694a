import { keptTable } from '../../core/store/kept-tables.ts'
import type { Store } from '../../core/store/store.ts'
import type { AppClientConfig, SessionTracking, UserPoolConfig } from '../config.ts'

// A setting, and so kept by a reset as pools are.
const poolsTable = keptTable('user-pools/session-tracking')
const clientsTable = keptTable('user-pools/domain-session-minutes')

const off: SessionTracking = { isOn: false, maxTokenSessions: 20 }

/** How long a domain's session is good for at a client that says nothing, in minutes. */
export const defaultDomainMinutes = 60

/** Whether a pool keeps who is signed in where: as the API was told, else as the template says. */
export function sessionTrackingOf(store: Store, pool: UserPoolConfig): SessionTracking {
  const told = store.table<SessionTracking>(poolsTable).get(pool.id)
  const tracking = told ?? pool.sessionTracking ?? off
  return pool.tier === 'LITE' ? { ...tracking, isOn: false } : tracking
}

export function keepSessionTracking(
  store: Store,
  pool: UserPoolConfig,
  tracking: SessionTracking,
): void {
  store.table<SessionTracking>(poolsTable).set(pool.id, tracking)
}

/** `SSOSession.MaxValidityMinutes`, whether or not the pool tracks sessions by now. */
export function domainMinutesOf(
  store: Store,
  pool: UserPoolConfig,
  client: AppClientConfig,
): number {
  return store.table<number>(clientsTable).get(keyOf(pool, client)) ?? defaultDomainMinutes
}

export function keepDomainMinutes(
  store: Store,
  pool: UserPoolConfig,
  client: AppClientConfig,
  minutes: number,
): void {
  store.table<number>(clientsTable).set(keyOf(pool, client), minutes)
}

function keyOf({ id }: UserPoolConfig, client: AppClientConfig): string {
  return `${id}/${client.id}`
}
