import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../../core/ports/log.ts'
import type { Random } from '../../core/ports/random.ts'
import type { Migration } from '../../core/store/migration.ts'
import type { Store } from '../../core/store/store.ts'
import { settleDrafts } from '../archive/drafts.ts'
import { tellingDiskFaults } from '../disk-fault.ts'
import { openDiskBlobs, type DiskBlobs } from '../disk-blobs.ts'
import { lockFolder } from './folder-lock.ts'
import { keepsDamagedLog } from './log-damage.ts'
import { openLogStore, type LogStore } from './log-store.ts'

export interface DataFolder {
  store: LogStore
  blobs: DiskBlobs
  close: () => Promise<void>
}

export interface DataFolderOptions {
  random: Random
  log: Log
  migrations: readonly Migration[]
  /** The bodies that rows point at. */
  liveBlobIds: (store: Pick<Store, 'table'>) => Iterable<string>
}

/**
 * Everything that a local AWS remembers, for this process alone.
 *
 * @throws DataFolderError, FolderInUseError; the folder is then as it was, and free.
 */
export function openDataFolder(folder: string, options: DataFolderOptions): DataFolder {
  const lock = lockFolder(folder)
  try {
    const { close, ...data } = openLockedFolder(folder, options)
    return {
      ...data,
      async close() {
        try {
          await close()
        } finally {
          lock.close()
        }
      },
    }
  } catch (error) {
    lock.close()
    throw error
  }
}

/**
 * The same, for whoever holds the folder's lock.
 *
 * @throws DataFolderError; the folder is then as it was.
 */
export function openLockedFolder(
  folder: string,
  { random, log, migrations, liveBlobIds }: DataFolderOptions,
): DataFolder {
  return tellingDiskFaults(folder, () => {
    settleDrafts(folder)
    // Builds before this one wrote down that they ran.
    rmSync(join(folder, 'running'), { force: true })
    return openSettledFolder(folder, { random, log, migrations, liveBlobIds })
  })
}

/** Where a draft that became whole just now is not settled yet: one may still go back. */
export function openSettledFolder(
  folder: string,
  { random, log, migrations, liveBlobIds }: DataFolderOptions,
): DataFolder {
  const store = openLogStore(folder, log, migrations)
  // Bodies that were on their way when a process ended are nobody's. Rows that a repair left behind
  // may point at any.
  const alive = keepsDamagedLog(folder) ? undefined : new Set(liveBlobIds(store))
  const blobs = openDiskBlobs(join(folder, 'blobs'), random, alive)
  return {
    store,
    blobs,
    async close() {
      blobs.close()
      await store.close()
    },
  }
}
