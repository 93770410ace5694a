import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { unpackTar } from 'modern-tar/fs'
import type { DataFolderOptions } from '../store/data-folder.ts'
import { DataFolderError } from '../store/data-folder-error.ts'
import { openLogFile } from '../store/log-file.ts'
import { replayLog } from '../store/log-replay.ts'
import { openLogStore, type LogStore } from '../store/log-store.ts'
import {
  blobsName,
  currentManifest,
  isExported,
  logName,
  manifestName,
  type Manifest,
} from './format.ts'

/**
 * Reads an export to its end into a folder, which is there.
 *
 * @param file its name in errors.
 * @throws DataFolderError; what was unpacked by then is in the folder.
 */
export async function unpackArchive(source: Readable, file: string, draft: string): Promise<void> {
  await unpack(source, file, draft)
  checkManifest(file, draft)
  if (!existsSync(join(draft, logName))) throw notAnExport(file, `it has no ${logName}`)
}

async function unpack(source: Readable, file: string, draft: string): Promise<void> {
  const foreign: string[] = []
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

/** Opens it as a start would, which also migrates it. @param look before it is closed. */
export async function checkData(
  file: string,
  draft: string,
  { log, migrations, liveBlobIds }: Omit<DataFolderOptions, 'random'>,
  look: (store: LogStore) => void = () => undefined,
): Promise<void> {
  checkWhole(file, draft)
  const store = openLogStore(draft, log, migrations)
  const missing = [...liveBlobIds(store)].find((id) => !existsSync(join(draft, blobsName, id)))
  look(store)
  await store.close()
  if (missing !== undefined) log.warn(`${file} has an object without its body (${missing}).`)
}

/** An end that a start would take for an unfinished write, and cut off, is damage here. */
function checkWhole(file: string, draft: string): void {
  const rows = openLogFile(draft, 1)
  try {
    if (replayLog(rows).damage.length > 0) throw notAnExport(file, `its ${logName} is damaged`)
  } finally {
    rows.close()
  }
}

function notAnExport(file: string, why: string, cause?: unknown): DataFolderError {
  return new DataFolderError(
    `${file} is not a whole export of a local AWS: ${why}. Nothing was imported.`,
    { cause },
  )
}
