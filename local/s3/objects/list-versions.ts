import { compareUtf8 } from '../../core/encoding/utf8-order.ts'
import type { Store } from '../../core/store/store.ts'
import type { Version } from '../model.ts'
import { startOf, type ListPosition } from './list-page.ts'

/** Where a listing of versions goes on; a version's id is that of the last one seen of its key. */
export type VersionPosition = ListPosition & { versionId?: string }

export interface VersionRange {
  prefix: string
  delimiter: string | undefined
  after: VersionPosition | undefined
  limit: number
}

export type ListedVersion = { version: Version; isLatest: boolean } | { commonPrefix: string }

export interface VersionPage {
  items: readonly ListedVersion[]
  /** Undefined on the last page. */
  next: VersionPosition | undefined
}

/** A page of all that a bucket keeps: by keys, of each the newest first, delete markers too. */
export function listVersions(store: Store, bucket: string, range: VersionRange): VersionPage {
  const items: ListedVersion[] = []
  if (range.limit === 0) return { items, next: undefined }
  let next = range.after
  for (const item of itemsOf(store, bucket, range)) {
    if (items.length === range.limit) return { items, next }
    items.push(item)
    next =
      'version' in item
        ? { key: item.version.key, versionId: item.version.versionId }
        : { commonPrefix: item.commonPrefix }
  }
  return { items, next: undefined }
}

function* itemsOf(store: Store, bucket: string, range: VersionRange): Generator<ListedVersion> {
  const { prefix, delimiter } = range
  if (range.after) yield* restOfKey(store, bucket, range.after, prefix)
  let after = range.after && startOf(range.after)
  for (;;) {
    let commonPrefix: string | undefined
    for (const head of heads(store, bucket, prefix, after)) {
      const end = delimiter === undefined ? -1 : head.key.indexOf(delimiter, prefix.length)
      if (delimiter !== undefined && end !== -1) {
        commonPrefix = head.key.slice(0, end + delimiter.length)
        break
      }
      yield* listed(chain(store, bucket, head))
    }
    if (commonPrefix === undefined) return
    yield { commonPrefix }
    after = startOf({ commonPrefix })
  }
}

/**
 * The versions below the one that was seen last. When that is gone, so are, to whoever empties a
 * bucket page by page, all above it: the key is shown from its top.
 */
function* restOfKey(
  store: Store,
  bucket: string,
  after: VersionPosition,
  prefix: string,
): Generator<ListedVersion> {
  if (!('key' in after) || after.versionId === undefined || !after.key.startsWith(prefix)) return
  const [head] = heads(store, bucket, after.key, undefined)
  if (head?.key !== after.key) return
  const versions = [...listed(chain(store, bucket, head))]
  const seen = versions.findIndex((item) => item.version.versionId === after.versionId)
  yield* versions.slice(seen + 1)
}

function* listed(versions: Iterable<Version>) {
  let isLatest = true
  for (const version of versions) {
    yield { version, isLatest }
    isLatest = false
  }
}

/** The newest version of every key: objects and delete markers, which have tables of their own. */
function* heads(
  store: Store,
  bucket: string,
  prefix: string,
  after: string | undefined,
): Generator<Version> {
  const keys = {
    prefix: `${bucket}/${prefix}`,
    ...(after !== undefined && { after: `${bucket}/${after}` }),
  }
  const iterate = (name: string) => store.table<Version>(name).entries(keys)[Symbol.iterator]()
  const objects = iterate('s3-objects')
  const markers = iterate('s3-delete-markers')
  let object = objects.next()
  let marker = markers.next()
  while (!object.done || !marker.done) {
    if (!object.done && (marker.done || compareUtf8(object.value[0], marker.value[0]) < 0)) {
      yield object.value[1]
      object = objects.next()
    } else if (!marker.done) {
      yield marker.value[1]
      marker = markers.next()
    }
  }
}

function* chain(store: Store, bucket: string, head: Version): Generator<Version> {
  const older = store.table<Version>('s3-older-versions')
  let version: Version | undefined = head
  while (version) {
    yield version
    const { previousId }: Version = version
    version = previousId === undefined ? undefined : older.get(`${bucket}/${previousId}`)
  }
}
