import { xmlDocument, xmlHeaders } from '../../http/rest-xml.ts'
import { callerArn } from '../../iam/caller.ts'
import { isCrc, parseChecksumAlgorithm, type ChecksumType } from '../checksums/checksums.ts'
import { S3Error } from '../errors.ts'
import type { Upload } from '../model.ts'
import { encryptionHeader, readMetadata, readStoredHeaders } from '../objects/object-headers.ts'
import type { Answer, OperationContext } from '../operation.ts'
import { checkEmptyPayload } from '../payload/payload-kind.ts'
import { readRequestTags } from '../tags/request-tags.ts'
import { s3Namespace } from '../xml/xml.ts'

/**
 * CreateMultipartUpload: the object's headers and metadata come now, its body in parts.
 *
 * @throws InvalidRequest, MetadataTooLarge
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html
 */
export function createMultipartUpload(context: OperationContext): Answer {
  const { request, identity, bucket, key, objects, uploads } = context
  checkEmptyPayload(request, identity.signed.payloadHash)
  const checksum = readChecksum(context)
  const tags = readRequestTags(context)
  const upload = uploads.add({
    bucket: bucket.name,
    key,
    headers: readStoredHeaders(request),
    metadata: readMetadata(request),
    ...(tags && { tags }),
    initiator: callerArn(identity.credentials.principal),
    headId: objects.findHead(bucket.name, key)?.id ?? null,
    ...(checksum && { checksum }),
  })
  return {
    status: 200,
    headers: {
      ...xmlHeaders,
      ...encryptionHeader,
      ...(checksum && {
        'x-amz-checksum-algorithm': checksum.algorithm,
        'x-amz-checksum-type': checksum.type,
      }),
    },
    body: xmlDocument(
      [
        'InitiateMultipartUploadResult',
        [
          ['Bucket', bucket.name],
          ['Key', key],
          ['UploadId', upload.id],
        ],
      ],
      s3Namespace,
    ),
  }
}

function readChecksum({ request }: OperationContext): Upload['checksum'] {
  const name = request.header('x-amz-checksum-algorithm')
  if (name === undefined) {
    if (request.header('x-amz-checksum-type') === undefined) return undefined
    throw new S3Error('InvalidRequest', {
      message:
        'The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.',
    })
  }
  const algorithm = parseChecksumAlgorithm(name)
  const usual = algorithm === 'CRC64NVME' ? 'FULL_OBJECT' : 'COMPOSITE'
  const type = request.header('x-amz-checksum-type') ?? usual
  if (!isChecksumType(type)) {
    throw new S3Error('InvalidRequest', {
      message: 'Value for x-amz-checksum-type header is invalid.',
    })
  }
  const isPossible = type === 'FULL_OBJECT' ? isCrc(algorithm) : algorithm !== 'CRC64NVME'
  if (!isPossible) {
    throw new S3Error('InvalidRequest', {
      message: `The ${type} checksum type cannot be used with the ${algorithm.toLowerCase()} checksum algorithm.`,
    })
  }
  return { algorithm, type }
}

function isChecksumType(text: string): text is ChecksumType {
  return text === 'FULL_OBJECT' || text === 'COMPOSITE'
}
