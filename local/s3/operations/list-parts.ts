import { xmlDocument, xmlHeaders, type XmlElement } from '../../http/rest-xml.ts'
import { callerArn } from '../../iam/caller.ts'
import { checksumElement } from '../checksums/checksums.ts'
import { findUpload } from '../uploads/find-upload.ts'
import type { Answer, OperationContext } from '../operation.ts'
import { readCount } from '../read-count.ts'
import { initiatorElement, ownerElement } from '../xml/listing.ts'
import { isoTime, quoted, s3Namespace } from '../xml/xml.ts'

/**
 * ListParts: what of an upload has arrived.
 *
 * @throws NoSuchUpload, InvalidArgument
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html
 */
export function listParts(context: OperationContext): Answer {
  const { request, identity, bucket, key, uploads } = context
  const upload = findUpload(context)
  const maxParts = readCount(request.query, 'max-parts')
  const marker = readCount(request.query, 'part-number-marker', { fallback: 0, max: 10_000 })
  const page: XmlElement[] = []
  let isTruncated = false
  let last = marker
  for (const part of uploads.parts(upload.id, marker)) {
    isTruncated = page.length === maxParts
    if (isTruncated) break
    last = part.number
    page.push([
      'Part',
      [
        ['PartNumber', part.number],
        ['LastModified', isoTime(part.lastModifiedMs)],
        ['ETag', quoted(part.etag)],
        ['Size', part.sizeBytes],
        part.checksum && upload.checksum
          ? [checksumElement(upload.checksum.algorithm), part.checksum]
          : undefined,
      ],
    ])
  }
  return {
    status: 200,
    headers: xmlHeaders,
    body: xmlDocument(
      [
        'ListPartsResult',
        [
          ['Bucket', bucket.name],
          ['Key', key],
          ['UploadId', upload.id],
          initiatorElement(upload.initiator ?? callerArn(identity.credentials.principal)),
          ownerElement(identity),
          ['PartNumberMarker', marker],
          // Recorded of S3: 0 for a page that has none.
          ['NextPartNumberMarker', page.length === 0 ? 0 : last],
          ['MaxParts', maxParts],
          ['IsTruncated', isTruncated],
          upload.checksum ? ['ChecksumAlgorithm', upload.checksum.algorithm] : undefined,
          upload.checksum ? ['ChecksumType', upload.checksum.type] : undefined,
          ...page,
          ['StorageClass', 'STANDARD'],
        ],
      ],
      s3Namespace,
    ),
  }
}
