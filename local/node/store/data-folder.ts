import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Blobs } from '../../core/ports/blobs.ts'
import type { Log } from '../../core/ports/log.ts'
import type { Random } from '../../core/ports/random.ts'
import type { Migration } from '../../core/store/migration.ts'
import type { Store } from '../../core/store/store.ts'
import { settleDrafts } from '../archive/drafts.ts'
import { diskFault } from '../disk-fault.ts'
import { openDiskBlobs } from '../disk-blobs.ts'
import { lockFolder } from './folder-lock.ts'
import { keepsDamagedLog } from './log-damage.ts'
import { openLogStore } from './log-store.ts'

export interface DataFolder {
  store: Store
  blobs: Blobs
  close(): Promise<void>
}

export interface DataFolderOptions {
  random: Random
  log: Log
  migrations: readonly Migration[]
  /** The bodies that rows point at. */
  liveBlobIds: (store: Store) => Iterable<string>
}

/**
 * Everything that a local AWS remembers, for this process alone.
 *
 * @throws DataFolderError, FolderInUseError; the folder is then as it was, and free.
 */
export function openDataFolder(
  folder: string,
  { random, log, migrations, liveBlobIds }: DataFolderOptions,
): DataFolder {
  const lock = lockFolder(folder)
  try {
    settleDrafts(folder)
    // Builds before this one wrote down that they ran.
    rmSync(join(folder, 'running'), { force: true })
    const store = openLogStore(folder, log, migrations)
    // Bodies that were on their way when a process ended are nobody's. Rows that a repair left behind
    // may point at any.
    const alive = keepsDamagedLog(folder) ? undefined : new Set(liveBlobIds(store))
    const blobs = openDiskBlobs(join(folder, 'blobs'), random, alive)
    return {
      store,
      blobs,
      async close() {
        try {
          await store.close()
        } finally {
          lock.close()
        }
      },
    }
  } catch (error) {
    lock.close()
    throw diskFault(error, folder)
  }
}
