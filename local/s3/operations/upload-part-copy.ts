import { xmlDocument, xmlHeaders } from '../../http/rest-xml.ts'
import { checksumElement, defaultChecksum } from '../checksums/checksums.ts'
import { checkCopySource } from '../objects/conditions.ts'
import { copyHashed } from '../objects/copy-body.ts'
import { parseCopyRange } from '../objects/copy-range.ts'
import { checkCopySize, copySourceHeader, readCopySource } from '../objects/copy-source.ts'
import { findReadable, readAction } from '../objects/find-readable.ts'
import { encryptionHeader } from '../objects/object-headers.ts'
import type { Answer, OperationContext } from '../operation.ts'
import { checkEmptyPayload } from '../payload/payload-kind.ts'
import { keepBlob } from '../payload/store-body.ts'
import { findUpload } from '../uploads/find-upload.ts'
import { parsePartNumber } from '../uploads/part-number.ts'
import { isoTime, quoted, s3Namespace } from '../xml/xml.ts'

/**
 * UploadPartCopy: a part that is an object, or some bytes of one. Needs the right to read the source
 * and to write the destination.
 *
 * @throws NoSuchUpload, InvalidArgument, InvalidRequest, NoSuchBucket, NoSuchKey, AccessDenied,
 *   PreconditionFailed
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html
 */
export async function uploadPartCopy(context: OperationContext): Promise<Answer> {
  const { runtime, request, identity, rights, uploads, garbage } = context
  checkEmptyPayload(request, identity.signed.payloadHash)
  const upload = findUpload(context)
  const number = parsePartNumber(request.query.get('partNumber') ?? '')
  const from = readCopySource(context)
  rights.check(readAction(from.versionId), from.bucket, from.key, from)
  const source = findReadable(context, from.bucket, from.key, from.versionId)
  checkCopySource((name) => request.header(name), source, runtime.clock.now())
  const range = parseCopyRange(request.header('x-amz-copy-source-range'), source.sizeBytes)
  checkCopySize(range ? range.endInclusive - range.start + 1 : source.sizeBytes)

  const algorithm = upload.checksum?.algorithm ?? defaultChecksum
  const { id: blobId, ...copy } = await copyHashed(runtime, source, { algorithm, range })
  const lastModifiedMs = runtime.clock.now()
  await keepBlob(context, { id: blobId, sizeBytes: copy.sizeBytes }, () => {
    findUpload(context)
    uploads.setPart(upload.id, { number, blobId, lastModifiedMs, ...copy })
  })
  await garbage.collect()
  return {
    status: 200,
    headers: { ...xmlHeaders, ...encryptionHeader, ...copySourceHeader(source) },
    body: xmlDocument(
      [
        'CopyPartResult',
        [
          ['LastModified', isoTime(lastModifiedMs)],
          ['ETag', quoted(copy.etag)],
          upload.checksum && copy.checksum
            ? [checksumElement(algorithm), copy.checksum]
            : undefined,
        ],
      ],
      s3Namespace,
    ),
  }
}
