import { readSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { DataFolderError } from './data-folder-error.ts'
import { changeKinds, formatVersion, headerBytes, type FoundChange } from './log-record.ts'

/**
 * The changes of every whole record, in order; stops before the first that is cut off or damaged.
 *
 * @param size of the file.
 * @returns where the last whole record ends.
 * @throws DataFolderError when a newer build wrote it.
 */
export function* readRecords(
  fd: number,
  start: number,
  size: number,
): Generator<FoundChange, number> {
  let window = Buffer.alloc(1 << 20)
  let windowStart = start
  let windowLength = 0
  let position = start

  /** `length` bytes at `position`, or undefined when the file ends before. */
  function bytesAt(length: number): Buffer | undefined {
    if (position + length > size) return undefined
    if (position + length > windowStart + windowLength) {
      if (length > window.length) window = Buffer.alloc(length)
      windowStart = position
      windowLength = readSync(fd, window, 0, window.length, position)
      if (length > windowLength) return undefined
    }
    return window.subarray(position - windowStart, position - windowStart + length)
  }

  while (true) {
    const length = bytesAt(headerBytes)?.readUInt32LE(0)
    // A file system that lost power can leave a tail of zeros.
    if (length === undefined || length === 0) return position
    const record = bytesAt(headerBytes + length)
    if (!record || !hasItsChecksum(record)) return position
    yield* decodeChanges(record.subarray(headerBytes), position + headerBytes)
    position += headerBytes + length
  }
}

/**
 * Where the next whole record begins at or after `start`, whose place no length leads to. What looks
 * like one by chance has neither the form of changes nor its checksum.
 */
export function findRecord(fd: number, start: number, size: number): number | undefined {
  const bytes = Buffer.alloc(Math.max(0, size - start))
  readSync(fd, bytes, 0, bytes.length, start)
  for (let at = 0; at + headerBytes < bytes.length; at += 1) {
    const end = at + headerBytes + bytes.readUInt32LE(at)
    if (end > bytes.length || !hasFormOfChanges(bytes, at + headerBytes, end)) continue
    if (hasItsChecksum(bytes.subarray(at, end))) return start + at
  }
  return undefined
}

function hasItsChecksum(record: Buffer): boolean {
  return crc32(record.subarray(headerBytes)) === record.readUInt32LE(4)
}

/** Whether one change follows another from `start` on, the last ending at `end`. */
function hasFormOfChanges(bytes: Buffer, start: number, end: number): boolean {
  let offset = start
  /** Steps over a length of this many bytes, and as much as it says. */
  const skip = (lengthBytes: 2 | 4) => {
    if (offset + lengthBytes > end) offset = Infinity
    else offset += lengthBytes + bytes.readUIntLE(offset, lengthBytes)
  }
  while (offset < end) {
    const kind = changeKinds[bytes.readUInt8(offset)]
    if (kind === undefined) return false
    offset += 1
    if (kind === 'clear') continue
    if (kind === 'format') {
      offset += 2
      continue
    }
    skip(2)
    skip(2)
    if (kind === 'delete') continue
    if (kind === 'set') offset += 2
    skip(4)
  }
  return offset === end && end > start
}

function* decodeChanges(payload: Buffer, fileOffset: number): Generator<FoundChange> {
  let offset = 0
  const number = (bytes: 1 | 2 | 4) => {
    offset += bytes
    return payload.readUIntLE(offset - bytes, bytes)
  }
  const text = () => {
    const length = number(2)
    offset += length
    return payload.toString('utf8', offset - length, offset)
  }
  while (offset < payload.length) {
    const kind = changeKinds[number(1)]
    if (kind === 'clear') yield { kind }
    else if (kind === 'delete') yield { kind, table: text(), key: text() }
    else if (kind === 'set' || kind === 'set-first-shape') {
      const [table, key] = [text(), text()]
      const shape = kind === 'set' ? number(2) : 1
      const length = number(4)
      yield { kind: 'set', table, key, shape, at: { offset: fileOffset + offset, length } }
      offset += length
    } else if (kind !== 'format' || number(2) > formatVersion) {
      throw new DataFolderError(
        'The data was written by a newer build. Update this one, or choose another folder: LOCAL_AWS_DATA=.local-aws-2',
      )
    }
  }
}
