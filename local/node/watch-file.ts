import { watch } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { Log } from '../core/ports/log.ts'
import { decodeText } from './read-text-file.ts'

const settleMs = 50

/**
 * Calls back whenever a file has changed, with what gives its text or throws a TextFileError. The folder
 * is watched, since many editors save by putting a new file in the old one's place. Where the system
 * watches no more files, the log says so, and nothing is called.
 */
export function watchFile(
  path: string,
  onChange: (read: () => string) => void,
  log: Log,
): {
  close(): void
} {
  let last: Buffer | undefined
  let timer: NodeJS.Timeout | undefined

  async function read() {
    const bytes = await readFile(path).catch(() => undefined)
    // Between an editor's two steps there is no file, or an empty one.
    if (bytes === undefined || bytes.length === 0 || last?.equals(bytes)) return
    last = bytes
    onChange(() => decodeText(bytes, path))
  }

  const stop = watchFolder(
    dirname(path),
    (name) => {
      if (name !== null && name !== basename(path)) return
      clearTimeout(timer)
      timer = setTimeout(() => void read(), settleMs)
    },
    ({ code, message }) =>
      log.warn(`${path} is not watched (${code ?? message}): a change counts at the next start.`),
  )
  return {
    close() {
      clearTimeout(timer)
      stop()
    },
  }
}

function watchFolder(
  folder: string,
  onEvent: (name: string | null) => void,
  onFault: (error: NodeJS.ErrnoException) => void,
): () => void {
  try {
    const watcher = watch(folder, { persistent: false }, (_event, name) => onEvent(name))
    watcher.on('error', onFault)
    return () => watcher.close()
  } catch (error) {
    onFault(error as NodeJS.ErrnoException)
    return () => undefined
  }
}
