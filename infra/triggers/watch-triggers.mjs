import { watch } from 'node:fs'
import { join } from 'node:path'

const settleMs = 100

/**
 * Calls `put` whenever a file of `infra/triggers` is saved. One that does not parse is named, and what was
 * there before goes on running.
 *
 * @returns what ends it.
 */
export function watchTriggers(root, put) {
  let timer
  const watcher = watch(join(root, 'infra', 'triggers'), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      put().catch((error) => console.error(`infra/triggers: ${error.message}`))
    }, settleMs)
  })
  return () => {
    clearTimeout(timer)
    watcher.close()
  }
}
