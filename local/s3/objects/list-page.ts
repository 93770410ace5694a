import type { ObjectVersion } from '../model.ts'
import type { Objects } from './objects.ts'

/** Where a listing goes on: after a key, or after all keys that a common prefix stands for. */
export type ListPosition = { key: string } | { commonPrefix: string }

export interface ListRange {
  prefix: string
  delimiter: string | undefined
  after: ListPosition | undefined
  limit: number
}

export type ListedItem = { version: ObjectVersion } | { commonPrefix: string }

export interface ListPage {
  items: readonly ListedItem[]
  /** Undefined on the last page. */
  next: ListPosition | undefined
}

const maxKeyBytes = 1024
const encoder = new TextEncoder()

/**
 * A page of a bucket. A common prefix is stepped over in one go, so that a page costs what it shows
 * and not what lies beneath.
 */
export function listPage(objects: Objects, bucket: string, range: ListRange): ListPage {
  const items: ListedItem[] = []
  if (range.limit === 0) return { items, next: undefined }
  let position = range.after
  for (const item of itemsOf(objects, bucket, range)) {
    if (items.length === range.limit) return { items, next: position }
    items.push(item)
    position = 'version' in item ? { key: item.version.key } : item
  }
  return { items, next: undefined }
}

function* itemsOf(objects: Objects, bucket: string, range: ListRange): Generator<ListedItem> {
  let after = range.after && startOf(range.after)
  while (true) {
    const commonPrefix = yield* untilCommonPrefix(objects, bucket, range, after)
    if (commonPrefix === undefined) return
    yield { commonPrefix }
    after = startOf({ commonPrefix })
  }
}

/** @returns the common prefix that comes next; undefined at the end. */
function* untilCommonPrefix(
  objects: Objects,
  bucket: string,
  { prefix, delimiter }: ListRange,
  after: string | undefined,
): Generator<ListedItem, string | undefined> {
  const keys = after === undefined ? { prefix } : { prefix, after }
  for (const version of objects.list(bucket, keys)) {
    const end = delimiter === undefined ? -1 : version.key.indexOf(delimiter, prefix.length)
    if (delimiter !== undefined && end !== -1) return version.key.slice(0, end + delimiter.length)
    yield { version }
  }
  return undefined
}

/** The key, or what stands after all keys of a common prefix, to go on after. */
export function startOf(position: ListPosition): string {
  if ('key' in position) return position.key
  // Stands after all keys that start with the prefix and before all that do not.
  const freeBytes = maxKeyBytes - encoder.encode(position.commonPrefix).byteLength
  return position.commonPrefix + '\u{10ffff}'.repeat(Math.floor(freeBytes / 4) + 1)
}
