import type { Runtime } from './core/ports/runtime.ts'
import type { Store } from './core/store/store.ts'
import { physicalIdFor } from './template/physical-id.ts'

const idTable = 'installation/ids'

/** What makes this installation itself: a reset keeps it, so clients need not learn it anew. */
const keptTables = [
  idTable,
  'user-pools/signing-keys',
  'user-pools/secrets',
  'user-pools/code-keys',
  'identity-pools/open-id-keys',
  // The template was loaded with these secrets.
  'social-providers/secrets',
  'social-providers/apple-keys',
  'social-providers/signing-keys',
  'social-providers/secrets',
  'social-providers/apple-keys',
  'social-providers/signing-keys',
]

export interface Installation {
  /** Made at a resource's first appearance, the same ever after. */
  physicalId(logicalId: string, type: string): string
  /** Undefined for a resource that never had one. */
  findPhysicalId(logicalId: string, type: string): string | undefined
}

export function createInstallation({ store, random }: Runtime, region: string): Installation {
  const ids = store.table<string>(idTable)
  const findPhysicalId = (logicalId: string, type: string) => ids.get(`${logicalId} ${type}`)
  return {
    findPhysicalId,
    physicalId(logicalId, type) {
      const known = findPhysicalId(logicalId, type)
      if (known !== undefined) return known
      const id = physicalIdFor(type, random, region, logicalId)
      ids.set(`${logicalId} ${type}`, id)
      return id
    },
  }
}

/** Empties the store, but for ids and keys. */
export function resetStore(store: Store): void {
  store.transaction(() => {
    const kept = keptTables.map((name) => [name, [...store.table(name).entries()]] as const)
    store.clear()
    for (const [name, entries] of kept) {
      for (const [key, value] of entries) store.table(name).set(key, value)
    }
  })
}
