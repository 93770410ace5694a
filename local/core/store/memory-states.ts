import type { Random } from '../ports/random.ts'
import {
  checkFree,
  unknownSnapshot,
  type Snapshot,
  type SnapshotFiles,
  type States,
} from '../ports/states.ts'
import { createMemoryBlobs, type KeptBodies } from './memory-blobs.ts'
import { createMemoryStore, type MemorySlot } from './memory-store.ts'
import { countRows, type FrozenStore } from './ordered-store.ts'
import type { Store } from './store.ts'

/** All that a state in memory is. Nobody changes any of it. */
export interface MemoryState {
  rows: FrozenStore<MemorySlot>
  bodies: KeptBodies
}

export interface MemoryStatesOptions {
  random: Random
  /** The bodies that rows point at. */
  liveBlobIds: (store: Pick<Store, 'table'>) => Iterable<string>
  /** Whose rows are people. */
  peopleTable: string
  /** Of what is kept in memory, where something can make and read such files. */
  files?: {
    pack(state: MemoryState): Promise<ReadableStream<Uint8Array>>
    /** @throws SnapshotError */
    unpack(file: AsyncIterable<Uint8Array>): Promise<MemoryState>
  }
}

/** States in memory: a snapshot shares its rows and bodies with what it was made of. */
export function createMemoryStates(options: MemoryStatesOptions): States {
  const { random, files } = options
  const snapshots = new Map<string, { about: Snapshot; state: MemoryState }>()
  let inUse = open()

  function open(state?: MemoryState) {
    return {
      store: createMemoryStore(state?.rows.tables),
      blobs: createMemoryBlobs(random, state?.bodies),
    }
  }

  const freeze = () => ({ rows: inUse.store.freeze(), bodies: inUse.blobs.freeze() })

  function find(name: string) {
    const found = snapshots.get(name)
    if (!found) throw unknownSnapshot(name)
    return found
  }

  const list = () =>
    [...snapshots.values()]
      .map(({ about }) => about)
      .sort((left, right) => (left.name < right.name ? -1 : 1))

  function add(name: string, savedAtMs: number, state: MemoryState): Snapshot {
    checkFree(name, list())
    const about = { name, savedAtMs, ...measure(state, options) }
    snapshots.set(name, { about, state })
    return about
  }

  const readWrite: SnapshotFiles | undefined = files && {
    read: (name) => files.pack(find(name).state),
    async write(name, savedAtMs, file) {
      checkFree(name, list())
      return add(name, savedAtMs, await files.unpack(file))
    },
  }

  return {
    inUse: () => inUse,
    list,
    save: (name, savedAtMs) => Promise.resolve().then(() => add(name, savedAtMs, freeze())),
    remove: (name) =>
      Promise.resolve().then(() => {
        find(name)
        snapshots.delete(name)
      }),
    stage: (name) =>
      Promise.resolve().then(() => {
        const { state } = find(name)
        let before: MemoryState | undefined
        return {
          async use() {
            before = freeze()
            await inUse.store.close()
            inUse = open(state)
          },
          goBack: () => Promise.resolve(void (inUse = open(before))),
          end: () => Promise.resolve(),
        }
      }),
    ...(readWrite && { files: readWrite }),
  }
}

function measure(
  { rows, bodies }: MemoryState,
  { liveBlobIds, peopleTable }: MemoryStatesOptions,
): Pick<Snapshot, 'sizeBytes' | 'people' | 'objects'> {
  let sizeBytes = 0
  let objects = 0
  for (const id of new Set(liveBlobIds(rows))) {
    objects += 1
    for (const chunk of bodies.get(id) ?? []) sizeBytes += chunk.byteLength
  }
  for (const map of rows.tables.values()) {
    for (const [key, slot] of map.from('', '')) sizeBytes += key.length + roughBytes(slot.value)
  }
  return { sizeBytes, people: countRows(rows.tables, peopleTable), objects }
}

/** About what a value takes in a file; in memory it takes more. */
function roughBytes(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (ArrayBuffer.isView(value)) return value.byteLength
  if (typeof value !== 'object' || value === null) return 8
  return Object.entries(value).reduce(
    (total, [name, member]) => total + name.length + roughBytes(member),
    0,
  )
}
