import { toBase64 } from '../../core/encoding/base64.ts'
import { toHex } from '../../core/encoding/hex.ts'
import { checksumHeader } from '../checksums/checksums.ts'
import { invalidArgument, S3Error } from '../errors.ts'
import { findUpload } from '../uploads/find-upload.ts'
import { encryptionHeader } from '../objects/object-headers.ts'
import type { Answer, OperationContext } from '../operation.ts'
import { openPayload } from '../payload/payload.ts'
import { keepBlob } from '../payload/store-body.ts'

const maxPartNumber = 10_000

/**
 * UploadPart: a part sent again replaces the one before.
 *
 * @throws NoSuchUpload, InvalidArgument, NotImplemented, and what the payload throws.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html
 */
export async function uploadPart(context: OperationContext): Promise<Answer> {
  const { runtime, request, identity, uploads, garbage } = context
  if (request.header('x-amz-copy-source') !== undefined) throw new S3Error('NotImplemented')
  const upload = findUpload(context)
  const number = readPartNumber(request.query.get('partNumber') ?? '')
  const algorithm = upload.checksum?.algorithm
  const payload = openPayload(runtime.crypto, request, identity, algorithm)

  const blob = await runtime.blobs.write(payload.chunks)
  const { md5, checksum } = payload.facts()
  const etag = toHex(md5)
  await keepBlob(context, blob, () => {
    findUpload(context)
    uploads.setPart(upload.id, {
      number,
      blobId: blob.id,
      sizeBytes: blob.sizeBytes,
      etag,
      lastModifiedMs: runtime.clock.now(),
      ...(checksum && upload.checksum && { checksum: toBase64(checksum.value) }),
    })
  })
  await garbage.collect()
  return {
    status: 200,
    headers: {
      etag: `"${etag}"`,
      ...encryptionHeader,
      ...(checksum && { [checksumHeader(checksum.algorithm)]: toBase64(checksum.value) }),
    },
  }
}

function readPartNumber(text: string): number {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (number >= 1 && number <= maxPartNumber) return number
  throw invalidArgument(
    'Part number must be an integer between 1 and 10000, inclusive',
    'partNumber',
    text,
  )
}
