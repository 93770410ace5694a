import type { Store } from './store.ts'

const names = new Set<string>()

/**
 * Names a table that a reset keeps, for what makes an installation itself: ids, keys and secrets, so
 * that clients need not learn them anew. Said where a module begins, so that it is known to a reset
 * that comes before anybody has used the table.
 */
export function keptTable(name: string): string {
  names.add(name)
  return name
}

/** Empties the store, but for the tables that are kept. */
export function resetStore(store: Store): void {
  store.transaction(() => {
    const kept = [...names].map((name) => [name, [...store.table(name).entries()]] as const)
    store.clear()
    for (const [name, entries] of kept) {
      for (const [key, value] of entries) store.table(name).set(key, value)
    }
  })
}
