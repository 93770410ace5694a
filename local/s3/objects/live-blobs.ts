import type { Store } from '../../core/store/store.ts'
import type { UploadedPart, Version } from '../model.ts'

/** The blobs that a row points at: those of objects, of their older versions, of uploaded parts. */
export function* liveBlobIds(store: Pick<Store, 'table'>): Generator<string> {
  for (const name of ['s3-objects', 's3-older-versions']) {
    for (const [, version] of store.table<Version>(name).entries()) {
      if (version.kind === 'object') yield version.blobId
    }
  }
  for (const [, part] of store.table<UploadedPart>('s3-upload-parts').entries()) yield part.blobId
}
