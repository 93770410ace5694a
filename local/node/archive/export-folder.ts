import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { packTar } from 'modern-tar/fs'
import type { DataFolderOptions } from '../store/data-folder.ts'
import { DataFolderError } from '../store/data-folder-error.ts'
import { compactLog } from '../store/log-compaction.ts'
import { newestLog, openLogFile } from '../store/log-file.ts'
import { replayLog } from '../store/log-replay.ts'
import { openLogStore } from '../store/log-store.ts'
import { syncFolder } from '../store/sync-folder.ts'
import { archiveSources } from './archive-sources.ts'
import { blobsName } from './format.ts'
import { exportDraft } from './drafts.ts'

/**
 * Writes all that is alive in a data folder into one file: deleted rows and bodies are not in it. The
 * file appears when it is whole and on disk. Hold the folder's lock.
 *
 * @param isReplacing whether a file that is there may be overwritten.
 * @returns how large it is, and of how many bodies.
 * @throws DataFolderError
 */
export async function exportFolder(
  folder: string,
  file: string,
  isReplacing: boolean,
  options: Omit<DataFolderOptions, 'random'>,
): Promise<{ sizeBytes: number; blobs: number }> {
  const newest = newestLog(folder)
  if (newest === undefined) throw new DataFolderError(`There is no data in ${folder}.`)
  if (existsSync(file) && !isReplacing) {
    throw new DataFolderError(`${file} is there already. --replace overwrites it.`)
  }

  const blobs = await openOnce(folder, options)
  const draftFolder = join(folder, exportDraft)
  const draft = `${file}.new`
  try {
    rmSync(draftFolder, { recursive: true, force: true })
    mkdirSync(draftFolder, { mode: 0o700 })
    const sources = archiveSources(writeLiveRows(folder, draftFolder), folder, blobs)
    const out = createWriteStream(draft, { mode: 0o600, flush: true })
    await pipeline(packTar(sources), createGzip(), out)
    renameSync(draft, file)
    syncFolder(dirname(resolve(file)))
    return { sizeBytes: statSync(file).size, blobs: blobs.length }
  } finally {
    rmSync(draft, { force: true })
    rmSync(draftFolder, { recursive: true, force: true })
  }
}

/** As a start would: an unfinished write is cut off, earlier rows are migrated. @returns blob ids. */
async function openOnce(
  folder: string,
  { log, migrations, liveBlobIds }: Omit<DataFolderOptions, 'random'>,
): Promise<string[]> {
  const store = openLogStore(folder, log, migrations)
  const ids = new Set(liveBlobIds(store))
  await store.close()
  for (const id of ids) {
    if (existsSync(join(folder, blobsName, id))) continue
    log.warn(
      `${join(folder, blobsName, id)} is missing; the object that it belongs to has no body.`,
    )
    ids.delete(id)
  }
  return [...ids]
}

/** @returns the path of a log in `draftFolder`. */
function writeLiveRows(folder: string, draftFolder: string): string {
  const file = openLogFile(folder, newestLog(folder) ?? 1)
  try {
    const next = compactLog(draftFolder, file, replayLog(file).tables)
    next.close()
    return join(draftFolder, next.name)
  } finally {
    file.close()
  }
}
