import { xmlDocument, xmlHeaders } from '../../http/rest-xml.ts'
import { taggingAction } from './object-tagging.ts'
import { parseChecksumAlgorithm, type ChecksumAlgorithm } from '../checksums/checksums.ts'
import { copyBody } from '../objects/copy-body.ts'
import {
  checkCopySource,
  checkWriteConditions,
  checkWriteConditionsSupported,
} from '../objects/conditions.ts'
import {
  checkCopySize,
  copySourceHeader,
  readCopySource,
  type CopySource,
} from '../objects/copy-source.ts'
import { invalidArgument, S3Error } from '../errors.ts'
import { findReadable, readAction } from '../objects/find-readable.ts'
import type { ObjectVersion } from '../model.ts'
import {
  encryptionHeader,
  readMetadata,
  readStoredHeaders,
  readVersionHeader,
} from '../objects/object-headers.ts'
import type { Answer, OperationContext } from '../operation.ts'
import { checkEmptyPayload } from '../payload/payload-kind.ts'
import { keepBlob } from '../payload/store-body.ts'
import { readRequestTags } from '../tags/request-tags.ts'
import { checksumElements, isoTime, quoted, s3Namespace } from '../xml/xml.ts'

/**
 * CopyObject: needs the right to read the source and to write the destination.
 *
 * @throws InvalidArgument, InvalidRequest, NoSuchBucket, NoSuchKey, AccessDenied, PreconditionFailed
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
 */
export async function copyObject(context: OperationContext): Promise<Answer> {
  const { runtime, request, identity, rights, bucket, key, objects, garbage } = context
  checkEmptyPayload(request, identity.signed.payloadHash)
  const from = readCopySource(context)
  const replacesMetadata = readDirective(context, 'x-amz-metadata-directive') === 'REPLACE'
  const replacesTags = readDirective(context, 'x-amz-tagging-directive') === 'REPLACE'
  const algorithm = readAlgorithm(context)
  const condition = (name: string) => request.header(name)
  checkWriteConditionsSupported(condition)
  rights.check(readAction(from.versionId), from.bucket, from.key, from)
  const source = findReadable(context, from.bucket, from.key, from.versionId)
  checkCopySource(condition, source, runtime.clock.now())
  checkCopySize(source.sizeBytes)
  if (!replacesMetadata) checkChangesSomething(context, from)
  const headers = replacesMetadata ? readStoredHeaders(request) : source.headers
  const metadata = replacesMetadata ? readMetadata(request) : source.metadata
  const tags = replacesTags ? readRequestTags(context) : tagsOf(context, from, source)

  const copy = await copyBody(runtime, source, algorithm)
  const version = await keepBlob(context, copy, () => {
    checkWriteConditions(condition, key, () => objects.find(bucket.name, key))
    const { id, ...body } = copy
    return objects.put(bucket, key, {
      blobId: id,
      ...body,
      headers,
      metadata,
      ...(tags && { tags }),
    })
  })
  await garbage.collect()
  return {
    status: 200,
    headers: {
      ...xmlHeaders,
      ...readVersionHeader(bucket, version),
      ...encryptionHeader,
      ...copySourceHeader(source),
    },
    body: result(version),
  }
}

function result(version: ObjectVersion): string {
  return xmlDocument(
    [
      'CopyObjectResult',
      [
        ['LastModified', isoTime(version.lastModifiedMs)],
        ['ETag', quoted(version.etag)],
        ...checksumElements(version.checksum),
      ],
    ],
    s3Namespace,
  )
}

/** Tags come along for those who may read them there and set them here. */
function tagsOf(
  { rights, bucket, key }: OperationContext,
  from: CopySource,
  { tags }: ObjectVersion,
): ObjectVersion['tags'] {
  if (!tags) return undefined
  rights.check(taggingAction('Get', from.versionId), from.bucket, from.key, from)
  rights.check('s3:PutObjectTagging', bucket, key, { tags })
  return tags
}

function readDirective({ request }: OperationContext, name: string): string {
  const directive = request.header(name) ?? 'COPY'
  if (directive === 'COPY' || directive === 'REPLACE') return directive
  throw invalidArgument(`Unknown ${name.replace('x-amz-', '').replace('-', ' ')}.`, name, directive)
}

function readAlgorithm({ request }: OperationContext): ChecksumAlgorithm | undefined {
  const name = request.header('x-amz-checksum-algorithm')
  return name === undefined ? undefined : parseChecksumAlgorithm(name)
}

/** S3 takes a named class or encryption for a change, whatever it was before. */
function checkChangesSomething({ request, bucket, key }: OperationContext, from: CopySource): void {
  const named = ['x-amz-storage-class', 'x-amz-server-side-encryption']
  if (named.some((name) => request.header(name) !== undefined)) return
  if (from.versionId !== undefined || from.bucket !== bucket || from.key !== key) return
  throw new S3Error('InvalidRequest', {
    message:
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
  })
}
