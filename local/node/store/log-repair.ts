import { join } from 'node:path'
import { compactLog } from './log-compaction.ts'
import { keepDamagedLog } from './log-damage.ts'
import { newestLog, openLogFile, removeOtherLogs } from './log-file.ts'
import { replayLog, type Damage } from './log-replay.ts'

export interface Repair {
  path: string
  damage: readonly Damage[]
  /** Where the log lies as it was. */
  keptAs: string
}

/**
 * Goes on without what cannot be read: every whole record before and after it is kept, and a copy of
 * the log as it was. Hold the folder's lock.
 *
 * @returns undefined when there is nothing to repair.
 */
export function repairLog(folder: string): Repair | undefined {
  const newest = newestLog(folder)
  if (newest === undefined) return undefined
  const file = openLogFile(folder, newest)
  try {
    const { tables, damage } = replayLog(file)
    if (damage.length === 0 && file.size > 0) return undefined
    // First the copy: from the next step on the log as it was counts as an older generation.
    const keptAs = keepDamagedLog(folder, file)
    const next = compactLog(folder, file, tables)
    next.close()
    removeOtherLogs(folder, next)
    return { path: join(folder, file.name), damage, keptAs }
  } finally {
    file.close()
  }
}
