import type { Store } from '../../core/store/store.ts'
import type { UserRecord } from '../model.ts'

/** With the user goes what is known of their sessions; their tokens end with them. */
export function removeSessions(store: Store, { poolId, sub }: UserRecord): void {
  for (const name of ['token-sessions', 'domain-sessions']) {
    const table = store.table(`user-pools/${name}`)
    for (const [key] of table.entries({ prefix: `${poolId}/${sub}/` })) table.delete(key)
  }
}
