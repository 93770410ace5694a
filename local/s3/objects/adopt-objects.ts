import type { Store } from '../../core/store/store.ts'
import type { BucketConfig } from '../config.ts'
import type { Upload, Version } from '../model.ts'
import { uploadRow } from '../uploads/uploads.ts'

/**
 * Moves what a bucket kept under the name that was made up for it, before the template gave it one,
 * to the name that it has now. What is there under the new name stays as it is.
 *
 * Differs from AWS: there a bucket that is given a name is replaced by an empty one.
 */
export function adoptObjects(store: Store, buckets: readonly BucketConfig[]): void {
  for (const { name, formerName } of buckets) {
    if (formerName !== undefined && formerName !== name) adoptFrom(store, formerName, name)
  }
}

function adoptFrom(store: Store, former: string, name: string): void {
  const objects = store.table<Version>('s3-objects')
  const markers = store.table<Version>('s3-delete-markers')
  const uploads = store.table<Upload>('s3-uploads')
  const uploadsByKey = store.table<string>('s3-uploads-by-key')
  store.transaction(() => {
    for (const table of [objects, markers, store.table<Version>('s3-older-versions')]) {
      for (const [row, version] of [...table.entries({ prefix: `${former}/` })]) {
        const moved = `${name}/${row.slice(former.length + 1)}`
        if (objects.get(moved) ?? markers.get(moved)) continue
        table.delete(row)
        table.set(moved, version)
      }
    }
    for (const [id, upload] of [...uploads.entries()]) {
      if (upload.bucket !== former) continue
      const moved = { ...upload, bucket: name }
      uploads.set(id, moved)
      if (uploadsByKey.delete(uploadRow(upload))) uploadsByKey.set(uploadRow(moved), id)
    }
  })
}
