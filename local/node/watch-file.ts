import { watch } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { decodeText } from './read-text-file.ts'

const settleMs = 50

/**
 * Calls back whenever a file has changed, with what gives its text or throws a TextFileError. The folder
 * is watched, since many editors save by putting a new file in the old one's place.
 */
export function watchFile(
  path: string,
  onChange: (read: () => string) => void,
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

  const watcher = watch(dirname(path), { persistent: false }, (_event, name) => {
    if (name !== null && name !== basename(path)) return
    clearTimeout(timer)
    timer = setTimeout(() => void read(), settleMs)
  })
  return {
    close() {
      clearTimeout(timer)
      watcher.close()
    },
  }
}
