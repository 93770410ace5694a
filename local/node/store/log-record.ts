import { readSync } from 'node:fs'
import { crc32 } from 'node:zlib'

/**
 * The log is a sequence of records, one per transaction:
 * payload length (4 bytes, little-endian) · CRC-32 of the payload (4) · payload.
 *
 * A payload is a sequence of changes, each: kind (1) · table (length 2, UTF-8) · key (length 2,
 * UTF-8) · value (length 4, structured-clone bytes). A deletion has no value, a clearing only its kind.
 */
export type LoggedChange =
  | { kind: 'clear' }
  | { kind: 'delete'; table: string; key: string }
  | { kind: 'set'; table: string; key: string; value: Uint8Array }

/** A change as it is found again: where its value lies in the file, not the value itself. */
export type FoundChange =
  | Exclude<LoggedChange, { kind: 'set' }>
  | { kind: 'set'; table: string; key: string; at: Place }

export interface Place {
  offset: number
  length: number
}

const headerBytes = 8
const kinds = ['clear', 'delete', 'set'] as const

/** @returns the record, and for each change the place of its value inside it, if it has one. */
export function encodeRecord(changes: readonly LoggedChange[]): {
  bytes: Buffer
  places: readonly (Place | undefined)[]
} {
  const names = changes.map((change) =>
    change.kind === 'clear' ? [] : [Buffer.from(change.table), Buffer.from(change.key)],
  )
  const sizeBytes = changes.reduce(
    (total, change, index) =>
      total +
      1 +
      (names[index] ?? []).reduce((sum, name) => sum + 2 + name.length, 0) +
      (change.kind === 'set' ? 4 + change.value.length : 0),
    0,
  )

  const bytes = Buffer.allocUnsafe(headerBytes + sizeBytes)
  const places: (Place | undefined)[] = []
  let offset = headerBytes
  for (const [index, change] of changes.entries()) {
    offset = bytes.writeUInt8(kinds.indexOf(change.kind), offset)
    for (const name of names[index] ?? []) {
      offset = bytes.writeUInt16LE(name.length, offset)
      offset += name.copy(bytes, offset)
    }
    if (change.kind !== 'set') {
      places.push(undefined)
      continue
    }
    offset = bytes.writeUInt32LE(change.value.length, offset)
    bytes.set(change.value, offset)
    places.push({ offset, length: change.value.length })
    offset += change.value.length
  }
  bytes.writeUInt32LE(sizeBytes, 0)
  bytes.writeUInt32LE(crc32(bytes.subarray(headerBytes)), 4)
  return { bytes, places }
}

/**
 * The changes of every whole record, in order; stops before the first that is cut off or damaged.
 *
 * @returns where the last whole record ends.
 */
export function* readRecords(fd: number, start: number): Generator<FoundChange, number> {
  let window = Buffer.alloc(1 << 20)
  let windowStart = start
  let windowLength = 0
  let position = start

  /** `length` bytes at `position`, or undefined when the file ends before. */
  function bytesAt(length: number): Buffer | undefined {
    if (position + length > windowStart + windowLength) {
      if (length > window.length) window = Buffer.alloc(length)
      windowStart = position
      windowLength = readSync(fd, window, 0, window.length, position)
      if (length > windowLength) return undefined
    }
    return window.subarray(position - windowStart, position - windowStart + length)
  }

  while (true) {
    const header = bytesAt(headerBytes)
    if (!header) return position
    const length = header.readUInt32LE(0)
    const checksum = header.readUInt32LE(4)
    // A file system that lost power can leave a tail of zeros.
    if (length === 0 || length > maxRecordBytes) return position
    const record = bytesAt(headerBytes + length)?.subarray(headerBytes)
    if (!record || crc32(record) !== checksum) return position
    yield* decodeChanges(record, position + headerBytes)
    position += headerBytes + length
  }
}

const maxRecordBytes = 1 << 30

function* decodeChanges(payload: Buffer, fileOffset: number): Generator<FoundChange> {
  let offset = 0
  const text = () => {
    const start = offset + 2
    offset = start + payload.readUInt16LE(offset)
    return payload.toString('utf8', start, offset)
  }
  while (offset < payload.length) {
    const kind = kinds[payload.readUInt8(offset)]
    offset += 1
    if (kind === 'clear') yield { kind }
    else if (kind === 'delete') yield { kind, table: text(), key: text() }
    else if (kind === 'set') {
      const [table, key] = [text(), text()]
      const length = payload.readUInt32LE(offset)
      yield { kind, table, key, at: { offset: fileOffset + offset + 4, length } }
      offset += 4 + length
    } else throw new Error('The log was written by a newer version')
  }
}
