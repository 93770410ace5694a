import { toBase64 } from '../../core/encoding/base64.ts'
import { toHex } from '../../core/encoding/hex.ts'
import type { StoredBlob } from '../../core/ports/blobs.ts'
import type { Runtime } from '../../core/ports/runtime.ts'
import {
  createChecksumHasher,
  defaultChecksum,
  type ChecksumAlgorithm,
} from '../checksums/checksums.ts'
import type { ObjectDraft, ObjectVersion } from '../model.ts'
import type { ByteRange } from './range.ts'

/** A stored body with its sums. */
export interface HashedBlob extends StoredBlob {
  /** MD5 in lower-case hex. */
  etag: string
  /** Base64, by the algorithm that was asked for. */
  checksum?: string
}

/**
 * Copies a version's body. A copy is one piece: when the source came in parts, its entity tag and
 * checksum are made anew, over the whole.
 *
 * @param wanted The algorithm of the copy's checksum; the source's, or the default one, when it is
 *   undefined.
 */
export async function copyBody(
  runtime: Runtime,
  source: ObjectVersion,
  wanted?: ChecksumAlgorithm,
): Promise<StoredBlob & Pick<ObjectDraft, 'etag' | 'checksum'>> {
  const algorithm = wanted ?? source.checksum?.algorithm ?? defaultChecksum
  if (!source.partSizes && algorithm === source.checksum?.algorithm) {
    const { etag, checksum } = source
    const blob = await runtime.blobs.write(bodyOf(runtime, source))
    return { ...blob, etag, checksum }
  }
  const { checksum, ...copy } = await copyHashed(runtime, source, { algorithm })
  if (checksum === undefined) return copy
  return { ...copy, checksum: { algorithm, value: checksum, type: 'FULL_OBJECT' } }
}

/** Copies a version's body, or a part of it, and sums up what it copies. */
export async function copyHashed(
  runtime: Runtime,
  source: ObjectVersion,
  { algorithm, range }: { algorithm: ChecksumAlgorithm | undefined; range?: ByteRange | undefined },
): Promise<HashedBlob> {
  const { blobs, crypto } = runtime
  const md5 = crypto.hasher('MD5')
  const hasher = algorithm && createChecksumHasher(crypto, algorithm)
  const hashed = bodyOf(runtime, source, range).pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        md5.update(chunk)
        hasher?.update(chunk)
        controller.enqueue(chunk)
      },
    }),
  )
  const blob = await blobs.write(hashed)
  const etag = toHex(await md5.digest())
  const value = await hasher?.digest()
  return { ...blob, etag, ...(value && { checksum: toBase64(value) }) }
}

function bodyOf({ blobs }: Runtime, source: ObjectVersion, range?: ByteRange) {
  const body = blobs.read(source.blobId, range)
  if (!body) throw new Error(`The body of version ${source.id} is missing`)
  return body
}
