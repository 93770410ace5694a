import type { Store, Table } from '../../../local/core/store/store.ts'

export interface CountingStore extends Store {
  /** Entries read, written or deleted so far. */
  touched: () => number
}

/** A store that counts what an operation costs it, which time would tell less surely. */
export function createCountingStore(store: Store): CountingStore {
  let count = 0
  return {
    ...store,
    touched: () => count,
    table<Value>(name: string): Table<Value> {
      const table = store.table<Value>(name)
      return {
        get(key) {
          count += 1
          return table.get(key)
        },
        set(key, value) {
          count += 1
          table.set(key, value)
        },
        delete(key) {
          count += 1
          return table.delete(key)
        },
        *entries(range) {
          for (const entry of table.entries(range)) {
            count += 1
            yield entry
          }
        },
      }
    },
  }
}
