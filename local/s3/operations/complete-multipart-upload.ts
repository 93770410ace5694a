import { xmlDocument, xmlHeaders } from '../../http/rest-xml.ts'
import { readCompletion, type Completion } from '../uploads/completion.ts'
import { checkWriteConditions, checkWriteConditionsSupported } from '../objects/conditions.ts'
import { S3Error } from '../errors.ts'
import { findUpload } from '../uploads/find-upload.ts'
import type { ObjectVersion, UploadedPart } from '../model.ts'
import { multipartChecksum, multipartEtag } from '../checksums/multipart-sums.ts'
import { encryptionHeader, versionHeader } from '../objects/object-headers.ts'
import type { Answer, OperationContext } from '../operation.ts'
import { keepBlob } from '../payload/store-body.ts'
import { checksumElements, quoted, s3Namespace } from '../xml/xml.ts'

/**
 * CompleteMultipartUpload: the parts that it lists, in their order, become the object.
 *
 * @throws NoSuchUpload, MalformedXML, InvalidPart, InvalidPartOrder, EntityTooSmall, BadDigest,
 *   InvalidRequest, PreconditionFailed
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html
 */
export async function completeMultipartUpload(context: OperationContext): Promise<Answer> {
  const { runtime, request, rights, bucket, key, objects, uploads, garbage } = context
  const condition = (name: string) => request.headers.get(name) ?? undefined
  checkWriteConditionsSupported(condition)
  if (condition('if-match') !== undefined) rights.check('s3:GetObject', bucket, key)
  const upload = findUpload(context)
  const completion = await readCompletion(context, upload)
  const { parts } = completion
  const etag = await multipartEtag(runtime.crypto, parts)
  const checksum = await multipartChecksum(runtime.crypto, upload, parts)
  checkDeclared(completion, checksum?.value)

  const blob = await concatenate(context, parts)
  const version = await keepBlob(context, blob, () => {
    checkUnchanged(context, parts)
    checkWriteConditions(condition, () => objects.find(bucket.name, key))
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
      ...(checksum && { checksum }),
    })
  })
  await garbage.collect()
  return {
    status: 200,
    headers: { ...xmlHeaders, ...versionHeader(version), ...encryptionHeader },
    body: result(context, version),
  }
}

/** Parts may go while they are put together: another completion, or an abort, was faster. */
async function concatenate(context: OperationContext, parts: readonly UploadedPart[]) {
  try {
    return await context.runtime.blobs.concatenate(parts.map((part) => part.blobId))
  } catch (error) {
    checkUnchanged(context, parts)
    throw error
  }
}

function checkUnchanged(context: OperationContext, parts: readonly UploadedPart[]): void {
  const upload = findUpload(context)
  const now = new Set(Array.from(context.uploads.parts(upload.id), (part) => part.blobId))
  if (!parts.every((part) => now.has(part.blobId))) throw new S3Error('InvalidPart')
}

function checkDeclared({ checksum }: Completion, computed: string | undefined): void {
  if (checksum === undefined || checksum.value === computed) return
  throw new S3Error('BadDigest', {
    message: `The ${checksum.algorithm} you specified did not match the calculated checksum.`,
  })
}

function result({ bucket, key, request }: OperationContext, version: ObjectVersion): string {
  return xmlDocument(
    [
      'CompleteMultipartUploadResult',
      [
        ['Location', `http://${request.signedHost}${request.canonicalPath}`],
        ['Bucket', bucket.name],
        ['Key', key],
        ['ETag', quoted(version.etag)],
        ...checksumElements(version.checksum),
      ],
    ],
    s3Namespace,
  )
}
