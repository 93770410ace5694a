import { constants, copyFileSync, readdirSync, readSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../../core/ports/log.ts'
import { DataFolderError } from './data-folder-error.ts'
import type { LogFile } from './log-file.ts'
import type { Damage } from './log-replay.ts'
import { syncFile, syncFolder } from './sync-folder.ts'

const damagedLog = /\.log\.damaged(-\d+)?$/

/**
 * A write that a power failure cut short is the end of a log: what it acknowledged was not on disk.
 * It is cut off, and kept beside the log.
 *
 * @throws DataFolderError for any other damage: cutting there would take whole records with it.
 */
export function settleDamage(
  folder: string,
  file: LogFile,
  damage: readonly Damage[],
  log: Log,
): void {
  const path = join(folder, file.name)
  if (file.size === 0) throw damaged(path, 'it is empty, which no log ever is')
  const [first] = damage
  if (!first) return
  const { start, end } = first
  if (start === 0 && end === file.size) throw damaged(path, 'no record in it can be read')
  if (end < file.size) {
    const following = `${file.size - end} bytes of whole records and more follow`
    throw damaged(path, `bytes ${start} to ${end} cannot be read, and ${following}`)
  }

  const cut = Buffer.alloc(end - start)
  readSync(file.fd, cut, 0, cut.length, start)
  const kept = keepBeside(`${path}.cut-at-${start}`, (name) => {
    writeFileSync(name, cut, { flag: 'wx', mode: 0o600 })
  })
  file.truncate(start)
  log.warn(`${path}: ${cut.length} bytes of an unfinished write were cut off. They are in ${kept}`)
}

/** @returns where the log lies as it was. */
export function keepDamagedLog(folder: string, file: LogFile): string {
  const path = join(folder, file.name)
  return keepBeside(`${path}.damaged`, (name) => {
    copyFileSync(path, name, constants.COPYFILE_EXCL)
  })
}

/** Whether a repair has left rows behind: what they point at is not nobody's. */
export function keepsDamagedLog(folder: string): boolean {
  return readdirSync(folder).some((name) => damagedLog.test(name))
}

function damaged(path: string, how: string): DataFolderError {
  return new DataFolderError(
    `${path} is damaged: ${how}. Nothing was changed. Put back a copy of the folder, or an export (\`npm run local -- --import FILE --replace\`); or go on without what cannot be read: \`npm run local -- --repair\` takes it out, and keeps the log as it is now beside the new one.`,
  )
}

/** Under the name, or the first like it that is free; on disk when it returns. */
function keepBeside(name: string, write: (name: string) => void): string {
  for (let attempt = 1; ; attempt += 1) {
    const kept = attempt === 1 ? name : `${name}-${attempt}`
    try {
      write(kept)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue
      throw error
    }
    syncFile(kept)
    syncFolder(join(kept, '..'))
    return kept
  }
}
