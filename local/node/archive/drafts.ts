import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { logPath, newestLog, removeLogs } from '../store/log-file.ts'
import { syncFolder } from '../store/sync-folder.ts'
import { blobsName, logName } from './format.ts'

/** Half of an export or import: what is left there when it was cut off is nobody's. */
export const exportDraft = 'export.new'
export const importDraft = 'import.new'
/** An import that is whole: from here on it counts, and what was there before does not. */
const importReady = 'import.ready'

/** What an import took the place of, for as long as one may go back to it. */
const replacedName = 'replaced'

/** What was cut off before is removed, and what was whole is taken over. Hold the folder's lock. */
export function settleDrafts(folder: string): void {
  for (const draft of [exportDraft, importDraft]) {
    rmSync(join(folder, draft), { recursive: true, force: true })
  }
  if (existsSync(join(folder, importReady))) takeOver(folder)
  removeReplaced(folder)
}

/**
 * Has what was imported in the place of what is there. Each step is over when its source is gone, so
 * whoever is cut off here goes on at the next start.
 */
export function takeOver(folder: string): void {
  const ready = join(folder, importReady)
  const replaced = join(folder, replacedName)
  mkdirSync(replaced, { recursive: true, mode: 0o700 })
  if (existsSync(join(ready, blobsName))) {
    moveIfThere(join(folder, blobsName), join(replaced, blobsName))
    renameSync(join(ready, blobsName), join(folder, blobsName))
  }
  if (existsSync(join(ready, logName))) {
    const newest = newestLog(folder)
    if (newest !== undefined) moveIfThere(logPath(folder, newest), join(replaced, logName))
    removeLogs(folder)
    renameSync(join(ready, logName), join(folder, logName))
  }
  syncFolder(folder)
  rmSync(ready, { recursive: true })
}

/** @param draft that is whole, and on disk: from here on it counts. */
export function publishImport(folder: string, draft: string): void {
  removeReplaced(folder)
  renameSync(draft, join(folder, importReady))
  syncFolder(folder)
}

/** Undoes `takeOver`. What had no data before has none again. */
export function goBackToReplaced(folder: string): void {
  const replaced = join(folder, replacedName)
  mkdirSync(join(replaced, blobsName), { recursive: true, mode: 0o700 })
  if (!existsSync(join(replaced, logName))) removeLogs(folder)
  renameSync(replaced, join(folder, importReady))
  takeOver(folder)
  removeReplaced(folder)
}

export function removeReplaced(folder: string): void {
  rmSync(join(folder, replacedName), { recursive: true, force: true })
}

/** Where a step was done before a kill, it is not there any more. */
function moveIfThere(from: string, to: string): void {
  if (existsSync(from) && !existsSync(to)) renameSync(from, to)
}
