import { constants, mkdirSync, statSync } from 'node:fs'
import { copyFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { SnapshotError } from '../../core/ports/states.ts'
import { blobsName, logName } from '../archive/format.ts'
import { checkData } from '../archive/unpack-archive.ts'
import type { DataFolderOptions } from '../store/data-folder.ts'
import { syncFile, syncFolder } from '../store/sync-folder.ts'
import { linkBodies } from './link-bodies.ts'
import { readingWhole } from './snapshot-fault.ts'
import type { FoundSnapshot } from './snapshot-folder.ts'

/**
 * Has a snapshot in another folder too, as data that a start could open; the snapshot stays as it is.
 *
 * @throws SnapshotError where it is not as it was saved, and what the file system says.
 */
export async function stageSnapshot(
  { path, about }: FoundSnapshot,
  draft: string,
  options: DataFolderOptions,
): Promise<void> {
  const [from, to] = [join(path, blobsName), join(draft, blobsName)]
  mkdirSync(to, { recursive: true, mode: 0o700 })
  const log = join(draft, logName)
  await copyFile(join(path, logName), log, constants.COPYFILE_FICLONE)
  const { sizeBytes } = await linkBodies(await readdir(from), from, to)
  const found = statSync(log).size + sizeBytes
  if (found !== about.sizeBytes) {
    throw new SnapshotError(
      'unreadable',
      `The snapshot ${about.name} is damaged: ${path} has ${found} bytes where ${about.sizeBytes} were saved. Nothing was restored.`,
    )
  }
  await readingWhole(`The snapshot ${about.name}`, () => checkData(path, draft, options))
  syncFile(log)
  for (const folder of [to, draft]) syncFolder(folder)
}
