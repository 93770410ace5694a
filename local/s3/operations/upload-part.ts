import { toBase64 } from '../../core/encoding/base64.ts'
import { toHex } from '../../core/encoding/hex.ts'
import { checksumHeader, defaultChecksum } from '../checksums/checksums.ts'
import { findUpload } from '../uploads/find-upload.ts'
import { parsePartNumber } from '../uploads/part-number.ts'
import { encryptionHeader } from '../objects/object-headers.ts'
import type { Answer, OperationContext } from '../operation.ts'
import { openPayload } from '../payload/payload.ts'
import { keepBlob } from '../payload/store-body.ts'

/**
 * UploadPart: a part sent again replaces the one before.
 *
 * @throws NoSuchUpload, InvalidArgument, and what the payload throws.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html
 */
export async function uploadPart(context: OperationContext): Promise<Answer> {
  const { runtime, request, identity, uploads, garbage } = context
  const upload = findUpload(context)
  const number = parsePartNumber(request.query.get('partNumber') ?? '')
  const wanted = upload.checksum?.algorithm ?? defaultChecksum
  const payload = openPayload(runtime.crypto, request, identity, {
    only: upload.checksum?.algorithm,
    fallback: wanted,
    always: wanted,
  })

  const blob = await runtime.blobs.write(payload.chunks)
  const { md5, checksum, always } = payload.facts()
  const etag = toHex(md5)
  await keepBlob(context, blob, () => {
    findUpload(context)
    uploads.setPart(upload.id, {
      number,
      blobId: blob.id,
      sizeBytes: blob.sizeBytes,
      etag,
      lastModifiedMs: runtime.clock.now(),
      ...(always && { checksum: toBase64(always) }),
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
