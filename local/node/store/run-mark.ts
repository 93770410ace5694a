import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Whether the process that used the folder last was ended without closing: then bodies may be there
 * that no row ever pointed at. Hold its folder's lock first.
 */
export function openRunMark(folder: string): { wasKilled: boolean; remove(): void } {
  const path = join(folder, 'running')
  const wasKilled = existsSync(path)
  writeFileSync(path, '')
  return { wasKilled, remove: () => rmSync(path, { force: true }) }
}
