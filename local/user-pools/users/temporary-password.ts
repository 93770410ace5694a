import type { Store } from '../../core/store/store.ts'
import type { UserPoolConfig } from '../config.ts'
import type { UserRecord } from '../model.ts'
import { usersTable } from './users.ts'

const dayMs = 86_400_000

/** When a temporary password that was set at this time is over. */
export function temporaryPasswordEndMs(pool: UserPoolConfig, setAtMs: number): number {
  return setAtMs + pool.passwordPolicy.temporaryPasswordValidityDays * dayMs
}

/** Of everybody who still has one. */
export function* temporaryPasswordExpiries(
  store: Store,
  pools: readonly UserPoolConfig[],
): Generator<number> {
  for (const pool of pools) {
    const users = store.table<UserRecord>(usersTable).entries({ prefix: `${pool.id}/` })
    for (const [, { status, temporaryPasswordSetAtMs: setAtMs }] of users) {
      if (status !== 'FORCE_CHANGE_PASSWORD' || setAtMs === undefined) continue
      yield temporaryPasswordEndMs(pool, setAtMs)
    }
  }
}
