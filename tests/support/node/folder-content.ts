import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every file of a folder by its path in there, to see that nothing has changed. */
export function contentOfFolder(folder: string): Record<string, string> {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
  return Object.fromEntries(
    files
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'hex')]),
  )
}
