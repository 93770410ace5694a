import { xmlDocument, xmlHeaders } from '../../http/rest-xml.ts'
import { readCompletion, readListedParts } from '../uploads/completion.ts'
import { checkObjectChecksum } from '../uploads/object-checksum.ts'
import { checkWriteConditions, checkWriteConditionsSupported } from '../objects/conditions.ts'
import { S3Error } from '../errors.ts'
import { findUpload, noSuchUpload } from '../uploads/find-upload.ts'
import type { ObjectVersion, Upload, UploadedPart } from '../model.ts'
import { multipartChecksum, multipartEtag } from '../checksums/multipart-sums.ts'
import { encryptionHeader, versionHeader } from '../objects/object-headers.ts'
import type { Answer, OperationContext } from '../operation.ts'
import { keepBlob } from '../payload/store-body.ts'
import { checksumElements, quoted, s3Namespace } from '../xml/xml.ts'

type Condition = (name: string) => string | undefined

/**
 * CompleteMultipartUpload: the parts that it lists, in their order, become the object. Sent again,
 * since an answer can be lost, it is answered as before, whatever its conditions.
 *
 * @throws NoSuchUpload, MalformedXML, InvalidPart, InvalidPartOrder, EntityTooSmall, BadDigest,
 *   InvalidRequest, PreconditionFailed, ConditionalRequestConflict
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html
 */
export async function completeMultipartUpload(context: OperationContext): Promise<Answer> {
  const { request, rights, bucket, key, uploads, garbage } = context
  const condition = (name: string) => request.header(name)
  checkWriteConditionsSupported(condition)
  if (condition('if-match') !== undefined) rights.check('s3:GetObject', bucket, key)
  const upload = uploads.find(bucket.name, key, request.query.get('uploadId') ?? '')
  const version = upload
    ? await complete(context, upload, condition)
    : await requireCompleted(context)
  await garbage.collect()
  return {
    status: 200,
    headers: { ...xmlHeaders, ...versionHeader(version), ...encryptionHeader },
    body: result(context, version),
  }
}

async function complete(
  context: OperationContext,
  upload: Upload,
  condition: Condition,
): Promise<ObjectVersion> {
  const { runtime, request, bucket, key, objects, uploads } = context
  const parts = await readCompletion(context, upload)
  const etag = await multipartEtag(runtime.crypto, parts)
  const checksum = await multipartChecksum(runtime.crypto, upload, parts)
  checkObjectChecksum(request, upload, checksum)

  try {
    const blob = await runtime.blobs.concatenate(parts.map((part) => part.blobId))
    return await keepBlob(context, blob, () => {
      checkUnchanged(context, parts)
      checkWriteConditions(condition, key, () => objects.find(bucket.name, key))
      checkUndisturbed(context, condition)
      uploads.remove(upload.id)
      return objects.put(bucket, key, {
        blobId: blob.id,
        sizeBytes: blob.sizeBytes,
        etag,
        headers: upload.headers,
        metadata: upload.metadata,
        ...(upload.tags && { tags: upload.tags }),
        partSizes: parts.map((part) => part.sizeBytes),
        ...(upload.checksum && { partChecksums: parts.map((part) => part.checksum ?? '') }),
        uploadId: upload.id,
        ...(checksum && { checksum }),
      })
    })
  } catch (error) {
    // Parts may go while they are put together: another completion, or an abort, was faster.
    const done = await findCompleted(context, parts)
    if (done) return done
    checkUnchanged(context, parts)
    throw error
  }
}

/** @throws NoSuchUpload */
async function requireCompleted(context: OperationContext): Promise<ObjectVersion> {
  const { request, bucket, key, objects } = context
  const isKnown = objects.findUploaded(bucket.name, key, request.query.get('uploadId') ?? '')
  const done = isKnown && (await findCompleted(context, await readListedParts(context)))
  if (done) return done
  throw noSuchUpload(context)
}

/** What the upload has become, of these very parts. */
async function findCompleted(
  { runtime, request, bucket, key, objects }: OperationContext,
  listed: readonly Pick<UploadedPart, 'etag'>[],
): Promise<ObjectVersion | undefined> {
  const version = objects.findUploaded(bucket.name, key, request.query.get('uploadId') ?? '')
  if (!version || !listed.every(({ etag }) => /^[\da-f]{32}$/.test(etag))) return undefined
  return (await multipartEtag(runtime.crypto, listed)) === version.etag ? version : undefined
}

/**
 * A condition is of the time since the upload began: what was written or deleted at the key since then
 * may be what its sender did not know.
 *
 * @throws ConditionalRequestConflict
 */
function checkUndisturbed(context: OperationContext, condition: Condition): void {
  const { bucket, key, objects } = context
  const name = ['If-None-Match', 'If-Match'].find(
    (each) => condition(each.toLowerCase()) !== undefined,
  )
  if (name === undefined) return
  const { headId, sawDelete } = findUpload(context)
  const head = objects.findHead(bucket.name, key)
  if (!sawDelete && (headId === undefined || headId === (head?.id ?? null))) return
  throw new S3Error('ConditionalRequestConflict', { details: { Condition: name, Key: key } })
}

function checkUnchanged(context: OperationContext, parts: readonly UploadedPart[]): void {
  const upload = findUpload(context)
  const now = new Set(Array.from(context.uploads.parts(upload.id), (part) => part.blobId))
  if (!parts.every((part) => now.has(part.blobId))) throw new S3Error('InvalidPart')
}

function result({ bucket, key, request }: OperationContext, version: ObjectVersion): string {
  return xmlDocument(
    [
      'CompleteMultipartUploadResult',
      [
        ['Location', `${request.protocol}//${request.signedHost}${request.canonicalPath}`],
        ['Bucket', bucket.name],
        ['Key', key],
        ['ETag', quoted(version.etag)],
        ...checksumElements(version.checksum),
      ],
    ],
    s3Namespace,
  )
}
