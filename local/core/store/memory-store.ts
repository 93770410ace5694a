import { createOrderedStore, type FrozenStore, type Tables } from './ordered-store.ts'
import type { Store } from './store.ts'

export interface MemorySlot {
  value: unknown
}

export interface MemoryStore extends Store {
  freeze(): FrozenStore<MemorySlot>
}

/**
 * A store that ends with the process. Values are copied in and out, so nobody shares one with it.
 *
 * @param initial of another such store.
 */
export function createMemoryStore(initial?: Tables<MemorySlot>): MemoryStore {
  const { end, ...store } = createOrderedStore<MemorySlot>(
    {
      put: (value) => ({ value: structuredClone(value) }),
      read: (slot) => structuredClone(slot.value),
      commit: () => undefined,
    },
    new Map(initial),
  )
  return { ...store, close: () => Promise.resolve(end()) }
}
