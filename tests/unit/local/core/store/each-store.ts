import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe } from 'vitest'
import { createMemoryStore } from '../../../../../local/core/store/memory-store.ts'
import type { Store } from '../../../../../local/core/store/store.ts'
import { openLogStore } from '../../../../../local/node/store/log-store.ts'
import { systemLog } from '../../../../../local/node/system-log.ts'

const implementations: [name: string, create: (folder: string) => Store][] = [
  ['memory', () => createMemoryStore()],
  ['disk', (folder) => openLogStore(folder, systemLog, [])],
]

/** One contract for every kind of store; what `create` opens is closed after each test. */
export function describeEachStore(tests: (create: () => Store) => void): void {
  describe.each(implementations)('a %s store', (_name, createStore) => {
    const folders: string[] = []
    const open: Store[] = []
    afterEach(async () => {
      for (const store of open.splice(0)) await store.close()
      for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
    })

    tests(() => {
      const folder = mkdtempSync(join(tmpdir(), 'store-'))
      folders.push(folder)
      const store = createStore(folder)
      open.push(store)
      return store
    })
  })
}

export function keysOf(entries: Iterable<[string, unknown]>): string[] {
  return Array.from(entries, ([key]) => key)
}
