import { mkdirSync, renameSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { randomUuid } from '../../core/ports/random.ts'
import {
  checkFree,
  unknownSnapshot,
  type Snapshot,
  type StagedState,
  type States,
} from '../../core/ports/states.ts'
import {
  goBackToReplaced,
  importDraft,
  publishImport,
  removeReplaced,
  takeOver,
} from '../archive/drafts.ts'
import { blobsName } from '../archive/format.ts'
import {
  openLockedFolder,
  openSettledFolder,
  type DataFolderOptions,
} from '../store/data-folder.ts'
import { lockFolder } from '../store/folder-lock.ts'
import { syncFolder } from '../store/sync-folder.ts'
import { saveSnapshot } from './save-snapshot.ts'
import { packSnapshot, unpackSnapshot } from './snapshot-archive.ts'
import { snapshotFault } from './snapshot-fault.ts'
import {
  findSnapshots,
  removeSnapshot,
  snapshotDraftSuffix,
  snapshotsName,
  sweepSnapshots,
  type FoundSnapshot,
} from './snapshot-folder.ts'
import { stageSnapshot } from './stage-snapshot.ts'

export interface FolderStates extends States {
  close(): Promise<void>
}

/**
 * The states of a data folder, for this process alone. docs/decisions/0180.
 *
 * @throws DataFolderError, FolderInUseError; the folder is then as it was, and free.
 */
export function openFolderStates(
  folder: string,
  options: DataFolderOptions & { peopleTable: string },
): FolderStates {
  const lock = lockFolder(folder)
  const snapshots = join(folder, snapshotsName)
  let data: ReturnType<typeof openLockedFolder>
  try {
    data = openLockedFolder(folder, options)
    sweepSnapshots(snapshots)
  } catch (error) {
    lock.close()
    throw error
  }

  function findAll(): FoundSnapshot[] {
    mkdirSync(snapshots, { recursive: true, mode: 0o700 })
    return findSnapshots(snapshots, options.log)
  }

  function find(name: string): FoundSnapshot {
    const found = findAll().find(({ about }) => about.name === name)
    if (!found) throw unknownSnapshot(name)
    return found
  }

  /** A snapshot that `fill` makes in a folder is there once it is whole, or not at all. */
  async function add(
    name: string,
    savedAtMs: number,
    fill: (draft: string, about: Pick<Snapshot, 'name' | 'savedAtMs'>) => Promise<Snapshot>,
  ): Promise<Snapshot> {
    checkFree(
      name,
      findAll().map(({ about }) => about),
    )
    const path = join(snapshots, randomUuid(options.random))
    const draft = `${path}${snapshotDraftSuffix}`
    try {
      const snapshot = await fill(draft, { name, savedAtMs })
      renameSync(draft, path)
      syncFolder(snapshots)
      return snapshot
    } catch (error) {
      throw snapshotFault(error, snapshots)
    } finally {
      // A file that was being opened as an archive turned out to be damaged appears a moment later.
      await rm(draft, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 })
    }
  }

  function staged(draft: string): StagedState {
    return {
      async use() {
        let isPublished = false
        try {
          await data.close()
          publishImport(folder, draft)
          isPublished = true
          takeOver(folder)
        } catch (error) {
          // What was published goes on to the end; else the folder is as it was.
          data = openLockedFolder(folder, options)
          if (isPublished) return
          throw snapshotFault(error, folder)
        }
        try {
          data = openSettledFolder(folder, options)
        } catch (error) {
          goBackToReplaced(folder)
          data = openLockedFolder(folder, options)
          throw snapshotFault(error, folder)
        }
      },
      async goBack() {
        await data.close()
        goBackToReplaced(folder)
        data = openLockedFolder(folder, options)
      },
      async end() {
        removeReplaced(folder)
        await rm(draft, { recursive: true, force: true })
      },
    }
  }

  return {
    inUse: () => data,
    list: () => findAll().map(({ about }) => about),
    save: (name, savedAtMs) =>
      add(name, savedAtMs, (draft, about) =>
        saveSnapshot(data, join(folder, blobsName), draft, about, options),
      ),
    remove: (name) => Promise.resolve().then(() => removeSnapshot(find(name).path)),
    async stage(name) {
      const draft = join(folder, importDraft)
      try {
        await rm(draft, { recursive: true, force: true })
        await stageSnapshot(find(name), draft, options)
        return staged(draft)
      } catch (error) {
        await rm(draft, { recursive: true, force: true })
        throw snapshotFault(error, folder)
      }
    },
    files: {
      read: async (name) => packSnapshot(find(name).path),
      write: (name, savedAtMs, file) =>
        add(name, savedAtMs, (draft, about) => unpackSnapshot(file, draft, about, options)),
    },
    async close() {
      try {
        await data.close()
      } finally {
        lock.close()
      }
    },
  }
}
