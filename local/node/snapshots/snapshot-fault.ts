import { SnapshotError } from '../../core/ports/states.ts'
import { diskFault } from '../disk-fault.ts'
import { DataFolderError } from '../store/data-folder-error.ts'

/** What the disk says of a snapshot, in words; anything else as it is. */
export function snapshotFault(error: unknown, path: string): unknown {
  const fault = diskFault(error, path)
  if (!(fault instanceof DataFolderError)) return fault
  const { code } = (fault.cause ?? {}) as NodeJS.ErrnoException
  const isFull = code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG'
  return new SnapshotError(isFull ? 'no-room' : 'disk', fault.message, { cause: error })
}

/** What is wrong with a file or a snapshot that was to be read: not the disk that it is read from. */
export async function readingWhole<Result>(what: string, work: () => Promise<Result>) {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof DataFolderError) || isOfDisk(error)) throw error
    throw new SnapshotError('unreadable', `${what} cannot be read: ${error.message}`, {
      cause: error,
    })
  }
}

function isOfDisk({ cause }: DataFolderError): boolean {
  return cause instanceof Error && 'syscall' in cause
}
