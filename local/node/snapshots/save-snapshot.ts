import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { nextTurn } from '../../core/next-turn.ts'
import type { Log } from '../../core/ports/log.ts'
import type { Snapshot } from '../../core/ports/states.ts'
import type { Store } from '../../core/store/store.ts'
import { blobsName } from '../archive/format.ts'
import { inTurns } from '../store/compact-in-turns.ts'
import type { DataFolder } from '../store/data-folder.ts'
import { copyRows } from '../store/log-compaction.ts'
import { openLogDraft } from '../store/log-file.ts'
import type { Slot } from '../store/log-replay.ts'
import { countRows, type Tables } from '../../core/store/ordered-store.ts'
import { syncFolderInBackground } from '../store/sync-folder.ts'
import { linkBodies } from './link-bodies.ts'
import { writeAbout } from './snapshot-folder.ts'

export interface SavingOptions {
  log: Log
  liveBlobIds: (store: Pick<Store, 'table'>) => Iterable<string>
  /** Whose rows are people. */
  peopleTable: string
}

/**
 * Writes what a data folder holds now into another folder, which is not there yet. Others write to the
 * data meanwhile, and have their turns.
 *
 * @throws what the file system says; what was written by then is in the folder.
 */
export async function saveSnapshot(
  { store, blobs }: DataFolder,
  bodies: string,
  draft: string,
  about: Pick<Snapshot, 'name' | 'savedAtMs'>,
  { log, liveBlobIds, peopleTable }: SavingOptions,
): Promise<Snapshot> {
  const rows = store.freeze()
  const release = blobs.hold()
  try {
    mkdirSync(join(draft, blobsName), { recursive: true, mode: 0o700 })
    const rowBytes = await writeRows(draft, rows.tables)
    const linked = await linkBodies(new Set(liveBlobIds(rows)), bodies, join(draft, blobsName))
    for (const id of linked.missing) {
      log.warn(`${join(bodies, id)} is missing; the object that it belongs to has no body.`)
    }
    const snapshot: Snapshot = {
      ...about,
      sizeBytes: rowBytes + linked.sizeBytes,
      people: countRows(rows.tables, peopleTable),
      objects: linked.bodies,
    }
    writeAbout(draft, snapshot)
    await syncFolderInBackground(join(draft, blobsName))
    await syncFolderInBackground(draft)
    return snapshot
  } finally {
    await release()
  }
}

/** @returns how many bytes they are. */
async function writeRows(folder: string, tables: Tables<Slot>): Promise<number> {
  const draft = openLogDraft(folder, 1)
  try {
    await inTurns(copyRows(tables, draft.file), nextTurn)
    await draft.file.sync()
    draft.publish()
    return draft.file.size
  } finally {
    draft.file.close()
  }
}
