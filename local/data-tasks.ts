import { resolve } from 'node:path'
import { lockFolder } from './node/store/folder-lock.ts'
import { repairLog } from './node/store/log-repair.ts'
import type { DataTask } from './options.ts'

/**
 * Does something with the data of a local AWS that does not run.
 *
 * @returns what was done, in words.
 * @throws DataFolderError, FolderInUseError
 */
export function runDataTask(task: DataTask, data: string): string {
  const folder = resolve(data)
  const lock = lockFolder(folder)
  try {
    return tasks[task.kind](folder)
  } finally {
    lock.close()
  }
}

const tasks = { repair } satisfies Record<DataTask['kind'], (folder: string) => string>

function repair(folder: string): string {
  const repaired = repairLog(folder)
  if (!repaired) return `Nothing in ${folder} needs a repair.`
  const { path, damage, keptAs } = repaired
  const parts = damage.map(({ start, end }) => `bytes ${start} to ${end}`)
  return `${path} could not be read whole. It goes on without ${parts.join(', ') || 'anything'}; as it was, it lies in ${keptAs}`
}
