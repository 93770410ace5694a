import type { Tables } from '../../core/store/ordered-store.ts'
import { createLogFile, type LogFile } from './log-file.ts'
import { encodeRecord, type LoggedChange } from './log-record.ts'
import { locate, type Slot } from './log-replay.ts'

const batchBytes = 1 << 20
const changeOverheadBytes = 11

/** About what a log would need for these tables alone. */
export function sizeOf(tables: Tables<Slot>): number {
  let sizeBytes = 0
  for (const [table, map] of tables) {
    for (const [key, slot] of map.from('', '')) {
      sizeBytes += changeOverheadBytes + table.length + key.length + slot.length
    }
  }
  return sizeBytes
}

/**
 * Writes what is alive, sorted, to the next generation and points the slots there. It is one
 * synchronous step, so no other write can come between.
 *
 * @throws what the disk says; the tables then still point to where they did.
 */
export function compactLog(folder: string, file: LogFile, tables: Tables<Slot>): LogFile {
  const moved: [slot: Slot, start: number, place: { offset: number; length: number }][] = []

  const next = createLogFile(folder, file.generation + 1, (target) => {
    for (const batch of batchesOf(tables)) {
      const { bytes, places } = encodeRecord(batch.changes)
      const start = target.append(bytes)
      for (const [index, slot] of batch.slots.entries()) {
        const place = places[index]
        if (place) moved.push([slot, start, place])
      }
    }
  })
  for (const [slot, start, place] of moved) locate(slot, next, start, place)
  return next
}

function* batchesOf(tables: Tables<Slot>): Generator<{ changes: LoggedChange[]; slots: Slot[] }> {
  let batch: { changes: LoggedChange[]; slots: Slot[] } = { changes: [], slots: [] }
  let sizeBytes = 0
  for (const [table, map] of tables) {
    for (const [key, slot] of map.from('', '')) {
      batch.changes.push({
        kind: 'set',
        table,
        key,
        shape: slot.shape,
        value: slot.file.read(slot),
      })
      batch.slots.push(slot)
      sizeBytes += slot.length
      if (sizeBytes < batchBytes) continue
      yield batch
      batch = { changes: [], slots: [] }
      sizeBytes = 0
    }
  }
  if (batch.slots.length > 0) yield batch
}
