import type { Tables } from '../../core/store/ordered-store.ts'
import { createLogFile, type LogFile } from './log-file.ts'
import { encodeRecord, type LoggedChange } from './log-record.ts'
import type { Slot } from './log-replay.ts'

/** In one step, whichever comes first: some milliseconds. A larger row is a step of its own. */
export const rowsAtOnce = 250
const bytesAtOnce = 128 << 10

const weighedAtOnce = 5000
const changeOverheadBytes = 11

/** About what a log would need for these tables alone. Each `yield` is the end of a step. */
export function* weigh(tables: Tables<Slot>): Generator<void, number> {
  let sizeBytes = 0
  let rows = 0
  for (const [table, map] of tables) {
    for (const [key, slot] of map.from('', '')) {
      sizeBytes += changeOverheadBytes + table.length + key.length + slot.length
      rows += 1
      if (rows % weighedAtOnce === 0) yield
    }
  }
  return sizeBytes
}

/**
 * Writes what is alive, sorted, to another log; a record is a step.
 *
 * @param onCopied is told where each value lies now.
 */
export function* copyRows(
  tables: Tables<Slot>,
  target: LogFile,
  onCopied: (slot: Slot, offset: number) => void = () => undefined,
): Generator<void> {
  for (const { changes, slots } of batchesOf(tables)) {
    const { bytes, places } = encodeRecord(changes)
    const start = target.append(bytes)
    for (const [index, slot] of slots.entries()) {
      const place = places[index]
      if (place) onCopied(slot, start + place.offset)
    }
    yield
  }
}

/**
 * The next generation with what is alive, for a log that nobody writes to.
 *
 * @throws what the disk says.
 */
export function compactLog(folder: string, file: LogFile, tables: Tables<Slot>): LogFile {
  return createLogFile(folder, file.generation + 1, (target) => {
    const steps = copyRows(tables, target)
    while (steps.next().done !== true);
  })
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
      if (sizeBytes < bytesAtOnce && batch.slots.length < rowsAtOnce) continue
      yield batch
      batch = { changes: [], slots: [] }
      sizeBytes = 0
    }
  }
  if (batch.slots.length > 0) yield batch
}
