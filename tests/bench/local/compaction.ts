import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { migrations } from '../../../local/migrations.ts'
import { openLogStore } from '../../../local/node/store/log-store.ts'
import { systemLog } from '../../../local/node/system-log.ts'

export interface MeasuredCompaction {
  /** Nobody is answered meanwhile: the ports are taken, and wait. */
  openedInMs: number
  compactedInMs: number
  /** The longest time that the compaction answers nobody for. */
  longestBlockedMs: number
  logMB: number
}

/** Opens a data folder, fills its log with what is dead until it is compacted, and counts the turns. */
export async function measureCompaction(folder: string): Promise<MeasuredCompaction> {
  const openedAt = performance.now()
  const store = openLogStore(folder, systemLog, migrations)
  const openedInMs = performance.now() - openedAt
  await store.compacted()
  const draft = () => readdirSync(folder).some((name) => name.endsWith('.log.new'))
  for (let round = 0; !draft(); round += 1) {
    store.table('bench').set('filler', 'x'.repeat(1_000_000) + String(round))
    await nextTurn()
  }

  const startedAt = performance.now()
  let last = startedAt
  let longestBlockedMs = 0
  let isOver = false
  const over = store.compacted().then(() => (isOver = true))
  while (!isOver) {
    await nextTurn()
    const now = performance.now()
    longestBlockedMs = Math.max(longestBlockedMs, now - last)
    last = now
  }
  await over
  const compactedInMs = performance.now() - startedAt
  const logMB = logBytes(folder) / 1e6
  await store.close()
  return { openedInMs, compactedInMs, longestBlockedMs, logMB }
}

function logBytes(folder: string): number {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.log'))
    .reduce((total, name) => total + statSync(join(folder, name)).size, 0)
}
