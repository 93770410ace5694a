import type { StoredBlob } from '../../core/ports/blobs.ts'
import { toHex } from '../../core/encoding/hex.ts'
import type { Runtime } from '../../core/ports/runtime.ts'
import { createChecksumHasher } from '../checksums/checksums.ts'
import type { ObjectDraft, ObjectVersion } from '../model.ts'
import { checksumOf } from '../payload/store-body.ts'

/**
 * Copies a version's body. A copy is one piece: when the source came in parts, its entity tag and
 * checksum are made anew, over the whole.
 */
export async function copyBody(
  { blobs, crypto }: Runtime,
  source: ObjectVersion,
): Promise<StoredBlob & Pick<ObjectDraft, 'etag' | 'checksum'>> {
  const body = blobs.read(source.blobId)
  if (!body) throw new Error(`The body of version ${source.id} is missing`)
  if (!source.partSizes) {
    const { etag, checksum } = source
    return { ...(await blobs.write(body)), etag, ...(checksum && { checksum }) }
  }
  const md5 = crypto.hasher('MD5')
  const algorithm = source.checksum?.algorithm
  const hasher = algorithm && createChecksumHasher(crypto, algorithm)
  const hashed = body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        md5.update(chunk)
        hasher?.update(chunk)
        controller.enqueue(chunk)
      },
    }),
  )
  const blob = await blobs.write(hashed)
  const value = await hasher?.digest()
  return {
    ...blob,
    etag: toHex(await md5.digest()),
    ...checksumOf(algorithm && value ? { algorithm, value } : undefined),
  }
}
