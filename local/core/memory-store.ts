import { checkStoreKey } from './store-key.ts'
import { emptySortedMap, type SortedMap } from './sorted-map.ts'
import type { KeyRange, Store, Table } from './store.ts'

/**
 * A store that ends with the process. Values are copied in and out, so nobody shares one with it.
 * Its tables are persistent maps: a snapshot or a roll-back costs one assignment.
 */
export function createMemoryStore(): Store {
  let tables = new Map<string, SortedMap<unknown>>()

  function read(name: string): SortedMap<unknown> {
    return tables.get(name) ?? emptySortedMap
  }

  return {
    table: <Value>(name: string): Table<Value> => ({
      get: (key) => structuredClone(read(name).get(key)) as Value | undefined,
      set(key, value) {
        checkStoreKey(key)
        tables.set(name, read(name).set(key, structuredClone(value)))
      },
      delete(key) {
        const before = read(name)
        const after = before.delete(key)
        tables.set(name, after)
        return after !== before
      },
      entries: (range) => ({
        [Symbol.iterator]: () => entriesOf(read(name) as SortedMap<Value>, range),
      }),
    }),
    transaction(work) {
      const before = new Map(tables)
      try {
        return work()
      } catch (error) {
        tables = before
        throw error
      }
    },
    clear() {
      tables.clear()
    },
    close: () => Promise.resolve(),
  }
}

function* entriesOf<Value>(
  map: SortedMap<Value>,
  { prefix = '', after = '', limit = Infinity }: KeyRange = {},
): Generator<[string, Value]> {
  let count = 0
  for (const [key, value] of map.from(prefix, after)) {
    if (count >= limit || !key.startsWith(prefix)) return
    count += 1
    yield [key, structuredClone(value)]
  }
}
