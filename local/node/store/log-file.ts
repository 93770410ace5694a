import {
  closeSync,
  fdatasync,
  fsyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { diskFault } from '../disk-fault.ts'
import { DataFolderError } from './data-folder-error.ts'
import { syncFolder } from './sync-folder.ts'
import { encodeFormat, type Place } from './log-record.ts'

const fdatasyncAsync = promisify(fdatasync)
const pattern = /^store-(\d+)\.log$/

/** One generation of the log. Compaction starts the next; the highest number is the valid one. */
export interface LogFile {
  readonly generation: number
  readonly name: string
  readonly fd: number
  readonly size: number
  /**
   * @returns where `bytes` begin.
   * @throws what the disk says, e.g. ENOSPC; the file is then as it was. DataFolderError when the
   *   file is not as it was left; then nothing is written.
   */
  append(bytes: Uint8Array): number
  read(place: Place): Uint8Array
  truncate(size: number): void
  /** Its name from now on. */
  rename(path: string): void
  sync(): Promise<void>
  close(): void
}

/** A generation that is being filled: it counts once it is published, whatever it lacks until then. */
export interface LogDraft {
  readonly file: LogFile
  /** @throws what the file system says; it does not count then. */
  publish(): void
  discard(): void
}

export function newestLog(folder: string): number | undefined {
  const generations = readdirSync(folder).flatMap((name) => {
    const generation = pattern.exec(name)?.[1]
    return generation === undefined ? [] : [Number(generation)]
  })
  return generations.length > 0 ? Math.max(...generations) : undefined
}

export function openLogFile(folder: string, generation: number): LogFile {
  const path = logPath(folder, generation)
  return logFile(openSync(path, 'r+'), generation, path)
}

export function openLogDraft(folder: string, generation: number): LogDraft {
  const path = logPath(folder, generation)
  const draft = `${path}.new`
  const file = logFile(openSync(draft, 'w+', 0o600), generation, draft)
  const discard = () => {
    file.close()
    for (const each of [draft, path]) rmSync(each, { force: true })
  }
  try {
    file.append(encodeFormat())
  } catch (error) {
    discard()
    throw error
  }
  return { file, publish: () => file.rename(path), discard }
}

/** The file appears under its name only when `fill` is done and on disk. */
export function createLogFile(
  folder: string,
  generation: number,
  fill: (file: LogFile) => void = () => undefined,
): LogFile {
  const draft = openLogDraft(folder, generation)
  try {
    fill(draft.file)
    fsyncSync(draft.file.fd)
    draft.publish()
    syncFolder(folder)
    return draft.file
  } catch (error) {
    draft.discard()
    throw error
  }
}

/** All generations and drafts. */
export function removeLogs(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (pattern.test(name.replace(/\.new$/, ''))) rmSync(join(folder, name), { force: true })
  }
}

/** Older generations and drafts. Windows keeps a file that is still open: it goes at the next start. */
export function removeOtherLogs(folder: string, keep: LogFile): void {
  for (const name of readdirSync(folder)) {
    if (!pattern.test(name.replace(/\.new$/, '')) || name === keep.name) continue
    try {
      rmSync(join(folder, name), { force: true })
    } catch (error) {
      if (process.platform !== 'win32') throw error
    }
  }
}

export function logPath(folder: string, generation: number): string {
  return join(folder, `store-${generation}.log`)
}

function logFile(fd: number, generation: number, openedAs: string): LogFile {
  const opened = fstatSync(fd)
  let path = openedAs
  let size = opened.size

  /** The lock keeps other local AWSs away, not other programs. */
  function checkAsItWasLeft() {
    const found = statSync(path, { throwIfNoEntry: false })
    if (found?.size === size && found.ino === opened.ino) return
    const how = !found
      ? 'is gone'
      : found.ino !== opened.ino
        ? 'is another file'
        : `has ${found.size} bytes where ${size} were written`
    throw new DataFolderError(
      `${path} was changed by another program: it ${how}. Nothing is written there any more. Stop whatever else uses the folder, and start the local AWS again.`,
    )
  }

  function truncate(to: number) {
    ftruncateSync(fd, to)
    size = to
  }

  return {
    generation,
    fd,
    get name() {
      return basename(path)
    },
    get size() {
      return size
    },
    append(bytes) {
      checkAsItWasLeft()
      const start = size
      try {
        for (let written = 0; written < bytes.length;) {
          written += writeSync(fd, bytes, written, bytes.length - written, start + written)
        }
      } catch (error) {
        truncate(start)
        throw diskFault(error, path)
      }
      size = start + bytes.length
      return start
    },
    read({ offset, length }) {
      // Not a window on a shared pool: it may be kept.
      const bytes = Buffer.allocUnsafeSlow(length)
      if (readSync(fd, bytes, 0, length, offset) !== length) {
        throw new DataFolderError(`${path} ends before a value that it should hold`)
      }
      return bytes
    },
    truncate,
    rename(to) {
      renameSync(path, to)
      path = to
    },
    sync: () => fdatasyncAsync(fd),
    close: () => closeSync(fd),
  }
}
