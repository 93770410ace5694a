import { closeSync, mkdirSync, openSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { tellingDiskFaults } from '../disk-fault.ts'
import { DataFolderError } from './data-folder-error.ts'

/** Another process keeps its data there. */
export class FolderInUseError extends DataFolderError {
  override readonly name = 'FolderInUseError'
}

/**
 * Makes the folder, and keeps it to this process: two would overwrite each other's data.
 *
 * The operating system keeps the lock on the file `lock` inside, so it is the same by whatever name
 * the folder is reached, and ends with the process, however that ends. The file stays: a lock on a
 * file that somebody may remove is none. docs/decisions/0065.
 *
 * @throws DataFolderError, FolderInUseError
 */
export function lockFolder(folder: string): { close(): void } {
  const tryLock = loadTryLock(folder)
  const fd = tellingDiskFaults(folder, () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return openSync(join(folder, 'lock'), 'a', 0o600)
  })
  try {
    if (!isLockedBy(tryLock, fd, folder)) throw inUse(folder)
  } catch (error) {
    closeSync(fd)
    throw error
  }
  return { close: () => closeSync(fd) }
}

/** Of `fs-native-extensions`: false when another has locked the file. */
type TryLock = (fd: number) => boolean

/** Native code, so it is not bundled; and only data in a folder needs it. */
function loadTryLock(folder: string): TryLock {
  try {
    const require = createRequire(import.meta.url)
    return (require('fs-native-extensions') as { tryLock: TryLock }).tryLock
  } catch (error) {
    throw new DataFolderError(
      `${folder} cannot be locked: fs-native-extensions does not run on ${process.platform}-${process.arch}. LOCAL_AWS_DATA=:memory: needs no lock, and keeps nothing.`,
      { cause: error },
    )
  }
}

function isLockedBy(tryLock: TryLock, fd: number, folder: string): boolean {
  try {
    return tryLock(fd)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    // Windows calls a locked file busy.
    if (code === 'EBUSY') return false
    throw new DataFolderError(
      `${folder} cannot be locked (${code}): its file system keeps no locks. Choose a folder on a local disk with LOCAL_AWS_DATA.`,
      { cause: error },
    )
  }
}

function inUse(folder: string): FolderInUseError {
  return new FolderInUseError(
    `Another local AWS keeps its data in ${folder}. Stop it, or choose another folder: LOCAL_AWS_DATA=.local-aws-2`,
  )
}
