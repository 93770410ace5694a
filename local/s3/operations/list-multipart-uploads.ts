import { xmlDocument, xmlHeaders, type XmlElement } from '../../http/rest-xml.ts'
import { callerArn } from '../../iam/caller.ts'
import { invalidArgument } from '../errors.ts'
import type { Upload } from '../model.ts'
import { listUploads, type ListedUpload } from '../uploads/list-uploads.ts'
import type { Answer, OperationContext } from '../operation.ts'
import { readCount } from '../read-count.ts'
import {
  initiatorElement,
  ownerElement,
  readKeyEncoding,
  type KeyEncoding,
} from '../xml/listing.ts'
import { isoTime, s3Namespace } from '../xml/xml.ts'

/**
 * ListMultipartUploads: what was begun in parts, and neither completed nor aborted.
 *
 * @throws InvalidArgument
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html
 */
export function listMultipartUploads(context: OperationContext): Answer {
  const { request, bucket, identity, uploads } = context
  const { query } = request
  const prefix = query.get('prefix') ?? ''
  const delimiter = query.get('delimiter') ?? ''
  const keyMarker = query.get('key-marker') ?? ''
  // "If key-marker is not specified, the upload-id-marker parameter is ignored."
  const uploadIdMarker = keyMarker === '' ? '' : (query.get('upload-id-marker') ?? '')
  const maxUploads = readCount(query, 'max-uploads')
  const { encode, element: encodingElement } = readKeyEncoding(query)
  const ofBucket = [...uploads.list(bucket.name)]
  checkMarker(ofBucket, keyMarker, uploadIdMarker)
  const { items, next, last } = listUploads(ofBucket, {
    prefix,
    delimiter: delimiter === '' ? undefined : delimiter,
    after: { key: keyMarker, id: uploadIdMarker },
    limit: maxUploads,
  })
  return {
    status: 200,
    headers: xmlHeaders,
    body: xmlDocument(
      [
        'ListMultipartUploadsResult',
        [
          ['Bucket', bucket.name],
          ['KeyMarker', encode(keyMarker)],
          ['UploadIdMarker', uploadIdMarker],
          // Recorded of S3: the last upload of every page, also of the last page.
          ['NextKeyMarker', encode((next ?? last)?.key ?? '')],
          ['NextUploadIdMarker', (next ?? last)?.id ?? ''],
          delimiter === '' ? undefined : ['Delimiter', encode(delimiter)],
          prefix === '' ? undefined : ['Prefix', encode(prefix)],
          ['MaxUploads', maxUploads],
          encodingElement,
          ['IsTruncated', next !== undefined],
          ...items.map((item) => itemElement(item, encode, identity)),
        ],
      ],
      s3Namespace,
    ),
  }
}

/** @throws InvalidArgument for the upload of another key; one that is gone may have been of this one. */
function checkMarker(uploads: readonly Upload[], key: string, id: string): void {
  const marked = uploads.find((upload) => upload.id === id)
  if (!marked || marked.key === key) return
  throw invalidArgument('Invalid uploadId marker', 'upload-id-marker', id)
}

function itemElement(
  item: ListedUpload,
  encode: KeyEncoding['encode'],
  identity: OperationContext['identity'],
): XmlElement {
  if ('commonPrefix' in item) return ['CommonPrefixes', [['Prefix', encode(item.commonPrefix)]]]
  const { id, key, checksum, startedAtMs, initiator } = item.upload
  return [
    'Upload',
    [
      ['Key', encode(key)],
      ['UploadId', id],
      initiatorElement(initiator ?? callerArn(identity.credentials.principal)),
      ownerElement(identity),
      ['StorageClass', 'STANDARD'],
      ['Initiated', isoTime(startedAtMs)],
      checksum && ['ChecksumAlgorithm', checksum.algorithm],
      checksum && ['ChecksumType', checksum.type],
    ],
  ]
}
