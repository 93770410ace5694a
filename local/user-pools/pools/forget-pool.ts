import type { Store } from '../../core/store/store.ts'

/** Tables whose keys begin with the pool's id, or are it. */
const byPool = [
  'users',
  'user-index',
  'codes',
  'groups',
  'group-members',
  'passkeys',
  'passkey-registrations',
  'devices',
  'token-sessions',
  'domain-sessions',
  'session-tracking',
  'domain-session-minutes',
  'risk-settings',
  'auth-events',
  'import-jobs',
  'limits',
  'signing-keys',
  'code-keys',
]

/** Tables with random keys, whose rows say whose they are. */
const saying = ['sessions', 'token-families']

/** Removes all that the store has of a pool; an id is never given again. */
export function forgetPool(store: Store, poolId: string): void {
  for (const name of byPool) {
    const table = store.table(`user-pools/${name}`)
    for (const [key] of table.entries({ prefix: poolId })) table.delete(key)
  }
  for (const name of saying) {
    const table = store.table<{ poolId: string }>(`user-pools/${name}`)
    for (const [key, row] of table.entries()) if (row.poolId === poolId) table.delete(key)
  }
}
