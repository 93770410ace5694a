import { crc32 } from 'node:zlib'

/**
 * The log is a sequence of records, one per transaction:
 * payload length (4 bytes, little-endian) · CRC-32 of the payload (4) · payload.
 *
 * A payload is a sequence of changes, each: kind (1) · table (length 2, UTF-8) · key (length 2,
 * UTF-8) · shape of the row (2) · value (length 4, structured-clone bytes). A deletion has no shape
 * and no value, a clearing only its kind. The first record of a log has one change of a kind of its
 * own, whose two bytes are the format's version, so that no log is ever empty.
 */
export type LoggedChange =
  | { kind: 'clear' }
  | { kind: 'delete'; table: string; key: string }
  | { kind: 'set'; table: string; key: string; shape: number; value: Uint8Array }

/** A change as it is found again: where its value lies in the file, not the value itself. */
export type FoundChange =
  | Exclude<LoggedChange, { kind: 'set' }>
  | { kind: 'set'; table: string; key: string; shape: number; at: Place }

export interface Place {
  offset: number
  length: number
}

export const headerBytes = 8
export const formatVersion = 2

/** By their number. The first builds wrote rows without their shape, which is 1. */
export const changeKinds = ['clear', 'delete', 'set-first-shape', 'format', 'set'] as const

/** What a log begins with. */
export function encodeFormat(): Buffer {
  const payload = Buffer.alloc(3)
  payload.writeUInt8(changeKinds.indexOf('format'))
  payload.writeUInt16LE(formatVersion, 1)
  return sealRecord(Buffer.concat([Buffer.alloc(headerBytes), payload]))
}

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
      (change.kind === 'set' ? 6 + change.value.length : 0),
    0,
  )

  const bytes = Buffer.allocUnsafe(headerBytes + sizeBytes)
  const places: (Place | undefined)[] = []
  let offset = headerBytes
  for (const [index, change] of changes.entries()) {
    offset = bytes.writeUInt8(changeKinds.indexOf(change.kind), offset)
    for (const name of names[index] ?? []) {
      offset = bytes.writeUInt16LE(name.length, offset)
      offset += name.copy(bytes, offset)
    }
    if (change.kind !== 'set') {
      places.push(undefined)
      continue
    }
    offset = bytes.writeUInt16LE(change.shape, offset)
    offset = bytes.writeUInt32LE(change.value.length, offset)
    bytes.set(change.value, offset)
    places.push({ offset, length: change.value.length })
    offset += change.value.length
  }
  return { bytes: sealRecord(bytes), places }
}

function sealRecord(bytes: Buffer): Buffer {
  bytes.writeUInt32LE(bytes.length - headerBytes, 0)
  bytes.writeUInt32LE(crc32(bytes.subarray(headerBytes)), 4)
  return bytes
}
