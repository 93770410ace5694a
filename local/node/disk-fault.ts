import { DataFolderError } from './store/data-folder-error.ts'

const elsewhere =
  'Choose another folder with LOCAL_AWS_DATA, or LOCAL_AWS_DATA=:memory:, which keeps nothing.'
const kept = 'What was acknowledged is kept, and what fails meanwhile can be done again.'

/** What the operating system says, by its code: what is so, and what to do. */
const faults: Readonly<Record<string, readonly [what: string, why: string]>> = {
  EACCES: ['may not be used', `it is read-only, or another user's. ${elsewhere}`],
  EPERM: ['may not be used', `it is read-only, or another user's. ${elsewhere}`],
  EROFS: ['cannot be written', `its file system is read-only. ${elsewhere}`],
  ENOSPC: ['cannot be written', `the disk is full. Make room. ${kept}`],
  EDQUOT: ['cannot be written', `this user has no more room on the disk. Make room. ${kept}`],
  EFBIG: ['cannot be written', `files may not be that large here (\`ulimit -f\`). ${kept}`],
  EMFILE: [
    'cannot be opened',
    `this process has as many files and connections open as it may (\`ulimit -n\`). Close connections, or allow more. ${kept}`,
  ],
  ENFILE: [
    'cannot be opened',
    `the machine has as many files open as it can. Close other programs. ${kept}`,
  ],
  EEXIST: ['cannot be used', `it is a file, not a folder. ${elsewhere}`],
  ENOTDIR: ['cannot be used', `a part of its path is a file, not a folder. ${elsewhere}`],
  EIO: ['cannot be read or written', `the disk fails. Copy what is there to another disk.`],
}

/** @returns a DataFolderError in words where a person can do something about it; else the error itself. */
export function diskFault(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof DataFolderError) return error
  const { code = '' } = error as NodeJS.ErrnoException
  const words = faults[code]
  if (!words) return error
  const [what, why] = words
  return new DataFolderError(`${path} ${what} (${code}): ${why}`, { cause: error })
}

/** Runs `work`, which uses `path`, and says in words what the disk refuses. */
export function tellingDiskFaults<Result>(path: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw diskFault(error, path)
  }
}
