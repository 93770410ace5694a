import { randomAlphanumeric } from '../../core/ports/random.ts'
import type { Runtime } from '../../core/ports/runtime.ts'
import type { Garbage } from '../objects/garbage.ts'
import type { Upload, UploadedPart } from '../model.ts'

/** Multipart uploads in progress. Synchronous, as `Objects` is. */
export interface Uploads {
  add(upload: Omit<Upload, 'id' | 'startedAtMs'>): Upload
  find(bucket: string, key: string, id: string): Upload | undefined
  list(bucket: string): Iterable<Upload>
  setPart(uploadId: string, part: UploadedPart): void
  /** In order of their numbers. */
  parts(uploadId: string, afterNumber?: number): Iterable<UploadedPart>
  /** Its parts with it. */
  remove(uploadId: string): void
  clear(): void
}

export function createUploads({ clock, random, store }: Runtime, garbage: Garbage): Uploads {
  const uploads = store.table<Upload>('s3-uploads')
  const parts = store.table<UploadedPart>('s3-upload-parts')

  function partKey(uploadId: string, number: number): string {
    return `${uploadId}/${String(number).padStart(5, '0')}`
  }

  function* partsOf(uploadId: string, afterNumber = 0): Generator<UploadedPart> {
    const range = { prefix: `${uploadId}/`, after: partKey(uploadId, afterNumber) }
    for (const [, part] of parts.entries(range)) yield part
  }

  return {
    add(upload) {
      const added = { id: randomAlphanumeric(random, 64), startedAtMs: clock.now(), ...upload }
      uploads.set(added.id, added)
      return added
    },
    find(bucket, key, id) {
      const upload = id === '' || id.length > 64 ? undefined : uploads.get(id)
      return upload?.bucket === bucket && upload.key === key ? upload : undefined
    },
    *list(bucket) {
      for (const [, upload] of uploads.entries()) if (upload.bucket === bucket) yield upload
    },
    setPart(uploadId, part) {
      const key = partKey(uploadId, part.number)
      const before = parts.get(key)
      if (before) garbage.add(before.blobId)
      parts.set(key, part)
    },
    parts: partsOf,
    remove(uploadId) {
      for (const part of [...partsOf(uploadId)]) {
        parts.delete(partKey(uploadId, part.number))
        garbage.add(part.blobId)
      }
      uploads.delete(uploadId)
    },
    clear() {
      for (const [key] of [...uploads.entries()]) uploads.delete(key)
      for (const [key] of [...parts.entries()]) parts.delete(key)
    },
  }
}
