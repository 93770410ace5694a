import { resolve } from 'node:path'
import { migrations } from './migrations.ts'
import { exportFolder } from './node/archive/export-folder.ts'
import { importFolder } from './node/archive/import-folder.ts'
import { diskFault } from './node/disk-fault.ts'
import { lockFolder } from './node/store/folder-lock.ts'
import { repairLog } from './node/store/log-repair.ts'
import { systemLog } from './node/system-log.ts'
import type { DataTask } from './options.ts'
import { liveBlobIds } from './s3/objects/live-blobs.ts'

const options = { log: systemLog, migrations, liveBlobIds }

/**
 * Does something with the data of a local AWS that does not run.
 *
 * @returns what was done, in words.
 * @throws DataFolderError, FolderInUseError
 */
export async function runDataTask(task: DataTask, data: string): Promise<string> {
  const folder = resolve(data)
  const lock = lockFolder(folder)
  try {
    if (task.kind === 'repair') return repair(folder)
    const { file, isReplacing } = task
    if (task.kind === 'import') {
      await importFolder(folder, file, isReplacing, options)
      return `${folder} has the data of ${file} now. Next: npm start`
    }
    const { sizeBytes, blobs } = await exportFolder(folder, file, isReplacing, options)
    return `${file} has all data of ${folder}: ${sizeBytes} bytes, ${blobs} ${blobs === 1 ? 'object body' : 'object bodies'}. It holds keys and password verifiers: give it to those alone who may sign in as these people.`
  } catch (error) {
    const { path = folder } = error as NodeJS.ErrnoException
    throw diskFault(error, path)
  } finally {
    lock.close()
  }
}

function repair(folder: string): string {
  const repaired = repairLog(folder)
  if (!repaired) return `Nothing in ${folder} needs a repair.`
  const { path, damage, keptAs } = repaired
  const parts = damage.map(({ start, end }) => `bytes ${start} to ${end}`)
  return `${path} could not be read whole. It goes on without ${parts.join(', ') || 'anything'}; as it was, it lies in ${keptAs}`
}
