import type { Tables } from '../../core/store/ordered-store.ts'
import { sortedMapOf } from '../../core/store/sorted-map.ts'
import { sortByUtf8 } from '../../core/encoding/utf8-order.ts'
import type { LogFile } from './log-file.ts'
import { readRecords, type Place } from './log-record.ts'

/** Where a value lies; `bytes` until it is written. */
export interface Slot {
  file: LogFile
  offset: number
  length: number
  bytes: Uint8Array | undefined
}

/**
 * Reads a log into tables of places.
 *
 * @returns with `end`, where the last whole record ends.
 */
export function replayLog(file: LogFile): { tables: Tables<Slot>; end: number } {
  const found = new Map<string, Map<string, Slot>>()
  const records = readRecords(file.fd, 0)
  let next = records.next()
  for (; !next.done; next = records.next()) {
    const change = next.value
    if (change.kind === 'clear') found.clear()
    else if (change.kind === 'delete') found.get(change.table)?.delete(change.key)
    else {
      const table = found.get(change.table) ?? new Map<string, Slot>()
      table.set(change.key, locate(file, 0, change.at))
      found.set(change.table, table)
    }
  }

  const tables: Tables<Slot> = new Map()
  for (const [name, entries] of found) {
    const keys = sortByUtf8([...entries.keys()])
    tables.set(name, sortedMapOf(keys.map((key) => [key, entries.get(key) as Slot])))
  }
  return { tables, end: next.value }
}

export function locate(file: LogFile, start: number, { offset, length }: Place): Slot {
  return { file, offset: start + offset, length, bytes: undefined }
}
