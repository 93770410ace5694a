import { mkdirSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Log } from '../../core/ports/log.ts'
import {
  createOrderedStore,
  type Backing,
  type Change,
  type FrozenStore,
  type Tables,
} from '../../core/store/ordered-store.ts'
import { currentShape, type Migration } from '../../core/store/migration.ts'
import type { Store } from '../../core/store/store.ts'
import { diskFault } from '../disk-fault.ts'
import { settleDamage } from './log-damage.ts'
import { checkShapes, migrateRows } from './log-migration.ts'
import { encodeRecord, type LoggedChange } from './log-record.ts'
import { createLogFile, newestLog, openLogFile, removeOtherLogs } from './log-file.ts'
import type { LogFile } from './log-file.ts'
import { inTurns, makeNextLog } from './compact-in-turns.ts'
import { weigh } from './log-compaction.ts'
import { replayLog, type Slot } from './log-replay.ts'
import { createRecentValues, type RecentValues } from './recent-values.ts'
import { createRetiredLogs } from './retired-logs.ts'
import { syncFolderInBackground } from './sync-folder.ts'
import { decodeValue, encodeValue } from './log-value.ts'

const smallestCompactionBytes = 16 << 20
const syncAfterMs = 500

export interface LogStore extends Store {
  /** Resolves once no compaction is under way. */
  compacted(): Promise<void>
  /** Readable until the store is closed. */
  freeze(): FrozenStore<Slot>
}

/**
 * A store on one append-only log: a transaction is one `write`, so it survives `kill -9` when it
 * returns, and a record cut off by a power failure is recognised by its checksum. What was written
 * reaches the disk half a second later at the latest (`fdatasync` off the main thread). Keys are held
 * in memory, values stay in the file, but for those used last. docs/decisions/0060 says why not a library.
 *
 * @param migrations for rows that earlier builds wrote.
 * @param turn lets others do their work between two steps of a compaction.
 * @throws DataFolderError when the log is damaged, or a newer build's; it is then as it was.
 */
export function openLogStore(
  folder: string,
  log: Log,
  migrations: readonly Migration[],
  turn: () => Promise<void> = nextTurn,
): LogStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const opened = openNewestLog(folder, log, migrations)
  let { file } = opened
  removeOtherLogs(folder, file)
  const shape = currentShape(migrations)

  const retired = createRetiredLogs()
  const recent = createRecentValues()
  let compactAtBytes = smallestCompactionBytes
  let compacting: Promise<void> | undefined
  /** What is written while a compaction makes its log. */
  let since: Slot[] | undefined
  const closing = new AbortController()
  let syncing: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  function afterSyncing(work: () => Promise<void>) {
    syncing = syncing
      .then(work)
      .catch((error: unknown) =>
        log.error('The store could not be flushed to disk', diskFault(error, folder)),
      )
  }

  function sync() {
    timer = undefined
    const target = file
    afterSyncing(() => target.sync())
  }

  async function pause() {
    await turn()
    closing.signal.throwIfAborted()
  }

  /** Goes on in a new file with what is alive, once half of this one is not. */
  async function compact(tables: Tables<Slot>) {
    const from = file
    const startedAtBytes = from.size
    const written: Slot[] = []
    since = written
    const aliveBytes = await inTurns(weigh(tables), pause)
    compactAtBytes = Math.max(smallestCompactionBytes, 2 * aliveBytes)
    if (from.size < compactAtBytes) return

    const next = await makeNextLog({ folder, from, startedAtBytes, tables, pause })
    const target = next.publish()
    file = target
    since = undefined
    // Until all slots are moved, and for iterations that began before, it is read from on.
    retired.add(from)
    afterSyncing(async () => {
      await target.sync()
      await syncFolderInBackground(folder)
      removeOtherLogs(folder, target)
    })
    await inTurns(next.moveSlots(written), pause)
    // Slots that are nobody's any more would hold on to the file before.
    recent.forget()
    await syncing
  }

  function compactIfWorthwhile(committed: Tables<Slot>) {
    if (compacting || file.size < compactAtBytes) return
    compacting = compact(new Map(committed))
      .catch((error: unknown) => {
        if (closing.signal.aborted) return
        const cause = diskFault(error, folder)
        log.error('The store could not be compacted; it goes on as it is', cause)
        compactAtBytes = 2 * file.size
      })
      .finally(() => {
        since = undefined
        compacting = undefined
      })
  }

  const backing: Backing<Slot> = {
    put: (value) => ({ file, offset: 0, length: 0, bytes: encodeValue(value), shape }),
    read: (slot) => decodeValue(slot.bytes ?? recent.find(slot) ?? readFrom(slot, recent)),
    commit(changes, committed) {
      const slots = appendChanges(file, changes, recent)
      since?.push(...slots)
      compactIfWorthwhile(committed)
      timer ??= setTimeout(sync, syncAfterMs).unref()
    },
  }

  compactIfWorthwhile(opened.tables)
  const { end, ...store } = createOrderedStore(backing, opened.tables)
  try {
    migrateRows(store, opened.tables, migrations)
  } catch (error) {
    closing.abort()
    clearTimeout(timer)
    file.close()
    throw error
  }
  return {
    ...store,
    compacted: async () => compacting,
    async close() {
      end()
      closing.abort()
      clearTimeout(timer)
      await compacting
      await syncing
      await file.sync()
      file.close()
      retired.close()
    },
  }
}

function openNewestLog(
  folder: string,
  log: Log,
  migrations: readonly Migration[],
): { file: LogFile; tables: Tables<Slot> } {
  const newest = newestLog(folder)
  if (newest === undefined) return { file: createLogFile(folder, 1), tables: new Map() }
  const file = openLogFile(folder, newest)
  try {
    const { tables, damage } = replayLog(file)
    checkShapes(folder, file, tables, migrations)
    settleDamage(folder, file, damage, log)
    return { file, tables }
  } catch (error) {
    file.close()
    throw error
  }
}

function readFrom(slot: Slot, recent: RecentValues): Uint8Array {
  const bytes = slot.file.read(slot)
  recent.keep(slot, bytes)
  return bytes
}

/** @returns what was written. */
function appendChanges(
  file: LogFile,
  changes: readonly Change<Slot>[],
  recent: RecentValues,
): Slot[] {
  const logged = changes.map((change): LoggedChange => {
    const { table } = change
    if (table === undefined) return { kind: 'clear' }
    if (!change.slot?.bytes) return { kind: 'delete', table, key: change.key }
    return {
      kind: 'set',
      table,
      key: change.key,
      shape: change.slot.shape,
      value: change.slot.bytes,
    }
  })
  const { bytes, places } = encodeRecord(logged)
  const start = file.append(bytes)
  const slots: Slot[] = []
  for (const [index, place] of places.entries()) {
    const slot = changes[index]?.table === undefined ? undefined : changes[index].slot
    if (!slot || !place) continue
    Object.assign(slot, { file, offset: start + place.offset, length: place.length })
    if (slot.bytes) recent.keep(slot, slot.bytes)
    slot.bytes = undefined
    slots.push(slot)
  }
  return slots
}
