import { sortByUtf8 } from '../../core/encoding/utf8-order.ts'
import type { Tables } from '../../core/store/ordered-store.ts'
import { sortedMapOf } from '../../core/store/sorted-map.ts'
import type { LogFile } from './log-file.ts'
import { findRecord, readRecords } from './log-reader.ts'

/** Where a value lies; `bytes` until it is written. */
export interface Slot {
  file: LogFile
  offset: number
  length: number
  bytes: Uint8Array | undefined
  /** Of the row: which build's (docs/decisions/0067). */
  shape: number
}

/** Bytes that cannot be read: up to the next record that can, or to the end of the file. */
export interface Damage {
  start: number
  end: number
}

export interface Replay {
  tables: Tables<Slot>
  damage: readonly Damage[]
}

/**
 * Reads a log into tables of places, over what cannot be read.
 *
 * @throws DataFolderError when a newer build wrote it.
 */
export function replayLog(file: LogFile): Replay {
  const found = new Map<string, Map<string, Slot>>()
  const damage: Damage[] = []
  let position = 0
  while (position < file.size) {
    const start = replayRecords(file, position, found)
    if (start === file.size) break
    position = findRecord(file.fd, start + 1, file.size) ?? file.size
    damage.push({ start, end: position })
  }

  const tables: Tables<Slot> = new Map()
  for (const [name, entries] of found) {
    const keys = sortByUtf8([...entries.keys()])
    tables.set(name, sortedMapOf(keys.map((key) => [key, entries.get(key) as Slot])))
  }
  return { tables, damage }
}

/** @returns where the last whole record ends. */
function replayRecords(
  file: LogFile,
  start: number,
  found: Map<string, Map<string, Slot>>,
): number {
  const records = readRecords(file.fd, start, file.size)
  let next = records.next()
  for (; !next.done; next = records.next()) {
    const change = next.value
    if (change.kind === 'clear') found.clear()
    else if (change.kind === 'delete') found.get(change.table)?.delete(change.key)
    else {
      const { table: name, key, shape } = change
      const table = found.get(name) ?? new Map<string, Slot>()
      table.set(key, { file, ...change.at, bytes: undefined, shape })
      found.set(name, table)
    }
  }
  return next.value
}
