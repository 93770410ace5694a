import { NotInUse } from '../ports/not-in-use.ts'
import { emptySortedMap, type SortedMap } from './sorted-map.ts'
import { checkStoreKey } from './store-key.ts'
import type { KeyRange, Store, Table } from './store.ts'

export type Tables<Slot> = Map<string, SortedMap<Slot>>

export type Change<Slot> =
  | { table: string; key: string; slot: Slot | undefined }
  | { table: undefined }

/** Where an ordered store keeps its values; a slot stands for one of them. */
export interface Backing<Slot> {
  put(value: unknown): Slot
  /** @returns a value that nobody else holds. */
  read(slot: Slot): unknown
  /** Makes the changes durable, all or none (then it throws). `table: undefined` cleared all. */
  commit(changes: readonly Change<Slot>[], tables: Tables<Slot>): void
}

/** An ordered store's tables at one moment: what is written later does not change them. */
export interface FrozenStore<Slot> extends Pick<Store, 'table'> {
  tables: Tables<Slot>
}

export interface OrderedStore<Slot> extends Omit<Store, 'close'> {
  /** Costs nothing: a change makes new maps. */
  freeze(): FrozenStore<Slot>
  /** From now on every read and write throws: whoever still holds the store is too late. */
  end: () => void
}

/** Order, snapshots and transactions over a backing: a roll-back is one assignment. */
export function createOrderedStore<Slot>(
  backing: Backing<Slot>,
  initial: Tables<Slot> = new Map(),
): OrderedStore<Slot> {
  let tables = initial
  let isOver = false
  let changes: Change<Slot>[] = []
  let depth = 0

  function find(name: string): SortedMap<Slot> {
    checkOpen()
    return tables.get(name) ?? emptySortedMap
  }

  function checkOpen(): void {
    if (isOver) throw new NotInUse('This data is')
  }

  function transaction<Result>(work: () => Result): Result {
    checkOpen()
    const before = { tables: new Map(tables), changes: changes.length }
    depth += 1
    try {
      const result = work()
      if (result instanceof Promise) throw new TypeError('A transaction is synchronous')
      if (depth === 1 && changes.length > 0) backing.commit(changes, tables)
      return result
    } catch (error) {
      tables = before.tables
      changes.length = before.changes
      throw error
    } finally {
      depth -= 1
      if (depth === 0) changes = []
    }
  }

  /** Inside a transaction, which alone keeps what to go back to. */
  function change(name: string, next: SortedMap<Slot>, key: string, slot: Slot | undefined): void {
    if (depth === 0) return transaction(() => change(name, next, key, slot))
    tables.set(name, next)
    changes.push({ table: name, key, slot })
  }

  return {
    transaction,
    // A commit is durable when it returns.
    settled: () => Promise.resolve(),
    table: <Value>(name: string): Table<Value> => ({
      get(key) {
        const slot = find(name).get(key)
        return slot === undefined ? undefined : (backing.read(slot) as Value)
      },
      set(key, value) {
        checkStoreKey(key)
        const slot = backing.put(value)
        change(name, find(name).set(key, slot), key, slot)
      },
      delete(key) {
        const before = find(name)
        const after = before.delete(key)
        if (after === before) return false
        change(name, after, key, undefined)
        return true
      },
      entries: (range) => ({
        [Symbol.iterator]: () => entriesOf<Slot, Value>(backing, find(name), range),
      }),
    }),
    clear: () =>
      transaction(() => {
        tables = new Map()
        changes.push({ table: undefined })
      }),
    freeze() {
      const frozen = new Map(tables)
      const commit = () => {
        throw new Error('What is frozen cannot be written')
      }
      return { tables: frozen, table: createOrderedStore({ ...backing, commit }, frozen).table }
    },
    end() {
      isOver = true
    },
  }
}

export function countRows(tables: Tables<unknown>, name: string): number {
  let count = 0
  for (const _ of tables.get(name)?.from('', '') ?? []) count += 1
  return count
}

function* entriesOf<Slot, Value>(
  backing: Backing<Slot>,
  map: SortedMap<Slot>,
  { prefix = '', after = '', limit = Infinity }: KeyRange = {},
): Generator<[string, Value]> {
  let count = 0
  for (const [key, slot] of map.from(prefix, after)) {
    if (count >= limit || !key.startsWith(prefix)) return
    count += 1
    yield [key, backing.read(slot) as Value]
  }
}
