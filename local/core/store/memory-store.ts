import { createOrderedStore } from './ordered-store.ts'
import type { Store } from './store.ts'

/** A store that ends with the process. Values are copied in and out, so nobody shares one with it. */
export function createMemoryStore(): Store {
  const store = createOrderedStore<{ value: unknown }>({
    put: (value) => ({ value: structuredClone(value) }),
    read: (slot) => structuredClone(slot.value),
    commit: () => undefined,
  })
  return { ...store, close: () => Promise.resolve() }
}
