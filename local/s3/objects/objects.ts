import type { Runtime } from '../../core/ports/runtime.ts'
import type { KeyRange } from '../../core/store/store.ts'
import type { BucketConfig } from '../config.ts'
import type { Garbage } from './garbage.ts'
import type { DeleteMarker, ObjectDraft, ObjectVersion, Tag, Version } from '../model.ts'
import { newVersionId } from './version-id.ts'

/**
 * The rows of all buckets. Current objects stand apart from delete markers and older versions, so
 * that a listing meets nothing but what it lists. Every function is synchronous: run the check and
 * the write in one `transaction`.
 */
export interface Objects {
  find(bucket: string, key: string): ObjectVersion | undefined
  /** The newest version: the object, or the delete marker in its place. */
  findHead(bucket: string, key: string): Version | undefined
  /** What a multipart upload became, while it is there. */
  findUploaded(bucket: string, key: string, uploadId: string): ObjectVersion | undefined
  /** @param versionId As on the wire. */
  findVersion(bucket: string, key: string, versionId: string): Version | undefined
  put(bucket: BucketConfig, key: string, draft: ObjectDraft): ObjectVersion
  /** @returns the marker it leaves in a bucket with versions. */
  remove(bucket: BucketConfig, key: string): DeleteMarker | undefined
  /** Forever. @returns what it was. */
  removeVersion(bucket: string, key: string, versionId: string): Version | undefined
  /** Of one version; none takes them away. */
  setTags(bucket: string, version: ObjectVersion, tags: readonly Tag[]): void
  /** Current objects in key order. Ranges are of keys. */
  list(bucket: string, range: KeyRange): Iterable<ObjectVersion>
  clear(): void
}

export function createObjects({ clock, random, store }: Runtime, garbage: Garbage): Objects {
  const objects = store.table<ObjectVersion>('s3-objects')
  const markers = store.table<DeleteMarker>('s3-delete-markers')
  /** By bucket and id. */
  const older = store.table<Version>('s3-older-versions')

  /** A bucket's name has no slash, so no two pairs share a row. */
  function rowKey(bucket: string, name: string): string {
    return `${bucket}/${name}`
  }

  function findHead(bucket: string, key: string): Version | undefined {
    const row = rowKey(bucket, key)
    return objects.get(row) ?? markers.get(row)
  }

  function setHead(bucket: string, version: Version): void {
    const row = rowKey(bucket, version.key)
    if (version.kind === 'object') {
      markers.delete(row)
      objects.set(row, version)
    } else {
      objects.delete(row)
      markers.set(row, version)
    }
  }

  function identity(bucket: BucketConfig, key: string) {
    const id = newVersionId(random)
    return { key, id, versionId: bucket.versioning ? id : 'null', lastModifiedMs: clock.now() }
  }

  /**
   * Moves the head aside. Where no versions are kept (any more), what is written is the version
   * `null`, and the one of before goes, wherever it stands.
   *
   * @returns what is below.
   */
  function supersede(bucket: BucketConfig, key: string): { previousId?: string } {
    if (!bucket.versioning) {
      const above = findHead(bucket.name, key)
      if (above && above.versionId !== 'null') removeVersion(bucket.name, key, 'null')
    }
    const head = findHead(bucket.name, key)
    if (!head) return {}
    if (bucket.versioning || head.versionId !== 'null') {
      older.set(rowKey(bucket.name, head.id), head)
      return { previousId: head.id }
    }
    discard(head)
    return head.previousId === undefined ? {} : { previousId: head.previousId }
  }

  function discard(version: Version): void {
    if (version.kind === 'object') garbage.add(version.blobId)
  }

  function* versions(bucket: string, key: string): Generator<Version> {
    let version = findHead(bucket, key)
    while (version) {
      yield version
      const { previousId }: Version = version
      version = previousId === undefined ? undefined : older.get(rowKey(bucket, previousId))
    }
  }

  function findVersion(bucket: string, key: string, versionId: string): Version | undefined {
    for (const version of versions(bucket, key)) {
      if (version.versionId === versionId) return version
    }
    return undefined
  }

  function removeVersion(bucket: string, key: string, versionId: string): Version | undefined {
    let above: Version | undefined
    for (const version of versions(bucket, key)) {
      if (version.versionId !== versionId) {
        above = version
        continue
      }
      const { previousId } = version
      older.delete(rowKey(bucket, version.id))
      if (above) {
        const { previousId: _, ...rest } = above
        const relinked: Version = previousId === undefined ? rest : { ...rest, previousId }
        if (above.id === findHead(bucket, key)?.id) setHead(bucket, relinked)
        else older.set(rowKey(bucket, above.id), relinked)
      } else {
        objects.delete(rowKey(bucket, key))
        markers.delete(rowKey(bucket, key))
        const next = previousId === undefined ? undefined : older.get(rowKey(bucket, previousId))
        if (next) {
          older.delete(rowKey(bucket, next.id))
          setHead(bucket, next)
        }
      }
      discard(version)
      return version
    }
    return undefined
  }

  return {
    find: (bucket, key) => objects.get(rowKey(bucket, key)),
    findHead,
    findUploaded(bucket, key, uploadId) {
      for (const version of versions(bucket, key)) {
        if (version.kind === 'object' && version.uploadId === uploadId) return version
      }
      return undefined
    },
    findVersion,
    put(bucket, key, draft) {
      const below = supersede(bucket, key)
      const version: ObjectVersion = {
        kind: 'object',
        ...identity(bucket, key),
        ...draft,
        ...below,
      }
      setHead(bucket.name, version)
      return version
    },
    remove(bucket, key) {
      const below = supersede(bucket, key)
      const hasVersions = bucket.versioning || bucket.versioningSuspended
      if (!hasVersions && below.previousId === undefined) {
        objects.delete(rowKey(bucket.name, key))
        return undefined
      }
      const marker: DeleteMarker = { kind: 'marker', ...identity(bucket, key), ...below }
      setHead(bucket.name, marker)
      return marker
    },
    removeVersion,
    setTags(bucket, { tags: _, ...untagged }, tags) {
      const version = { ...untagged, ...(tags.length > 0 && { tags }) }
      if (findHead(bucket, version.key)?.id === version.id) setHead(bucket, version)
      else older.set(rowKey(bucket, version.id), version)
    },
    *list(bucket, range) {
      const prefix = rowKey(bucket, range.prefix ?? '')
      const after = range.after === undefined ? {} : { after: rowKey(bucket, range.after) }
      for (const [, version] of objects.entries({ ...range, prefix, ...after })) yield version
    },
    clear() {
      for (const table of [objects, markers, older]) {
        for (const [key] of [...table.entries()]) table.delete(key)
      }
    },
  }
}
