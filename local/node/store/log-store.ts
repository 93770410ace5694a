import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../../core/ports/log.ts'
import {
  createOrderedStore,
  type Backing,
  type Change,
  type Tables,
} from '../../core/store/ordered-store.ts'
import type { Store } from '../../core/store/store.ts'
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
 * returns, and a record cut off by a power failure is recognised by its checksum and dropped. What
 * was written reaches the disk half a second later at the latest (`fdatasync` off the main thread).
 * Keys are held in memory, values stay in the file. docs/decisions/0060 says why not a library.
 */
export function openLogStore(folder: string, log: Log): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const newest = newestLog(folder)
  let file = newest === undefined ? createLogFile(folder, 1) : openLogFile(folder, newest)
  const { tables, end } = replayLog(file)
  if (end < file.size) {
    log.warn(`${join(folder, file.name)}: dropped ${file.size - end} bytes of an unfinished write`)
    file.truncate(end)
  }
  removeOtherLogs(folder, file)

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
    put: (value) => ({ file, offset: 0, length: 0, bytes: encodeValue(value) }),
    read: (slot) => decodeValue(slot.bytes ?? slot.file.read(slot)),
    commit(changes, committed) {
      appendChanges(file, changes)
      compactIfWorthwhile(committed)
      timer ??= setTimeout(sync, syncAfterMs).unref()
    },
  }

  compactIfWorthwhile(tables)
  return {
    ...createOrderedStore(backing, tables),
    async close() {
      clearTimeout(timer)
      await syncing
      await file.sync()
      for (const each of [...retired, file]) each.close()
    },
  }
}

function appendChanges(file: LogFile, changes: readonly Change<Slot>[]) {
  const logged = changes.map((change): LoggedChange => {
    const { table } = change
    if (table === undefined) return { kind: 'clear' }
    if (!change.slot?.bytes) return { kind: 'delete', table, key: change.key }
    return { kind: 'set', table, key: change.key, value: change.slot.bytes }
  })
  const { bytes, places } = encodeRecord(logged)
  const start = file.append(bytes)
  for (const [index, place] of places.entries()) {
    const slot = changes[index]?.table === undefined ? undefined : changes[index].slot
    if (slot && place) Object.assign(slot, locate(file, start, place))
  }
}
