import { randomAlphanumeric } from '../../core/ports/random.ts'
import type { Runtime } from '../../core/ports/runtime.ts'
import type { Garbage } from '../objects/garbage.ts'
import type { Upload, UploadedPart } from '../model.ts'

/** Multipart uploads in progress. Synchronous, as `Objects` is. */
export interface Uploads {
  add(upload: Omit<Upload, 'id' | 'startedAtMs'>): Upload
  find(bucket: string, key: string, id: string): Upload | undefined
  list(bucket: string): Iterable<Upload>
  /** Tells the uploads to a key that something was deleted there. */
  noteDelete(bucket: string, key: string): void
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
  const byKey = store.table<string>('s3-uploads-by-key')

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
      byKey.set(uploadRow(added), added.id)
      return added
    },
    find(bucket, key, id) {
      const upload = id === '' || id.length > 64 ? undefined : uploads.get(id)
      return upload?.bucket === bucket && upload.key === key ? upload : undefined
    },
    *list(bucket) {
      for (const [, upload] of uploads.entries()) if (upload.bucket === bucket) yield upload
    },
    noteDelete(bucket, key) {
      for (const [, id] of [...byKey.entries({ prefix: uploadRow({ bucket, key, id: '' }) })]) {
        const upload = uploads.get(id)
        if (upload) uploads.set(id, { ...upload, sawDelete: true })
      }
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
      const upload = uploads.get(uploadId)
      if (upload) byKey.delete(uploadRow(upload))
      uploads.delete(uploadId)
    },
    clear() {
      for (const [key] of [...byKey.entries()]) byKey.delete(key)
      for (const [key] of [...uploads.entries()]) uploads.delete(key)
      for (const [key] of [...parts.entries()]) parts.delete(key)
    },
  }
}

/** No key has a NUL, so that no key's rows are among another's. */
export function uploadRow({ bucket, key, id }: Pick<Upload, 'bucket' | 'key' | 'id'>): string {
  return `${bucket}/${key}\0${id}`
}
