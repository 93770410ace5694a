import { watch } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'

const settleMs = 50

/**
 * Calls back with a file's text whenever it has changed. The folder is watched, since many editors
 * save by putting a new file in the old one's place.
 */
export function watchFile(path: string, onChange: (text: string) => void): { close(): void } {
  let last: string | undefined
  let timer: NodeJS.Timeout | undefined

  async function read() {
    const text = await readFile(path, 'utf8').catch(() => undefined)
    // Between an editor's two steps there is no file, or an empty one.
    if (text === undefined || text === '' || text === last) return
    last = text
    onChange(text)
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
