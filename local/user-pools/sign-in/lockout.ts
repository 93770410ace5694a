import { toHex } from '../../core/encoding/hex.ts'
import type { Runtime } from '../../core/ports/runtime.ts'
import { UserPoolError } from '../errors.ts'
import { sweepAfter } from '../../core/store/sweep.ts'

interface LockoutRow {
  failures: number
  lockedUntilMs: number
  /** When the failures are forgotten. */
  endsAtMs: number
}

const freeFailures = 4
const longestLockMs = 15 * 60_000
const quietMs = 15 * 60_000

const encoder = new TextEncoder()

/**
 * Counts wrong passwords, or wrong codes of a second factor. The fifth locks for a second, each one after it for twice as long, up to
 * 15 minutes; a success, or 15 quiet minutes after the lock, clear the count.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authentication.html (lockout)
 */
export interface Lockout {
  /**
   * Tries during a lock neither count nor extend it.
   *
   * @throws NotAuthorizedException
   */
  check(): void
  countFailure(): void
  clear(): void
}

/**
 * @param who the sub, or the name that was typed when there is no such user: both are counted, so
 *   that a lock does not tell which accounts exist.
 * @param words of the refusal.
 */
export async function findLockout(
  { clock, crypto, store }: Pick<Runtime, 'clock' | 'crypto' | 'store'>,
  poolId: string,
  who: string,
  words = 'Password attempts exceeded',
): Promise<Lockout> {
  const key = toHex(await crypto.sha256(encoder.encode(`${poolId}/${who}`)))
  const rows = store.table<LockoutRow>('user-pools/lockouts')

  const current = (): LockoutRow | undefined => {
    const row = rows.get(key)
    const restMs = (row?.endsAtMs ?? 0) - clock.now()
    // More than that is left only when the clock was set back: no lock lasts for that.
    return restMs > 0 && restMs <= longestLockMs + quietMs ? row : undefined
  }

  return {
    check() {
      if ((current()?.lockedUntilMs ?? 0) > clock.now()) {
        throw new UserPoolError('NotAuthorizedException', words)
      }
    },

    countFailure() {
      const nowMs = clock.now()
      const failures = (current()?.failures ?? 0) + 1
      const lockMs = failures > freeFailures ? 1000 * 2 ** (failures - freeFailures - 1) : 0
      const lockedUntilMs = nowMs + Math.min(lockMs, longestLockMs)
      store.transaction(() => {
        sweepAfter(rows, key, ({ endsAtMs }) => endsAtMs <= nowMs)
        rows.set(key, { failures, lockedUntilMs, endsAtMs: lockedUntilMs + quietMs })
      })
    },

    clear() {
      rows.delete(key)
    },
  }
}
