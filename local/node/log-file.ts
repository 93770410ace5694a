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
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Place } from './log-record.ts'

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
   * @throws what the disk says, e.g. ENOSPC; the file is then as it was.
   */
  append(bytes: Uint8Array): number
  read(place: Place): Uint8Array
  truncate(size: number): void
  sync(): Promise<void>
  close(): void
}

export function newestLog(folder: string): number | undefined {
  const generations = readdirSync(folder).flatMap((name) => {
    const generation = pattern.exec(name)?.[1]
    return generation === undefined ? [] : [Number(generation)]
  })
  return generations.length > 0 ? Math.max(...generations) : undefined
}

export function openLogFile(folder: string, generation: number): LogFile {
  const name = `store-${generation}.log`
  return logFile(openSync(join(folder, name), 'r+'), generation, name)
}

/** The file appears under its name only when `fill` is done and on disk. */
export function createLogFile(
  folder: string,
  generation: number,
  fill: (file: LogFile) => void = () => undefined,
): LogFile {
  const name = `store-${generation}.log`
  const draft = join(folder, `${name}.new`)
  const file = logFile(openSync(draft, 'w+', 0o600), generation, name)
  try {
    fill(file)
    fsyncSync(file.fd)
    renameSync(draft, join(folder, name))
    return file
  } catch (error) {
    file.close()
    rmSync(draft, { force: true })
    throw error
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

function logFile(fd: number, generation: number, name: string): LogFile {
  let size = fstatSync(fd).size

  function truncate(to: number) {
    ftruncateSync(fd, to)
    size = to
  }

  return {
    generation,
    name,
    fd,
    get size() {
      return size
    },
    append(bytes) {
      const start = size
      try {
        for (let written = 0; written < bytes.length;) {
          written += writeSync(fd, bytes, written, bytes.length - written, start + written)
        }
      } catch (error) {
        truncate(start)
        throw error
      }
      size = start + bytes.length
      return start
    },
    read({ offset, length }) {
      const bytes = Buffer.allocUnsafe(length)
      if (readSync(fd, bytes, 0, length, offset) !== length) {
        throw new Error(`${name} ends before a value that it should hold`)
      }
      return bytes
    },
    truncate,
    sync: () => fdatasyncAsync(fd),
    close: () => closeSync(fd),
  }
}
