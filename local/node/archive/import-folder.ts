import { createReadStream, mkdirSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DataFolderOptions } from '../store/data-folder.ts'
import { DataFolderError } from '../store/data-folder-error.ts'
import { newestLog } from '../store/log-file.ts'
import { syncFile, syncFolder } from '../store/sync-folder.ts'
import { importDraft, publishImport, settleDrafts } from './drafts.ts'
import { blobsName } from './format.ts'
import { checkData, unpackArchive } from './unpack-archive.ts'

/**
 * Puts an exported data folder in the place of what is there, all of it or nothing: the file is read
 * to its end, and opened as a start would, beside the data that it replaces. Hold the folder's lock.
 *
 * @param isReplacing whether data that is there may be overwritten.
 * @throws DataFolderError; the folder is then as it was.
 */
export async function importFolder(
  folder: string,
  file: string,
  isReplacing: boolean,
  options: Omit<DataFolderOptions, 'random'>,
): Promise<void> {
  settleDrafts(folder)
  if (newestLog(folder) !== undefined && !isReplacing) {
    throw new DataFolderError(
      `${folder} has data already. --replace overwrites it; \`npm run local -- --export FILE\` keeps it first.`,
    )
  }
  const draft = join(folder, importDraft)
  try {
    mkdirSync(join(draft, blobsName), { recursive: true, mode: 0o700 })
    await unpackArchive(createReadStream(file), file, draft)
    await checkData(file, draft, options)
    syncFiles(draft)
    publishImport(folder, draft)
  } finally {
    // A file that was being opened as the archive turned out to be damaged appears a moment later.
    await rm(draft, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 })
  }
  settleDrafts(folder)
}

function syncFiles(draft: string): void {
  for (const folder of [draft, join(draft, blobsName)]) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isFile()) syncFile(join(folder, entry.name))
    }
    syncFolder(folder)
  }
}
