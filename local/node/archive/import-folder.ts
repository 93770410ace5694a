import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
} from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { unpackTar } from 'modern-tar/fs'
import type { DataFolderOptions } from '../store/data-folder.ts'
import { DataFolderError } from '../store/data-folder-error.ts'
import { newestLog } from '../store/log-file.ts'
import { openLogStore } from '../store/log-store.ts'
import { syncFile, syncFolder } from '../store/sync-folder.ts'
import { importDraft, importReady, settleDrafts } from './drafts.ts'
import {
  blobsName,
  currentManifest,
  isExported,
  logName,
  manifestName,
  type Manifest,
} from './format.ts'

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
    await unpack(file, draft)
    checkManifest(file, draft)
    await checkData(file, draft, options)
    syncFiles(draft)
    renameSync(draft, join(folder, importReady))
    syncFolder(folder)
  } finally {
    // A file that was being opened as the archive turned out to be damaged appears a moment later.
    await rm(draft, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 })
  }
  settleDrafts(folder)
}

async function unpack(file: string, draft: string): Promise<void> {
  const foreign: string[] = []
  const source = createReadStream(file)
  const target = unpackTar(draft, {
    strict: true,
    fmode: 0o600,
    filter({ name, type = 'file' }) {
      const isOurs = type === 'file' && isExported(name)
      if (!isOurs) foreign.push(name)
      return isOurs
    },
  })
  try {
    await pipeline(source, createGunzip(), target)
  } catch (error) {
    // That the file is not there, or cannot be read, says so itself.
    if (error instanceof Error && 'syscall' in error) throw error
    throw notAnExport(file, error instanceof Error ? error.message : String(error), error)
  }
  if (foreign.length > 0) throw notAnExport(file, `it has a part ${String(foreign[0])}`)
}

function checkManifest(file: string, draft: string): void {
  const path = join(draft, manifestName)
  if (!existsSync(path)) throw notAnExport(file, `it has no ${manifestName}`)
  const manifest = parseManifest(readFileSync(path, 'utf8'))
  if (manifest?.format !== currentManifest.format) {
    throw notAnExport(file, `its ${manifestName} is another program's`)
  }
  if (manifest.version !== currentManifest.version) {
    throw new DataFolderError(
      `${file} was exported by a newer build (version ${manifest.version}; this one reads ${currentManifest.version}). Nothing was imported.`,
    )
  }
}

function parseManifest(text: string): Partial<Manifest> | undefined {
  try {
    return (JSON.parse(text) ?? undefined) as Partial<Manifest> | undefined
  } catch {
    return undefined
  }
}

/** Opens it as a start would, which also migrates it. */
async function checkData(
  file: string,
  draft: string,
  { log, migrations, liveBlobIds }: Omit<DataFolderOptions, 'random'>,
): Promise<void> {
  if (!existsSync(join(draft, logName))) throw notAnExport(file, `it has no ${logName}`)
  const store = openLogStore(draft, log, migrations)
  const missing = [...liveBlobIds(store)].find((id) => !existsSync(join(draft, blobsName, id)))
  await store.close()
  if (missing !== undefined) log.warn(`${file} has an object without its body (${missing}).`)
}

function notAnExport(file: string, why: string, cause?: unknown): DataFolderError {
  return new DataFolderError(
    `${file} is not a whole export of a local AWS: ${why}. Nothing was imported.`,
    { cause },
  )
}

function syncFiles(draft: string): void {
  for (const folder of [draft, join(draft, blobsName)]) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isFile()) syncFile(join(folder, entry.name))
    }
    syncFolder(folder)
  }
}
