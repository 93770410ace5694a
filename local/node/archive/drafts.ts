import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { removeLogs } from '../store/log-file.ts'
import { syncFolder } from '../store/sync-folder.ts'
import { blobsName, logName } from './format.ts'

/** Half of an export or import: what is left there when it was cut off is nobody's. */
export const exportDraft = 'export.new'
export const importDraft = 'import.new'
/** An import that is whole: from here on it counts, and what was there before does not. */
export const importReady = 'import.ready'

/** What was cut off before is removed, and what was whole is taken over. Hold the folder's lock. */
export function settleDrafts(folder: string): void {
  for (const draft of [exportDraft, importDraft]) {
    rmSync(join(folder, draft), { recursive: true, force: true })
  }
  const ready = join(folder, importReady)
  if (!existsSync(ready)) return

  // Each step is over when its source is gone, so whoever is cut off here goes on at the next start.
  if (existsSync(join(ready, blobsName))) {
    rmSync(join(folder, blobsName), { recursive: true, force: true })
    renameSync(join(ready, blobsName), join(folder, blobsName))
  }
  if (existsSync(join(ready, logName))) {
    removeLogs(folder)
    renameSync(join(ready, logName), join(folder, logName))
  }
  syncFolder(folder)
  rmSync(ready, { recursive: true })
}
