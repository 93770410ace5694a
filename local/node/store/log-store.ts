import { mkdirSync } from 'node:fs'
import type { Log } from '../../core/ports/log.ts'
import {
  createOrderedStore,
  type Backing,
  type Change,
  type Tables,
} from '../../core/store/ordered-store.ts'
import { currentShape, type Migration } from '../../core/store/migration.ts'
import type { Store } from '../../core/store/store.ts'
import { settleDamage } from './log-damage.ts'
import { checkShapes, migrateRows } from './log-migration.ts'
import { encodeRecord, type LoggedChange } from './log-record.ts'
import { createLogFile, newestLog, openLogFile, removeOtherLogs } from './log-file.ts'
import type { LogFile } from './log-file.ts'
import { compactLog, sizeOf } from './log-compaction.ts'
import { locate, replayLog, type Slot } from './log-replay.ts'
import { decodeValue, encodeValue } from './log-value.ts'

const smallestCompactionBytes = 16 << 20
const syncAfterMs = 500

/**
 * A store on one append-only log: a transaction is one `write`, so it survives `kill -9` when it
 * returns, and a record cut off by a power failure is recognised by its checksum. What was written
 * reaches the disk half a second later at the latest (`fdatasync` off the main thread). Keys are held
 * in memory, values stay in the file. docs/decisions/0060 says why not a library.
 *
 * @param migrations for rows that earlier builds wrote.
 * @throws DataFolderError when the log is damaged, or a newer build's; it is then as it was.
 */
export function openLogStore(folder: string, log: Log, migrations: readonly Migration[]): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const opened = openNewestLog(folder, log, migrations)
  let { file } = opened
  removeOtherLogs(folder, file)
  const shape = currentShape(migrations)

  // Iterations that began before a compaction still read from the file they began on.
  const retired: LogFile[] = []
  let compactAtBytes = smallestCompactionBytes
  let syncing: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  function sync() {
    timer = undefined
    const target = file
    syncing = syncing
      .then(() => target.sync())
      .catch((error: unknown) => log.error('The store could not be flushed to disk', error))
  }

  /** Goes on in a new file with what is alive, once half of this one is not. */
  function compactIfWorthwhile(committed: Tables<Slot>) {
    if (file.size < compactAtBytes) return
    const aliveBytes = sizeOf(committed)
    compactAtBytes = Math.max(smallestCompactionBytes, 2 * aliveBytes)
    if (file.size < compactAtBytes) return
    try {
      const next = compactLog(folder, file, committed)
      retired.push(file)
      file = next
      removeOtherLogs(folder, file)
    } catch (error) {
      log.error('The store could not be compacted; it goes on as it is', error)
      compactAtBytes = 2 * file.size
    }
  }

  const backing: Backing<Slot> = {
    put: (value) => ({ file, offset: 0, length: 0, bytes: encodeValue(value), shape }),
    read: (slot) => decodeValue(slot.bytes ?? slot.file.read(slot)),
    commit(changes, committed) {
      appendChanges(file, changes)
      compactIfWorthwhile(committed)
      timer ??= setTimeout(sync, syncAfterMs).unref()
    },
  }

  compactIfWorthwhile(opened.tables)
  const store = createOrderedStore(backing, opened.tables)
  try {
    migrateRows(store, opened.tables, migrations)
  } catch (error) {
    clearTimeout(timer)
    for (const each of [...retired, file]) each.close()
    throw error
  }
  return {
    ...store,
    async close() {
      clearTimeout(timer)
      await syncing
      await file.sync()
      for (const each of [...retired, file]) each.close()
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

function appendChanges(file: LogFile, changes: readonly Change<Slot>[]) {
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
  for (const [index, place] of places.entries()) {
    const slot = changes[index]?.table === undefined ? undefined : changes[index].slot
    if (slot && place) locate(slot, file, start, place)
  }
}
